/** The table of output formats: adding one is a file and a line here. */
import { writeCsv } from './formats/csv.js';
import { writeJson } from './formats/json.js';
import { writeJsonl } from './formats/jsonl.js';
import type { Writer } from './records/output-format.js';
import { writeTsv } from './formats/tsv.js';
import { writeVecalign } from './formats/vecalign.js';

/** Names as `--format` takes them; each is also the ending of its files. */
export const formatNames = ['csv', 'tsv', 'json', 'jsonl', 'vecalign'] as const;

/** A name of an output format. */
export type FormatName = (typeof formatNames)[number];

/** The writer of each format. */
export const writers: Readonly<Record<FormatName, Writer>> = {
  csv: writeCsv,
  tsv: writeTsv,
  json: writeJson,
  jsonl: writeJsonl,
  vecalign: writeVecalign,
};

/** Whether a format has room for what checks found: work that nobody will see is not done. */
export function showsChecks(format: FormatName): boolean {
  return format !== 'vecalign';
}

/** Whether a word names a format. */
export function isFormatName(word: string): word is FormatName {
  return (formatNames as readonly string[]).includes(word);
}

/** The format a file's ending names, if any. */
export function formatOfFile(path: string): FormatName | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return isFormatName(ending) ? ending : undefined;
}
