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
    options: [],
    holds: everything,
    sources: 'any',
    load: async () => (await import('./formats/json.js')).writeJson,
  },
  {
    name: 'jsonl',
    endings: ['jsonl'],
    mediaType: 'application/jsonl',
    options: [],
    holds: everything,
    sources: 'any',
    load: async () => (await import('./formats/jsonl.js')).writeJsonl,
  },
  {
    name: 'xlsx',
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    options: [],
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
    name: 'html',
    endings: ['html', 'htm'],
    mediaType: 'text/html',
    options: ['layout'],
    holds: { checks: false, statuses: false, edits: true },
    sources: 'any',
    load: async () => (await import('./formats/html.js')).writeHtml,
  },
  {
    name: 'epub',
    endings: ['epub'],
    mediaType: 'application/epub+zip',
    options: ['layout'],
    holds: { checks: false, statuses: false, edits: true, noise: false },
    sources: 'any',
    load: async () => (await import('./formats/epub.js')).writeEpub,
  },
  {
    name: 'docx',
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    options: ['layout'],
    holds: { checks: false, statuses: false, edits: true, noise: false },
    sources: 'any',
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

/** A review file contains more than records: the code that makes a review of the table writes it. */
export const reviewFormat = { name: 'paralign', endings: ['paralign'] } as const;

/** All formats in which a table can be written. */
export type OutputName = FormatName | (typeof reviewFormat)['name'];

/** Names as `--format` takes them where a review can also be written. */
export const outputNames: readonly OutputName[] = [...formatNames, reviewFormat.name];

/** Formats recognised by their endings but not yet written. */
export const formatsToCome = [
  { name: 'tmx', endings: ['tmx'] },
  { name: 'xliff', endings: ['xliff', 'xlf'] },
  { name: 'moses', endings: ['moses'] },
  { name: 'columns', endings: ['columns'] },
  { name: 'ladder', endings: ['ladder'] },
  { name: 'linkgrp', endings: ['linkgrp'] },
  { name: 'tei', endings: ['tei'] },
  { name: 'po', endings: ['po'] },
] as const;

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
