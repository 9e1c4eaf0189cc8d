/** Options that choose rows of an output. */
import { dedups, dedupSides } from '../../write/filter/repeats.js';
import { statuses } from '../../domain.js';
import { formatsTaking } from '../../write/formats.js';
import type { OptionSpec } from './option-spec.js';

/** Which rows to write or show. */
export const filterOptions = {
  status: {
    long: 'status',
    group: 'Output',
    value: { name: 'LIST', kind: 'text' },
    summary: `Only rows with one of these statuses: ${statuses.join(',')}`,
  },
  minConfidence: {
    long: 'min-confidence',
    group: 'Output',
    value: { name: 'P', kind: 'number', min: 0, max: 1 },
    summary: 'Only rows with at least this confidence, and rows linked by hand',
  },
  type: {
    long: 'type',
    group: 'Output',
    value: { name: '1-1,2-1', kind: 'text' },
    summary: 'Only rows with these numbers of sentences (1-0: without a partner)',
  },
  language: {
    long: 'language',
    group: 'Output',
    value: { name: 'LIST', kind: 'text' },
    summary: 'Only rows that have a text in one of these languages (es,en), or in both (es+en)',
  },
  dedup: {
    long: 'dedup',
    group: 'Output',
    value: { name: 'HOW', kind: 'choice', choices: dedups },
    summary:
      'Of pairs with the same texts (exact), or the same but for case, spaces and numbers (folded), only the first',
  },
  dedupBy: {
    long: 'dedup-by',
    group: 'Output',
    value: { name: 'SIDE', kind: 'choice', choices: dedupSides },
    summary:
      'Which texts --dedup compares: both of a pair (if not given), either, or those of the first (a) or second (b) column',
  },
  quality: {
    long: 'quality',
    group: 'Output',
    summary:
      'Judge how good an example of translation each pair is, from 0 to 1, and add it to csv, tsv, xlsx, json, jsonl and reviews',
  },
  minQuality: {
    long: 'min-quality',
    group: 'Output',
    value: { name: 'Q', kind: 'number', min: 0, max: 1 },
    summary: 'Leave out pairs of less than this quality, which is judged if the file has none',
  },
} as const satisfies Record<string, OptionSpec>;

/** The same for what has been checked: `align` has another option of this name. */
export const reviewFilterOptions = {
  ...filterOptions,
  differing: {
    long: 'checks',
    group: 'Output',
    summary: 'Only rows in which a check found a difference',
  },
} as const satisfies Record<string, OptionSpec>;

/** What the filters leave out, as an output of its own. */
export const leftOutOption = {
  long: 'left-out',
  group: 'Output',
  summary:
    'Also write what the filters leave out, with the reason: NAME.left-out.csv beside NAME.csv',
} as const satisfies OptionSpec;

/** The same for what shows all rows. */
export const qualityOption = {
  ...filterOptions.quality,
  summary:
    'Judge how good an example of translation each pair is, from 0 to 1, and why it is no better',
} as const satisfies OptionSpec;

/** Filters that need files of their own. */
export const splitOption = {
  long: 'split-at',
  group: 'Output',
  value: { name: 'P', kind: 'number', min: 0, max: 1 },
  summary:
    'Write two files: NAME.sure.csv with rows of at least this confidence and those that a reviewer accepted, NAME.rest.csv with all others',
} as const satisfies OptionSpec;

/** Links between words. */
export const wordsOption = {
  long: 'words',
  group: 'Output',
  summary: `Also link the words that say the same, within each pair (${formatsTaking('words').join(', ')})`,
} as const satisfies OptionSpec;
