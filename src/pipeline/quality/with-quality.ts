/** Tables and passing records with the quality of their rows. */
import type { Row, Table } from '../../domain.js';
import { tableHead } from '../../write/records/head.js';
import type { PassingRecords } from '../../write/records/passing-rows.js';
import { outputRecords, type OutputRecord } from '../../write/records/records.js';
import { bundledVectors, type EmbedTexts } from './bundled-vectors.js';
import { RecordQuality, recordsToLearn } from './quality-of-records.js';

/** How qualities are given. */
export interface QualityOptions {
  /** Judge anew what has a quality already; else it is kept. */
  readonly anew?: boolean;
  readonly embed?: EmbedTexts;
}

/**
 * The same table; each row that links something has its quality. Rejects as `loadEmbedder`, if there is anything to
 * judge.
 */
export async function withQuality(
  table: Table,
  { anew = false, embed = bundledVectors }: QualityOptions = {},
): Promise<Table> {
  const head = tableHead(table);
  // What is left are the rows, in their order.
  const records = [...outputRecords(table, head.columns)].filter(
    ({ method }) => method !== 'noise' && method !== 'excluded',
  );
  if (!anew && records.every((record) => isKnown(record))) return table;
  const found = await new RecordQuality(head, embed).judge(records);
  const rows = table.rows.map((row, index): Row => {
    const quality = (anew ? undefined : row.quality) ?? found[index];
    const { quality: _before, ...rest } = row;
    return quality === undefined ? rest : { ...rest, quality };
  });
  return { ...table, rows };
}

/** Records in batches, with their quality. As `withQuality`. */
export function passingQuality(
  { head, batches }: PassingRecords,
  { anew = false, embed = bundledVectors }: QualityOptions = {},
): PassingRecords {
  if (head.hasQuality && !anew) return { head, batches };
  async function* judged(): AsyncGenerator<readonly OutputRecord[], void, undefined> {
    const quality = new RecordQuality(head, embed);
    for await (const some of gathered(batches, recordsToLearn)) {
      const found = await quality.judge(some);
      yield some.map((record, at) => {
        const { quality: _before, ...rest } = record;
        const own = found[at];
        return own === undefined ? rest : { ...rest, quality: own };
      });
    }
  }
  return { head: { ...head, hasQuality: true }, batches: judged() };
}

function isKnown({ quality, cells }: OutputRecord): boolean {
  return quality !== undefined || cells.filter((cell) => cell !== null).length < 2;
}

async function* gathered(
  batches: AsyncIterable<readonly OutputRecord[]>,
  size: number,
): AsyncGenerator<readonly OutputRecord[], void, undefined> {
  let list: OutputRecord[] = [];
  for await (const batch of batches) {
    list.push(...batch);
    if (list.length < size) continue;
    yield list;
    list = [];
  }
  if (list.length > 0) yield list;
}
