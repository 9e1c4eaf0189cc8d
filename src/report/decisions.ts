/** The decisions file: what somebody decided about rows on the page of a report. */
import * as v from 'valibot';
import { statuses } from '../domain.js';
import { AppError } from '../errors.js';
import { jsonFault } from '../text/json/json-places.js';

/** The version this program reads. */
const currentVersion = 1;

/** The decisions that a page takes. */
export const decisionStatuses = ['accepted', 'rejected', 'needs-review'] as const;

/** Limits on what one file may hold: far more than a page can show. */
const mostDecisions = 200_000;
const mostColumns = 10_000;
/** In UTF-16 units. */
const mostLength = 64 << 20;
/** Objects and lists: four for each decision, and those around them. Each costs far more than its two characters. */
const mostOpenings = 4 * mostDecisions + 2;

const text = v.string('must be a text');
const texts = <T extends v.GenericSchema>(of: T) =>
  v.pipe(
    v.array(of, 'must be a list'),
    v.maxLength(mostColumns, `has more than ${mostColumns} entries`),
  );

const decisionSchema = v.pipe(
  v.strictObject({
    row: v.pipe(
      v.number('must be a number'),
      v.safeInteger('must be a whole number'),
      v.minValue(1, 'must be at least 1'),
    ),
    texts: texts(text),
    /** What the row said when it was decided; without it, nothing was decided about it before. */
    was: v.exactOptional(
      v.strictObject({
        status: v.picklist(statuses, `must be one of ${statuses.join(', ')}`),
        note: text,
      }),
    ),
    status: v.nullable(
      v.picklist(decisionStatuses, `must be one of ${decisionStatuses.join(', ')}, or null`),
    ),
    note: v.nullable(text),
    edits: texts(v.nullable(text)),
  }),
  v.forward(
    v.check(
      ({ texts: own, edits }) => own.length === edits.length,
      'must have as many entries as "texts"',
    ),
    ['edits'],
  ),
);

const fileSchema = v.strictObject({
  format: v.literal('paralign-decisions'),
  version: v.literal(currentVersion),
  alignment: v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal')),
  source: text,
  decided_by: text,
  created: v.null_('must be null'),
  decisions: v.pipe(
    v.array(decisionSchema, 'must be a list'),
    v.maxLength(mostDecisions, `has more than ${mostDecisions} entries`),
  ),
});

/** A decisions file. */
export type DecisionsFile = v.InferOutput<typeof fileSchema>;

/** What it says about one row: texts and edits have one entry per column. */
export type RowDecision = DecisionsFile['decisions'][number];

/**
 * Reads a decisions file. Throws AppError `bad-decisions` with the place or the field that is wrong, or
 * `too-large`. O(size).
 */
export function parseDecisions(name: string, content: string): DecisionsFile {
  if (content.length > mostLength || openings(content) > mostOpenings)
    throw new AppError('too-large', `${name}: larger than any decisions file`, {
      hint: 'check that this is the file you meant',
    });
  const file = parseJson(name, content);
  if (file['format'] !== 'paralign-decisions')
    throw bad(
      name,
      'is not a decisions file: the field "format" is not "paralign-decisions"',
      'name the file that the page of a report downloads, or a CSV written by "paralign convert"',
    );
  const { version } = file;
  if (typeof version === 'number' && version > currentVersion)
    throw bad(
      name,
      `has version ${version}, but this program reads only up to ${currentVersion}`,
      'update paralign to import it',
    );
  const checked = v.safeParse(fileSchema, file, { abortEarly: true });
  if (!checked.success) {
    const [issue] = checked.issues;
    throw bad(name, `the field "${v.getDotPath(issue) ?? '?'}" is wrong: ${messageOf(issue)}`);
  }
  const seen = new Map<number, number>();
  for (const [index, { row }] of checked.output.decisions.entries()) {
    const before = seen.get(row);
    if (before !== undefined)
      throw bad(
        name,
        `the field "decisions.${index}.row" is wrong: row ${row} is decided in "decisions.${before}" already`,
      );
    seen.set(row, index);
  }
  return checked.output;
}

/** How many objects and lists a JSON text opens. */
function openings(content: string): number {
  let count = 0;
  let quoted = false;
  for (let index = 0; index < content.length; index++) {
    const code = content.charCodeAt(index);
    if (quoted && code === 0x5c) index++;
    else if (code === 0x22) quoted = !quoted;
    else if (!quoted && (code === 0x5b || code === 0x7b)) count++;
  }
  return count;
}

function parseJson(name: string, content: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    const { line, column, what } = jsonFault(content);
    throw bad(
      name,
      `is not a decisions file: not valid JSON, line ${line}, column ${column}: ${what}`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw bad(name, 'is not a decisions file: it is not a JSON object');
  return { ...value };
}

/** What is wrong, without what the file says there: it may be long. */
function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') return 'there is no such field';
    return issue.expected === 'Object' ? 'must be an object' : 'it is missing';
  }
  return issue.type === 'literal' ? `must be ${issue.expected ?? ''}` : issue.message;
}

function bad(name: string, problem: string, hint?: string): AppError {
  return new AppError('bad-decisions', `${name}: ${problem}`, {
    hint: hint ?? 'download the decisions again from the page of the report',
  });
}
