/**
 * The option table: every option that several commands share is defined here once. Commands combine
 * these with options of their own.
 */
import { sureConfidence } from '../../confidence.js';
import { largestSide, modes } from '../../domain.js';
import { colorChoices } from '../../terminal/color.js';
import { tableRows } from '../../read/documents/document.js';
import { documentFormats } from '../../read/formats.js';
import { linkFormatNames } from '../../read/numbers/number-formats.js';
import { formatsTaking, outputNames } from '../../write/formats.js';
import { layouts } from '../../write/records/output-format.js';
import type { OptionSpec } from './option-spec.js';

/** Options that every command has. */
export const globalOptions: readonly OptionSpec[] = [
  {
    long: 'json',
    group: 'General',
    summary: 'Print the result, warnings and errors as JSON',
  },
  { long: 'quiet', short: 'q', group: 'General', summary: 'Print only the result and errors' },
  { long: 'verbose', short: 'v', group: 'General', summary: 'Print more detail' },
  {
    long: 'color',
    group: 'General',
    summary: 'Colour the output; NO_COLOR and FORCE_COLOR are honoured',
    value: { name: 'WHEN', kind: 'choice', choices: colorChoices },
    default: 'auto',
    configurable: true,
  },
  {
    long: 'input',
    negatable: true,
    group: 'General',
    summary: 'Allow questions and screens; --no-input never asks',
    default: true,
  },
  { long: 'debug', group: 'General', summary: 'Show the stack trace of an error' },
  { long: 'help', short: 'h', group: 'General', summary: 'Show help' },
  { long: 'version', short: 'V', group: 'General', summary: 'Show the version' },
];

const documentNames = documentFormats.map(({ name }) => name);

/** How to read sources. */
export const inputOptions = {
  segmented: {
    long: 'segmented',
    group: 'Input',
    summary: 'The sources have one sentence per line; keep the lines exactly',
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
    summary: 'Expect only these languages; text in any other is listed but not aligned',
    configurable: true,
  },
  encoding: {
    long: 'encoding',
    group: 'Input',
    value: { name: 'NAME', kind: 'text' },
    summary: 'Encoding of the sources, if it is not recognised (windows-1252, gb18030, ...)',
    configurable: true,
  },
  from: {
    long: 'from',
    group: 'Input',
    value: { name: 'FORMAT', kind: 'choice', choices: documentNames },
    summary: 'Format of the sources, if it is not recognised',
  },
  columns: {
    long: 'columns',
    group: 'Input',
    value: { name: 'en,es', kind: 'text' },
    summary: 'Columns of a CSV, TSV or Excel table to read as sources: by header, letter or number',
  },
  rows: {
    long: 'rows',
    group: 'Input',
    value: { name: 'HOW', kind: 'choice', choices: tableRows },
    summary:
      'Whether the cells in one row of a table belong together (linked), or each column is a running text (text)',
  },
  joinCues: {
    long: 'join-cues',
    group: 'Input',
    summary: 'Join the subtitles that one sentence runs over',
    configurable: true,
  },
  srx: {
    long: 'srx',
    group: 'Input',
    value: { name: 'FILE', kind: 'file' },
    summary: 'Split sentences by these rules (SRX 2.0), in the languages that they are for',
    configurable: true,
  },
  abbreviations: {
    long: 'abbreviations',
    group: 'Input',
    value: { name: 'FILE', kind: 'file' },
    summary: 'Abbreviations that never end a sentence, one per line, under [de] or after "de:"',
    configurable: true,
  },
  keepNoise: {
    long: 'keep-noise',
    group: 'Input',
    summary: 'Align menus, adverts, leftover markup and repeats too',
    configurable: true,
  },
} as const satisfies Record<string, OptionSpec>;

/** The same, in the order of help. */
export const inputOptionTable: readonly OptionSpec[] = Object.values(inputOptions);

/** How a file of linked texts is read by the commands that open one as it is. */
export const tableInputOptions: readonly OptionSpec[] = [
  inputOptions.lang,
  inputOptions.encoding,
  {
    ...inputOptions.from,
    value: { ...inputOptions.from.value, choices: [...documentNames, ...linkFormatNames] },
    summary: 'Format of the file, if it is not recognised',
  },
  inputOptions.columns,
  inputOptions.segmented,
];

/** Which model embeds sentences. */
export const modelOptions = {
  model: {
    long: 'model',
    group: 'Alignment',
    value: { name: 'NAME|FOLDER', kind: 'text' },
    summary: 'Sentence model: a name listed by "paralign models", or a folder',
    configurable: true,
  },
  cache: {
    long: 'cache',
    negatable: true,
    group: 'Alignment',
    summary: 'Keep sentence vectors in a cache for later runs',
    default: true,
    configurable: true,
  },
} as const satisfies Record<string, OptionSpec>;

/** How to align. */
export const alignmentOptions = {
  mode: {
    long: 'mode',
    group: 'Alignment',
    value: { name: 'MODE', kind: 'choice', choices: ['auto', ...modes] },
    summary:
      'How the texts relate: translations in the same order (parallel), or texts that overlap in part (comparable)',
    default: 'auto',
    configurable: true,
  },
  pivot: {
    long: 'pivot',
    group: 'Alignment',
    value: { name: 'SOURCE', kind: 'text' },
    summary:
      'With three or more sources: the one whose order the rows follow (letter, number or name)',
  },
  anchors: {
    long: 'anchors',
    group: 'Alignment',
    value: { name: 'FILE', kind: 'file' },
    summary:
      'Pairs you already know: lines of sentence numbers, such as 12:14 or 3,4:5; or a translation memory or table',
  },
  boundary: {
    long: 'boundary',
    group: 'Alignment',
    value: { name: 'REGEX', kind: 'text' },
    summary:
      'Sentences with which chapters begin, besides headings, such as "^Chapter [0-9]+"; no pair reaches across',
    configurable: true,
  },
  maxBead: {
    long: 'max-bead',
    group: 'Alignment',
    value: { name: 'N', kind: 'integer', min: 1, max: largestSide },
    summary:
      'The most sentences on one side of a pair, 1 to 10 (default: as many as the texts ask for); known pairs may be larger',
    configurable: true,
  },
  oneToOne: {
    long: 'one-to-one',
    group: 'Alignment',
    summary: 'Pair single sentences only: the same as --max-bead 1',
    configurable: true,
  },
  glossary: {
    long: 'glossary',
    group: 'Alignment',
    value: { name: 'FILE', kind: 'file' },
    summary:
      'Agreed translations: a table with a column per language (en,de), TBX, or a dictionary of hunalign',
    configurable: true,
  },
  checks: {
    long: 'checks',
    negatable: true,
    group: 'Alignment',
    summary: 'Compare numbers, dates, names and negation within each pair',
    default: true,
    configurable: true,
  },
} as const satisfies Record<string, OptionSpec>;

/** Where and how to write results. */
export const outputOptions = {
  output: {
    long: 'output',
    short: 'o',
    group: 'Output',
    value: { name: 'FILE', kind: 'file' },
    summary: 'Write the result to FILE (- is standard output)',
  },
  clobber: {
    long: 'clobber',
    negatable: true,
    group: 'Output',
    summary: 'Replace FILE if it exists; --no-clobber refuses',
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
    summary:
      'Format of the result (default: by the ending of FILE, otherwise csv); paralign creates a review',
  },
  pairsOnly: {
    long: 'pairs-only',
    group: 'Output',
    summary: 'Omit unmatched sentences, noise and rejected rows',
    configurable: true,
  },
  bom: {
    long: 'bom',
    group: 'Output',
    summary: `Begin ${formatsTaking('bom').join(' and ')} with a byte order mark (for Excel)`,
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
    summary: "Prefix cells that a spreadsheet would run as a formula with '",
    configurable: true,
  },
  date: {
    long: 'date',
    group: 'Output',
    value: { name: 'DATE', kind: 'text' },
    summary: `Date of the pairs in ${formatsTaking('date').join(' and ')}: 2026-11-29 or 2026-11-29T10:15Z (default: none)`,
  },
  author: {
    long: 'author',
    group: 'Output',
    value: { name: 'NAME', kind: 'text' },
    summary: `Author of the pairs in ${formatsTaking('author').join(' and ')} (default: none)`,
    configurable: true,
  },
  layout: {
    long: 'layout',
    group: 'Output',
    value: { name: 'HOW', kind: 'choice', choices: layouts },
    summary: `How the texts of ${formatsTaking('layout').join(', ')} stand to each other (default: side; for epub below)`,
    configurable: true,
  },
} as const satisfies Record<string, OptionSpec>;

/** How to show the readable view of a table. */
export const viewOptions = {
  all: {
    long: 'all',
    group: 'Output',
    summary: 'Also list sentences without a partner in the readable view',
  },
} as const satisfies Record<string, OptionSpec>;

/** The options of `align`, `batch`, `explain` and `review`, except those for the output. */
export const alignOptionTable: readonly OptionSpec[] = [
  ...inputOptionTable,
  ...Object.values(modelOptions),
  ...Object.values(alignmentOptions),
];

/** How many workers. It is defined here because config files may set it. */
export const jobsOption = {
  long: 'jobs',
  short: 'j',
  group: 'Run',
  value: { name: 'N', kind: 'integer', min: 1, max: 256 },
  summary: 'How many jobs to run at once, each in its own process (default: one per core)',
  configurable: true,
} as const satisfies OptionSpec;

/** How many threads of this process. */
export const threadsOption = {
  long: 'threads',
  group: 'Run',
  value: { name: 'N', kind: 'integer', min: 1, max: 256 },
  summary: 'How many cores to use (default: all); the result is the same for any number',
  configurable: true,
} as const satisfies OptionSpec;

/** Where the queue is. Not in config files: a project's must not send its jobs to somebody's server. */
export const queueOption = {
  long: 'queue',
  group: 'Run',
  value: { name: 'URL|FILE', kind: 'text' },
  summary:
    'Queue on Redis or Valkey: redis://host:6379, or a file with the URL (also from PARALIGN_QUEUE)',
} as const satisfies OptionSpec;

/** Options of `review` only. */
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
    summary: 'Work line by line instead of on a full screen, for screen readers and scripts',
    configurable: true,
  },
  ascii: {
    long: 'ascii',
    group: 'Output',
    summary: 'Use only ASCII symbols (automatic if the locale is not UTF-8)',
    configurable: true,
  },
  bidi: {
    long: 'bidi',
    group: 'Output',
    value: { name: 'HOW', kind: 'choice', choices: ['logical', 'isolate', 'visual'] },
    summary:
      'Right-to-left text: as written, isolated, or reordered for terminals that do not reorder it',
    default: 'logical',
    configurable: true,
  },
  update: {
    long: 'update',
    group: 'Input',
    summary: 'Carry the decisions over to sources that have changed (the old review is kept)',
  },
  keys: {
    long: 'keys',
    group: 'Output',
    summary: 'Print the keys and the names of their commands',
  },
  import: {
    long: 'import',
    group: 'Input',
    value: { name: 'FILE', kind: 'file' },
    summary:
      'Apply decisions made elsewhere: in a CSV export of the review (edited.csv), or on its report (decisions.json)',
  },
  decidedBy: {
    long: 'decided-by',
    group: 'Input',
    value: { name: 'NAME', kind: 'text' },
    summary: 'With --import: who decided, for the history (default: the name in decisions.json)',
  },
  dryRun: {
    long: 'dry-run',
    group: 'Run',
    summary: 'With --import: list the changes, but do not apply them',
  },
} as const satisfies Record<string, OptionSpec>;

/** The options of all commands that the environment and the config files can set. */
export function configurableOptions(): readonly OptionSpec[] {
  const all: readonly OptionSpec[] = [
    ...alignOptionTable,
    ...Object.values(outputOptions),
    ...Object.values(reviewOptions),
    jobsOption,
    threadsOption,
    ...globalOptions,
  ];
  return all.filter(({ configurable }) => configurable === true);
}
