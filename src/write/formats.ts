/**
 * The table of output formats: adding one is a file in `formats/` and a line here. Help, completions
 * and the meaning of file endings follow from it. The writers are loaded on demand, so that reading the
 * table costs nothing.
 */
import type { Format, FormatOptions } from './records/output-format.js';

const everything = { checks: true, statuses: true, edits: true };

/** All formats, in the order of help. */
export const formats = [
  {
    name: 'csv',
    endings: ['csv'],
    mediaType: 'text/csv',
    options: ['bom', 'delimiter', 'spreadsheetSafe'],
    holds: everything,
    sources: 'any',
    load: async () => (await import('./formats/csv.js')).writeCsv,
  },
  {
    name: 'tsv',
    endings: ['tsv'],
    mediaType: 'text/tab-separated-values',
    options: ['bom', 'spreadsheetSafe'],
    holds: everything,
    sources: 'any',
    load: async () => (await import('./formats/tsv.js')).writeTsv,
  },
  {
    name: 'json',
    endings: ['json'],
    mediaType: 'application/json',
    options: ['words'],
    holds: everything,
    sources: 'any',
    load: async () => (await import('./formats/json.js')).writeJson,
  },
  {
    name: 'jsonl',
    endings: ['jsonl'],
    mediaType: 'application/jsonl',
    options: ['words'],
    holds: everything,
    sources: 'any',
    load: async () => (await import('./formats/jsonl.js')).writeJsonl,
  },
  {
    name: 'xlsx',
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    options: ['date', 'author'],
    holds: everything,
    sources: 'any',
    load: async () => (await import('./formats/xlsx.js')).writeXlsx,
  },
  {
    name: 'vecalign',
    endings: ['vecalign'],
    mediaType: 'text/plain',
    options: [],
    holds: { checks: false, statuses: false, edits: false },
    sources: 'two',
    load: async () => (await import('./formats/vecalign.js')).writeVecalign,
  },
  {
    name: 'tmx',
    endings: ['tmx'],
    mediaType: 'application/x-tmx+xml',
    options: ['date', 'author'],
    holds: everything,
    sources: 'any',
    pairsOnly: true,
    load: async () => (await import('./formats/tmx.js')).writeTmx,
  },
  {
    name: 'xliff',
    endings: ['xlf', 'xliff'],
    mediaType: 'application/xliff+xml',
    options: [],
    holds: { ...everything, statuses: false },
    sources: 'two',
    load: async () => (await import('./formats/xliff.js')).writeXliff,
  },
  {
    name: 'po',
    endings: ['po'],
    mediaType: 'text/x-gettext-translation',
    options: ['date', 'author'],
    holds: everything,
    sources: 'two',
    pairsOnly: true,
    load: async () => (await import('./formats/po.js')).writePo,
  },
  {
    name: 'moses',
    endings: ['moses'],
    mediaType: 'text/plain',
    options: [],
    holds: { checks: false, statuses: false, edits: true },
    sources: 'two',
    pairsOnly: true,
    severalFiles: true,
    load: async () => (await import('./formats/moses.js')).writeMoses,
  },
  {
    name: 'columns',
    endings: ['columns'],
    mediaType: 'text/tab-separated-values',
    options: [],
    holds: { checks: false, statuses: false, edits: true },
    sources: 'two',
    pairsOnly: true,
    load: async () => (await import('./formats/columns.js')).writeColumns,
  },
  {
    name: 'ladder',
    endings: ['ladder'],
    mediaType: 'text/plain',
    options: [],
    holds: { checks: false, statuses: false, edits: false },
    sources: 'two',
    load: async () => (await import('./formats/ladder.js')).writeLadder,
  },
  {
    name: 'linkgrp',
    endings: ['linkgrp'],
    mediaType: 'application/xml',
    options: [],
    holds: { checks: false, statuses: false, edits: false },
    sources: 'two',
    load: async () => (await import('./formats/linkgrp.js')).writeLinkGrp,
  },
  {
    name: 'tei',
    endings: ['tei'],
    mediaType: 'application/tei+xml',
    options: ['date'],
    holds: { checks: false, statuses: false, edits: true },
    sources: 'any',
    showsParagraphs: true,
    load: async () => (await import('./formats/tei.js')).writeTei,
  },
  {
    name: 'html',
    endings: ['html', 'htm'],
    mediaType: 'text/html',
    options: ['layout'],
    holds: { checks: false, statuses: false, edits: true },
    sources: 'any',
    showsParagraphs: true,
    load: async () => (await import('./formats/html.js')).writeHtml,
  },
  {
    name: 'epub',
    endings: ['epub'],
    mediaType: 'application/epub+zip',
    options: ['layout', 'date'],
    holds: { checks: false, statuses: false, edits: true, noise: false },
    sources: 'any',
    showsParagraphs: true,
    load: async () => (await import('./formats/epub.js')).writeEpub,
  },
  {
    name: 'docx',
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    options: ['layout', 'date', 'author'],
    holds: { checks: false, statuses: false, edits: true, noise: false },
    sources: 'any',
    showsParagraphs: true,
    load: async () => (await import('./formats/docx.js')).writeDocx,
  },
] as const satisfies readonly Format[];

/** A name of an output format. */
export type FormatName = (typeof formats)[number]['name'];

/** Names as `--format` takes them. */
export const formatNames: readonly FormatName[] = formats.map(({ name }) => name);

/** A format's line in the table. */
export function findFormat(name: FormatName): Format {
  const found = formats.find((format) => format.name === name);
  if (found === undefined) throw new RangeError(`unknown format ${name}`);
  return found;
}

/** Whether a format has no place for sentences without a partner. */
export function holdsPairsOnly(name: OutputName): boolean {
  return formats.some((format: Format) => format.name === name && format.pairsOnly === true);
}

/** A review file contains more than records: the code that makes a review of the table writes it. */
export const reviewFormat = { name: 'paralign', endings: ['paralign'] } as const;

/** All formats in which a table can be written. */
export type OutputName = FormatName | (typeof reviewFormat)['name'];

/** Names as `--format` takes them where a review can also be written. */
export const outputNames: readonly OutputName[] = [...formatNames, reviewFormat.name];

/** Whether a word names a format. */
export function isOutputName(word: string): word is OutputName {
  return outputNames.some((name) => name === word);
}

/** The format that a file's ending names, if any. */
export function formatOfFile(path: string): FormatName | undefined {
  const ending = endingOf(path);
  return formats.find(({ endings }) => endings.some((known) => known === ending))?.name;
}

/** Like `formatOfFile`, but also recognises review files. */
export function outputOfFile(path: string): OutputName | undefined {
  return endingOf(path) === 'paralign' ? 'paralign' : formatOfFile(path);
}

function endingOf(path: string): string | undefined {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
}

/** The name of a file in a format: `book.csv`. */
export function outputFileName(base: string, format: OutputName): string {
  const { endings } = format === 'paralign' ? reviewFormat : findFormat(format);
  return `${base}.${endings[0]}`;
}

/** Names of the formats that take an option. */
export function formatsTaking(option: keyof FormatOptions): readonly FormatName[] {
  return formatNames.filter((name) => findFormat(name).options.includes(option));
}
