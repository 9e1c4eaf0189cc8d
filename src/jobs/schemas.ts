/**
 * Checks orders, results and journal entries that enter a process: another version of the program may
 * have written them. Unknown settings are refused, not dropped.
 */
import { tableRows } from '../read/documents/document.js';
import * as v from 'valibot';
import { filterReasons, type Diagnostic } from '../diagnostics.js';
import { largestSide, matchKinds, modes, statuses } from '../domain.js';
import { ExitCode } from '../errors.js';
import type { Finished, JobError, JobOrder, JobResult } from './job.js';
import { outputNames } from '../write/formats.js';
import { layouts } from '../write/records/output-format.js';
import { dedups, dedupSides } from '../write/filter/repeats.js';
import type { WorkerAnswer, WorkerOrder } from './worker-messages.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const texts = v.array(v.string());
const mode = v.picklist(modes);

const encodingGuess = { encoding: v.string(), probability: v.number() };

/** Every kind of diagnostic needs an entry: a job with an unknown one would fail. */
const diagnostics = {
  'language-unknown-to-model': v.object({
    code: v.literal('language-unknown-to-model'),
    source: v.string(),
    language: v.string(),
    model: v.string(),
  }),
  'language-weak-in-model': v.object({
    code: v.literal('language-weak-in-model'),
    source: v.string(),
    language: v.string(),
    model: v.string(),
  }),
  'language-uncertain': v.object({
    code: v.literal('language-uncertain'),
    source: v.string(),
    paragraphs: v.array(count),
  }),
  'encoding-uncertain': v.object({
    code: v.literal('encoding-uncertain'),
    source: v.string(),
    ...encodingGuess,
    others: v.array(v.object(encodingGuess)),
  }),
  'nothing-to-align': v.object({ code: v.literal('nothing-to-align'), source: v.string() }),
  'sentences-left-out': v.object({
    code: v.literal('sentences-left-out'),
    source: v.string(),
    count,
  }),
  'odd-file': v.object({ code: v.literal('odd-file'), source: v.string(), notice: v.string() }),
  'anchors-found': v.object({
    code: v.literal('anchors-found'),
    source: v.string(),
    found: count,
    total: count,
  }),
  'rejected-unaligned': v.object({ code: v.literal('rejected-unaligned'), count }),
  'rejected-left-out': v.object({ code: v.literal('rejected-left-out'), count }),
  'noise-left-out': v.object({ code: v.literal('noise-left-out'), count }),
  'unpaired-left-out': v.object({ code: v.literal('unpaired-left-out'), count }),
  'filtered-out': v.object({
    code: v.literal('filtered-out'),
    reason: v.picklist(filterReasons),
    count,
  }),
  'crossing-unaligned': v.object({ code: v.literal('crossing-unaligned'), count }),
  'characters-replaced': v.object({ code: v.literal('characters-replaced'), count }),
  note: v.object({ code: v.literal('note'), message: v.string() }),
} satisfies Readonly<Record<Diagnostic['code'], v.GenericSchema<unknown, Diagnostic>>>;

const diagnostic = v.variant('code', Object.values(diagnostics));

const finished = v.object({
  id: v.string(),
  key: v.string(),
  outputs: v.array(v.object({ file: v.string(), sha256: v.string() })),
  model: v.string(),
  facts: v.object({
    sources: v.array(v.object({ name: v.string(), languages: texts })),
    modes: v.array(mode),
    counts: v.object({
      pairs: count,
      unmatched: v.array(count),
      noise: count,
      doubtful: count,
      crossing: count,
      differences: count,
    }),
    diagnostics: v.array(diagnostic),
  }),
});

const model = v.strictObject({ model: v.nullable(v.string()), cache: v.boolean() });

const file = v.strictObject({ name: v.string(), path: v.string() });

const order = v.strictObject({
  job: v.strictObject({
    id: v.string(),
    where: v.string(),
    sources: texts,
    languages: v.array(v.nullable(v.string())),
    anchors: v.nullable(v.string()),
    match: v.exactOptional(
      v.strictObject({
        score: v.number(),
        kind: v.picklist(matchKinds),
        coverage: v.array(v.number()),
        terms: texts,
        passages: v.array(v.strictObject({ a: v.string(), b: v.string() })),
      }),
    ),
  }),
  settings: v.strictObject({
    segmented: v.exactOptional(v.boolean()),
    languages: v.exactOptional(
      v.strictObject({
        bySource: v.array(
          v.strictObject({ source: v.union([v.string(), count]), language: v.string() }),
        ),
        inOrder: texts,
        where: v.string(),
      }),
    ),
    only: v.exactOptional(texts),
    encoding: v.exactOptional(v.string()),
    columns: v.exactOptional(texts),
    rows: v.exactOptional(v.picklist(tableRows)),
    joinCues: v.exactOptional(v.boolean()),
    from: v.exactOptional(v.string()),
    keepNoise: v.exactOptional(v.boolean()),
    mode: v.exactOptional(v.picklist(['auto', ...mode.options])),
    pivot: v.exactOptional(v.strictObject({ source: v.string(), where: v.string() })),
    anchors: v.exactOptional(file),
    boundary: v.exactOptional(v.string()),
    maxBead: v.exactOptional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestSide)),
    ),
    srx: v.exactOptional(file),
    abbreviations: v.exactOptional(file),
    glossaryFile: v.exactOptional(file),
    checks: v.exactOptional(v.boolean()),
  }),
  model,
  format: v.picklist(outputNames),
  writeOptions: v.strictObject({
    pairsOnly: v.exactOptional(v.boolean()),
    rejected: v.exactOptional(v.boolean()),
    statuses: v.exactOptional(v.array(v.picklist(statuses))),
    minConfidence: v.exactOptional(v.number()),
    quality: v.exactOptional(v.boolean()),
    minQuality: v.exactOptional(v.number()),
    types: v.exactOptional(texts),
    languages: v.exactOptional(v.array(texts)),
    dedup: v.exactOptional(v.picklist(dedups)),
    dedupBy: v.exactOptional(v.picklist(dedupSides)),
    leftOut: v.exactOptional(v.boolean()),
    splitAt: v.exactOptional(v.number()),
    bom: v.exactOptional(v.boolean()),
    delimiter: v.exactOptional(v.string()),
    spreadsheetSafe: v.exactOptional(v.boolean()),
    date: v.exactOptional(v.string()),
    author: v.exactOptional(v.string()),
    layout: v.exactOptional(v.picklist(layouts)),
  }),
  output: v.string(),
  clobber: v.boolean(),
  resume: v.boolean(),
  before: v.nullable(finished),
});

const jobError = v.object({
  code: v.string(),
  message: v.string(),
  exitCode: v.picklist(Object.values(ExitCode)),
  hint: v.nullable(v.string()),
});

const result = v.variant('status', [
  v.object({ status: v.picklist(['done', 'unchanged']), finished }),
  v.object({
    status: v.literal('failed'),
    id: v.string(),
    error: jobError,
  }),
]);

const workerOrder = v.variant('kind', [
  v.strictObject({ kind: v.literal('load'), model }),
  v.strictObject({ kind: v.literal('run'), order }),
  v.strictObject({
    kind: v.literal('answer'),
    order,
    texts: v.array(v.strictObject({ name: v.string(), text: v.string() })),
  }),
]);

const workerAnswer = v.variant('kind', [
  v.object({ kind: v.literal('loaded') }),
  v.object({ kind: v.literal('not-loaded'), error: jobError }),
  v.object({ kind: v.literal('begun') }),
  v.object({ kind: v.literal('ended'), result }),
  v.object({ kind: v.literal('answered'), answer: v.object({ result, output: v.string() }) }),
]);

/** An order from another process. Throws TypeError that says what is wrong with it. */
export function parseOrder(value: unknown): JobOrder {
  return parse('order', order, value);
}

/** A result from another process. Throws TypeError that says what is wrong with it. */
export function parseResult(value: unknown): JobResult {
  return parse('result', result, value);
}

/** A failure from another process. Throws TypeError that says what is wrong with it. */
export function parseJobError(value: unknown): JobError {
  return parse('error', jobError, value);
}

/** A request to a worker. Throws TypeError that says what is wrong with it. */
export function parseWorkerOrder(value: unknown): WorkerOrder {
  return parse('order', workerOrder, value);
}

/** A message from a worker. Throws TypeError that says what is wrong with it. */
export function parseWorkerAnswer(value: unknown): WorkerAnswer {
  return parse('answer', workerAnswer, value);
}

/** A journal entry, or undefined if it is invalid: its job is run again. */
export function parseFinished(value: unknown): Finished | undefined {
  const parsed = v.safeParse(finished, value);
  return parsed.success ? parsed.output : undefined;
}

function parse<T>(what: string, schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new TypeError(`not the ${what} of a job: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
