/** A job as one line of JSON. */
import * as v from 'valibot';
import { AppError } from '../../errors.js';
import { languageTag } from '../../pipeline/files/language-tag.js';
import type { TextInput } from '../../pipeline/source-input.js';
import { jsonFault, writtenValue } from '../../text/json/json-places.js';
import type { Job } from '../job.js';
import { sourceReference } from '../s3-reference.js';
import { textReference } from '../stores/answer-store.js';

/** Options of one job, unchecked: long names of options and their values. */
export type LineOptions = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A job of a line. */
export interface LineJob {
  readonly job: Job;
  /** The texts that its sources refer to. */
  readonly texts: readonly TextInput[];
  readonly options: LineOptions;
}

/** Most sources of a job, as many as a manifest's columns can name. */
const mostSources = 1000;

const lang = v.optional(v.string());
const value = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);

const schema = v.strictObject({
  id: v.union([v.string(), v.number(), v.null()]),
  sources: v.pipe(
    v.array(
      v.union([
        v.strictObject({ path: v.string(), lang }),
        v.strictObject({ name: v.string(), text: v.string(), lang }),
      ]),
    ),
    v.minLength(1),
    v.maxLength(mostSources),
  ),
  options: v.optional(v.record(v.string(), value), {}),
});

/**
 * What tells the answers apart, as JSON: returned as it was given. A line that is no job otherwise may have one; null if it
 * has none.
 *
 * @param text the line
 * @param line its value
 */
export function lineId(text: string, line: unknown): string {
  if (typeof line !== 'object' || line === null || !('id' in line)) return 'null';
  const { id } = line;
  if (typeof id === 'number' && !Number.isSafeInteger(id))
    return writtenValue(text, 'id') ?? JSON.stringify(id);
  return typeof id === 'string' || typeof id === 'number' ? JSON.stringify(id) : 'null';
}

/** The value of a line. Throws AppError `bad-job`. */
export function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const { column, what } = jsonFault(text);
    throw new AppError('bad-job', `not valid JSON, column ${column}: ${what}`, { cause });
  }
}

/**
 * The job in a line's value; relative paths start at `folder`.
 *
 * @throws AppError `bad-job`, `usage` for an unknown language
 */
export function readLineJob(line: unknown, folder: string): LineJob {
  const parsed = v.safeParse(schema, line);
  if (!parsed.success) throw badJob(parsed.issues[0]);
  const { id, sources, options } = parsed.output;
  const texts: TextInput[] = [];
  const references = sources.map((source) => {
    if ('path' in source) return sourceReference(folder, source.path);
    texts.push({ name: source.name, text: source.text });
    return textReference(texts.length - 1);
  });
  const languages = sources.map((source, index) =>
    source.lang === undefined ? null : languageTag(source.lang, `sources.${index}.lang`),
  );
  const where = `job ${JSON.stringify(id)}`;
  const job = { id: String(id), where, sources: references, languages, anchors: null };
  return { job, texts, options };
}

function badJob(issue: v.BaseIssue<unknown>): AppError {
  const path = v.getDotPath(issue);
  const { expected, received } = issue;
  const what = path === null ? 'the line' : `"${path}"`;
  const problem =
    expected === 'never'
      ? 'is no key of a job'
      : received === 'undefined'
        ? 'is missing'
        : `is ${received}, which a job cannot have there`;
  return new AppError('bad-job', `${what} ${problem}`, {
    hint: 'a job is {"id": ..., "sources": [{"path": ...} or {"name": ..., "text": ...}, ...]}',
  });
}
