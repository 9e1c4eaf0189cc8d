/**
 * The table of output formats: adding one is a file in `formats/` and a line here. Help, completions
 * and what the ending of a file means follow from it. The writers are loaded late, so that reading
 * the table costs nothing.
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
    name: 'vecalign',
    endings: ['vecalign'],
    mediaType: 'text/plain',
    options: [],
    holds: { checks: false, statuses: false, edits: false },
    sources: 'two',
    load: async () => (await import('./formats/vecalign.js')).writeVecalign,
  },
] as const satisfies readonly Format[];

/** A name of an output format. */
export type FormatName = (typeof formats)[number]['name'];

/** Names as `--format` takes them. */
export const formatNames: readonly FormatName[] = formats.map(({ name }) => name);

/** The line of a format. */
export function findFormat(name: FormatName): Format {
  const found = formats.find((format) => format.name === name);
  if (found === undefined) throw new RangeError(`no format is called ${name}`);
  return found;
}

/** Whether a word names a format. */
export function isFormatName(word: string): word is FormatName {
  return formats.some(({ name }) => name === word);
}

/** The format that a file's ending names, if any. */
export function formatOfFile(path: string): FormatName | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  return formats.find(({ endings }) => endings.some((known) => known === ending))?.name;
}

/** What a file of a format is called: `book.csv`. */
export function outputFileName(base: string, format: FormatName): string {
  return `${base}.${findFormat(format).endings[0]}`;
}

/** Names of the formats that take an option. */
export function formatsTaking(option: keyof FormatOptions): readonly FormatName[] {
  return formatNames.filter((name) => findFormat(name).options.includes(option));
}
