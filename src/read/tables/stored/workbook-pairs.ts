import { workbookTable } from '../workbook.js';
import { columnPairs } from './column-pairs.js';
import type { PairFile } from './read-pairs.js';
import type { StoredPairs } from './stored-pairs.js';

/** Reads a workbook whose rows have two texts, as `readPairs` reads other tables. */
export async function workbookPairs(
  { name, pieces }: PairFile,
  columns: readonly string[] | undefined,
): Promise<StoredPairs | undefined> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces()) all.push(piece);
  const { rows, notices } = await workbookTable(name, Buffer.concat(all), columns);
  const found = await columnPairs(name, rows, columns);
  if (!found) return undefined;
  const [a, b] = found.texts;
  return { ...found, texts: [{ ...a, notices: [...notices(), ...a.notices] }, b] };
}
