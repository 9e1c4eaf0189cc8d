import type { Table } from '../../domain.js';
import { bundledModel, loadChosenModel } from '../../pipeline/chosen-model.js';
import { wordsOfTable } from '../../pipeline/words/table-words.js';
import { formatsTaking, type FormatName } from '../../write/formats.js';
import type { Cell } from '../../write/records/records.js';
import type { RecordWords } from '../../write/records/word-links.js';
import type { WriteOptions } from '../../write/write-table.js';

/**
 * The options with the links between the words of a table, for formats that take them. Loads the bundled model. Throws as
 * `loadChosenModel`.
 */
export async function withWords(
  table: Table,
  format: FormatName,
  options: WriteOptions,
): Promise<WriteOptions> {
  if (!formatsTaking('words').includes(format)) return options;
  return { ...options, words: await findWords(table) };
}

/** The links between the words of a table. Loads the bundled model. Throws as `loadChosenModel`. */
export async function findWords(
  table: Table,
  textOf?: (cell: Cell) => string,
): Promise<RecordWords> {
  const embedder = await loadChosenModel(bundledModel);
  try {
    return await wordsOfTable(table, embedder, textOf);
  } finally {
    await embedder.close();
  }
}
