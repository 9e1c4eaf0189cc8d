/**
 * The review file's shape, version 2. One JSON object; README and docs describe it by this file.
 * Omitted fields have the defaults given here, so that files stay small and old readers
 * of a version see what they expect.
 */
import { qualityFaults } from '../../quality-faults.js';
import * as v from 'valibot';
import {
  blockKinds,
  checkCodes,
  matchKinds,
  methods,
  modes,
  noiseReasons,
  statuses,
} from '../../domain.js';
import { isPattern } from '../../text/patterns/is-pattern.js';

/** The version of the file that this program writes. */
export const currentVersion = 2;

/** Counted from zero, and small enough that adding one gives another number. */
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2 ** 50));
/** Some numbers in JSON are infinite in JavaScript and can't be written again. */
const finite = v.pipe(v.number(), v.finite());
const unit = v.pipe(v.number(), v.minValue(-1), v.maxValue(1.000001));
const noise = v.nullable(v.picklist(noiseReasons));
const status = v.picklist(statuses);
/** An expression of a rule of splitting. */
const pattern = v.pipe(
  v.string(),
  v.check((source) => isPattern(source), 'is no expression that can be used'),
);
const streamNumber = v.pipe(
  v.string(),
  v.regex(/^\d+$/, 'must be the number of a stream'),
  v.transform(Number),
);

/** Since version 2. */
const locator = v.variant('kind', [
  v.object({ kind: v.literal('page'), page: index }),
  v.object({ kind: v.literal('cue'), start: finite, end: finite }),
  v.object({ kind: v.literal('unit'), id: v.string() }),
  v.object({ kind: v.literal('href'), href: v.string() }),
  v.object({
    kind: v.literal('cell'),
    row: index,
    column: index,
    sheet: v.exactOptional(v.string()),
  }),
]);

const paragraph = v.object({
  number: index,
  start: index,
  end: index,
  heading: v.optional(index, 0),
  noise: v.optional(noise, null),
  language: v.string(),
  confidence: finite,
  kind: v.exactOptional(v.picklist(blockKinds)),
  locator: v.exactOptional(locator),
  segmented: v.exactOptional(v.literal(true)),
  /** Since version 2, where the format has any. */
  markup: v.exactOptional(
    v.array(
      v.object({
        start: index,
        end: index,
        opens: v.exactOptional(v.literal(true)),
        says: v.exactOptional(v.pipe(v.string(), v.maxLength(8))),
      }),
    ),
  ),
});

const source = v.object({
  name: v.string(),
  format: v.exactOptional(v.string()),
  textIs: v.exactOptional(v.picklist(['file', 'extracted'])),
  text: v.string(),
  paragraphs: v.array(paragraph),
});

/** A sentence. */
export const sentenceSchema = v.object({
  id: index,
  source: index,
  stream: v.optional(v.nullable(index), null),
  paragraph: index,
  start: index,
  end: index,
  language: v.string(),
  noise: v.optional(noise, null),
});

const checkSide = v.object({
  stream: index,
  values: v.array(v.string()),
  spans: v.array(v.object({ start: index, end: index })),
});

const check = v.object({
  code: v.picklist(checkCodes),
  a: checkSide,
  b: checkSide,
});

/** A row. */
export const rowSchema = v.object({
  id: index,
  cells: v.array(v.array(index)),
  score: finite,
  confidence: unit,
  method: v.picklist(methods),
  crossing: v.optional(v.boolean(), false),
  status: v.optional(status, 'unreviewed'),
  doubt: v.optional(v.boolean(), false),
  flagged: v.optional(v.boolean(), false),
  note: v.optional(v.string(), ''),
  edits: v.optional(v.record(streamNumber, v.string()), {}),
  checks: v.optional(v.array(check), []),
  /** Since version 2, where it was asked for. */
  quality: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  faults: v.exactOptional(v.array(v.picklist(qualityFaults))),
});

const change = v.variant('type', [
  v.object({
    type: v.literal('rows'),
    at: index,
    removed: v.array(rowSchema),
    inserted: v.array(rowSchema),
  }),
  v.object({
    type: v.literal('status'),
    rows: v.array(index),
    before: v.array(status),
    after: v.array(status),
  }),
  v.object({
    type: v.literal('sentences'),
    removed: v.array(sentenceSchema),
    inserted: v.array(sentenceSchema),
  }),
  v.object({
    type: v.literal('paragraph'),
    source: index,
    number: index,
    before: v.string(),
    after: v.string(),
  }),
]);

/** One step of the history. */
const entrySchema = v.object({
  label: v.string(),
  to: index,
  from: index,
  changes: v.array(change),
  /** Since version 2, where it is known. */
  by: v.exactOptional(v.string()),
});

/** What splits a paragraph whose language is corrected, or the sources as they are later. */
/** The first and the last sentence of a passage. */
const ends = v.tuple([index, index]);

const splitting = v.object({
  srx: v.exactOptional(
    v.object({
      name: v.string(),
      cascade: v.boolean(),
      maps: v.array(v.object({ languages: pattern, list: v.string() })),
      lists: v.array(
        v.object({
          name: v.string(),
          rules: v.array(v.object({ breaks: v.boolean(), before: pattern, after: pattern })),
        }),
      ),
    }),
  ),
  abbreviations: v.exactOptional(
    v.array(v.object({ language: v.nullable(v.string()), words: v.array(v.string()) })),
  ),
});

/** What is agreed on terms. */
const glossary = v.object({
  name: v.string(),
  entries: v.array(v.array(v.object({ language: v.string(), text: v.string() }))),
});

/** Why documents were matched. */
const match = v.object({
  score: unit,
  kind: v.picklist(matchKinds),
  coverage: v.array(unit),
  terms: v.array(v.string()),
  passages: v.array(v.object({ a: v.string(), b: v.string() })),
});

/** A review file of the current version. */
export const fileSchema = v.object({
  format: v.literal('paralign-review'),
  version: v.literal(2),
  sequence: index,
  nextRow: index,
  model: v.optional(v.nullable(v.string()), null),
  segmented: v.optional(v.boolean(), false),
  encoding: v.exactOptional(v.string()),
  /** Since version 2, where it is not paralign's own way. */
  splitting: v.exactOptional(splitting),
  glossary: v.exactOptional(glossary),
  /** Since version 2, where `paralign match` found the sources. */
  match: v.exactOptional(match),
  sources: v.array(source),
  streams: v.array(v.object({ source: index, language: v.string() })),
  alignments: v.array(
    v.object({
      a: index,
      b: index,
      mode: v.picklist(modes),
      reason: v.string(),
      passages: v.exactOptional(v.array(v.object({ a: ends, b: ends, moved: v.boolean() }))),
    }),
  ),
  sentences: v.array(sentenceSchema),
  rows: v.array(rowSchema),
  history: v.object({ position: index, entries: v.array(entrySchema) }),
});

/** A line of the journal that names a state of the review file. */
export const baseSchema = v.object({ type: v.literal('base'), sha256: v.string() });

/** A line of the journal that contains an action. */
export const recordSchema = v.variant('type', [
  v.object({ type: v.literal('do'), sequence: index, entry: entrySchema }),
  v.object({ type: v.literal('undo'), sequence: index }),
  v.object({ type: v.literal('redo'), sequence: index }),
]);
