/**
 * The option table: every option that more than one command has stands here once. Commands put
 * their `options` together from these and add what only they have.
 */
import { sureConfidence } from '../../confidence.js';
import { modes, statuses } from '../../domain.js';
import { colorChoices } from '../../terminal/color.js';
import { documentFormats } from '../../read/formats.js';
import { formatsTaking, outputNames } from '../../write/formats.js';
import type { OptionSpec } from './option-spec.js';

/** Options that every command has; `parse-arguments.ts` adds them by itself. */
export const globalOptions: readonly OptionSpec[] = [
  {
    long: 'json',
    group: 'General',
    summary: 'Print the result as one JSON document where there is one, and errors as JSON',
  },
  { long: 'quiet', short: 'q', group: 'General', summary: 'Say nothing but the result and errors' },
  { long: 'verbose', short: 'v', group: 'General', summary: 'Say more about what is going on' },
  {
    long: 'color',
    group: 'General',
    summary: 'Colour the output (NO_COLOR and FORCE_COLOR count too)',
    value: { name: 'WHEN', kind: 'choice', choices: colorChoices },
    default: 'auto',
    configurable: true,
  },
  {
    long: 'input',
    negatable: true,
    group: 'General',
    summary: 'Ask and open a screen where a command would; --no-input never does',
    default: true,
  },
  { long: 'debug', group: 'General', summary: 'Show the stack of an error' },
  { long: 'help', short: 'h', group: 'General', summary: 'Show help' },
  { long: 'version', short: 'V', group: 'General', summary: 'Show the version' },
];

/** How sources are read: for every command that takes sources. */
export const inputOptions = {
  segmented: {
    long: 'segmented',
    group: 'Input',
    summary: 'One sentence a line already; never split, merge or mark as noise',
  },
  lang: {
    long: 'lang',
    group: 'Input',
    repeatable: true,
    value: { name: 'A=es', kind: 'text' },
    summary:
      'Language of a source, by letter, number or name (A=es, 2=English, x.txt=fr), or in order (es,en)',
  },
  only: {
    long: 'only',
    group: 'Input',
    value: { name: 'es,en', kind: 'text' },
    summary: 'Languages to expect; text plainly in another one is left out and listed',
    configurable: true,
  },
  encoding: {
    long: 'encoding',
    group: 'Input',
    value: { name: 'NAME', kind: 'text' },
    summary: 'Encoding of the sources, when it is not recognised (windows-1252, gb18030, ...)',
    configurable: true,
  },
  from: {
    long: 'from',
    group: 'Input',
    value: { name: 'FORMAT', kind: 'choice', choices: documentFormats.map(({ name }) => name) },
    summary: 'Format of the sources, when it is not what content and name say',
  },
  keepNoise: {
    long: 'keep-noise',
    group: 'Input',
    summary: 'Align page furniture, leftover markup and repeats too',
    configurable: true,
  },
} as const satisfies Record<string, OptionSpec>;

/** Every option of how sources are read, in the order of help. */
export const inputOptionTable: readonly OptionSpec[] = Object.values(inputOptions);

/** Which model embeds: for every command that embeds. */
export const modelOptions = {
  model: {
    long: 'model',
    group: 'Alignment',
    value: { name: 'NAME|FOLDER', kind: 'text' },
    summary: 'Sentence model: a name that "paralign models" lists, or a folder',
    configurable: true,
  },
  cache: {
    long: 'cache',
    negatable: true,
    group: 'Alignment',
    summary: 'Keep computed vectors in the cache folder for the next run',
    default: true,
    configurable: true,
  },
} as const satisfies Record<string, OptionSpec>;

/** How streams are aligned. */
export const alignmentOptions = {
  mode: {
    long: 'mode',
    group: 'Alignment',
    value: { name: 'MODE', kind: 'choice', choices: ['auto', ...modes] },
    summary: 'Translations in the same order, or texts that overlap in part in any order',
    default: 'auto',
    configurable: true,
  },
  pivot: {
    long: 'pivot',
    group: 'Alignment',
    value: { name: 'SOURCE', kind: 'text' },
    summary: 'The source that rows follow with three or more sources (letter, number or name)',
  },
  anchors: {
    long: 'anchors',
    group: 'Alignment',
    value: { name: 'FILE', kind: 'file' },
    summary: 'Links that are known: lines of sentence numbers, "12:14" or "3,4:5"',
  },
  checks: {
    long: 'checks',
    negatable: true,
    group: 'Alignment',
    summary: 'Compare numbers, dates, names and negation inside each pair',
    default: true,
    configurable: true,
  },
} as const satisfies Record<string, OptionSpec>;

/** Where results go and how they look. */
export const outputOptions = {
  output: {
    long: 'output',
    short: 'o',
    group: 'Output',
    value: { name: 'FILE', kind: 'file' },
    summary: 'Write the result to FILE, whole or not at all (- is stdout)',
  },
  clobber: {
    long: 'clobber',
    negatable: true,
    group: 'Output',
    summary: 'Replace FILE when it exists; --no-clobber refuses',
    default: true,
    configurable: true,
  },
  format: {
    long: 'format',
    group: 'Output',
    value: {
      name: 'FORMAT',
      kind: 'choice',
      choices: outputNames,
    },
    summary: 'Format of the result; by the ending of FILE, else csv; paralign is a new review',
  },
  pairsOnly: {
    long: 'pairs-only',
    group: 'Output',
    summary: 'Leave out unmatched sentences, noise and rejected rows',
    configurable: true,
  },
  bom: {
    long: 'bom',
    group: 'Output',
    summary: `Begin ${formatsTaking('bom').join(' and ')} with a byte order mark, for Excel`,
    configurable: true,
  },
  delimiter: {
    long: 'delimiter',
    group: 'Output',
    value: { name: 'CHAR', kind: 'text' },
    summary: `Separator of ${formatsTaking('delimiter').join(' and ')} columns`,
    default: ',',
    configurable: true,
  },
  spreadsheetSafe: {
    long: 'spreadsheet-safe',
    group: 'Output',
    summary: "Put ' before cells that a spreadsheet would run as a formula",
    configurable: true,
  },
} as const satisfies Record<string, OptionSpec>;

/** Which rows are written or shown: for commands that read a review. */
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
    summary: 'Only rows of at least this confidence, and what a person linked',
  },
  differing: {
    long: 'checks',
    group: 'Output',
    summary: 'Only rows in which a check found a difference',
  },
} as const satisfies Record<string, OptionSpec>;

/** How the readable view of a table is shown. */
export const viewOptions = {
  all: {
    long: 'all',
    group: 'Output',
    summary: 'List sentences without a partner in the readable view, too',
  },
} as const satisfies Record<string, OptionSpec>;

/** Every option of `align`, which `batch` and `review` have too (without where the result goes). */
export const alignOptionTable: readonly OptionSpec[] = [
  ...inputOptionTable,
  ...Object.values(modelOptions),
  ...Object.values(alignmentOptions),
];

/** How many workers: in the table's shared part, because config files may set it. */
export const jobsOption = {
  long: 'jobs',
  short: 'j',
  group: 'Run',
  value: { name: 'N', kind: 'integer', min: 1, max: 256 },
  summary: 'Jobs to run at a time, each in a process of its own (default: by cores)',
  configurable: true,
} as const satisfies OptionSpec;

/** What only `review` has. */
export const reviewOptions = {
  threshold: {
    long: 'threshold',
    group: 'Output',
    value: { name: 'P', kind: 'number', min: 0, max: 1 },
    summary: 'Confidence below which a row needs review',
    default: sureConfidence,
    configurable: true,
  },
  plain: {
    long: 'plain',
    group: 'Output',
    summary: 'One row at a time, line by line: for screen readers and scripts',
    configurable: true,
  },
  ascii: {
    long: 'ascii',
    group: 'Output',
    summary: 'ASCII signs only (taken by itself where the locale is not UTF-8)',
    configurable: true,
  },
  bidi: {
    long: 'bidi',
    group: 'Output',
    value: { name: 'HOW', kind: 'choice', choices: ['logical', 'isolate', 'visual'] },
    summary: 'Right-to-left text: as written; fenced; or put in order for terminals that do not',
    default: 'logical',
    configurable: true,
  },
  update: {
    long: 'update',
    group: 'Input',
    summary: 'Carry an existing review over to the sources as they are now; the old one is kept',
  },
  import: {
    long: 'import',
    group: 'Input',
    value: { name: 'EDITED.csv', kind: 'file' },
    summary:
      'Take over what a person changed in a CSV of this review: status, note, flagged, texts',
  },
  dryRun: {
    long: 'dry-run',
    group: 'Run',
    summary: 'With --import: list what would be changed, and change nothing',
  },
  keys: { long: 'keys', group: 'Output', summary: 'Print the keys and their names, and end' },
} as const satisfies Record<string, OptionSpec>;

/** Options that the environment and the config files can set, of all commands. */
export function configurableOptions(): readonly OptionSpec[] {
  const all: readonly OptionSpec[] = [
    ...alignOptionTable,
    ...Object.values(outputOptions),
    ...Object.values(reviewOptions),
    jobsOption,
    ...globalOptions,
  ];
  return all.filter(({ configurable }) => configurable === true);
}
