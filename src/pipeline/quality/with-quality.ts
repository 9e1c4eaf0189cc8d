/** Tables and passing records with the quality of their rows. */
import type { Paragraph, Row, Table } from '../../domain.js';
import { tableHead, type OutputHead } from '../../write/records/head.js';
import type { PassingRecords } from '../../write/records/passing-rows.js';
import { outputRecords, type OutputRecord } from '../../write/records/records.js';
import { unjudged, type Judged } from '../../quality-faults.js';
import type { Judgement } from '../../quality/judge.js';
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
    if (!anew && row.quality !== undefined) return row;
    return { ...unjudged(row), ...judged(found[index]) };
  });
  return { ...table, rows };
}

/** Records in batches, with their quality. As `withQuality`. */
export function passingQuality(
  { head, batches }: PassingRecords,
  { anew = false, embed = bundledVectors }: QualityOptions = {},
): PassingRecords {
  if (head.hasQuality && !anew) return { head, batches };
  const lists = head.sources.map(({ paragraphs }): Paragraph[] => {
    const list: Paragraph[] = [];
    list.length = paragraphs.length;
    return list;
  });
  const sources = head.sources.map((source, index) => ({
    ...source,
    paragraphs: lists[index] ?? [],
  }));
  async function* judge(): AsyncGenerator<readonly OutputRecord[], void, undefined> {
    const quality = new RecordQuality(head, embed);
    for await (const some of gathered(head, batches, recordsToLearn)) {
      const found = await quality.judge(some.records);
      for (const [source, own] of some.paragraphs.entries())
        for (const paragraph of own) (lists[source] ?? [])[paragraph.number - 1] = paragraph;
      yield some.records.map((record, at) => ({ ...unjudged(record), ...judged(found[at]) }));
      for (const [source, own] of some.paragraphs.entries())
        for (const { number } of own) Reflect.deleteProperty(lists[source] ?? [], number - 1);
    }
  }
  return { head: { ...head, sources, hasQuality: true }, batches: judge() };
}

/** What is known of a row then. */
function judged(found: Judgement | undefined): Judged {
  if (found === undefined) return {};
  const { quality, faults } = found;
  return { quality, ...(faults.length > 0 && { faults }) };
}

function isKnown({ quality, cells }: OutputRecord): boolean {
  return quality !== undefined || cells.filter((cell) => cell !== null).length < 2;
}

/** Records, and the paragraphs of each source that they are in, which the head has only while their batch is current. */
interface Gathered {
  readonly records: OutputRecord[];
  readonly paragraphs: Paragraph[][];
}

async function* gathered(
  { sources }: OutputHead,
  batches: AsyncIterable<readonly OutputRecord[]>,
  size: number,
): AsyncGenerator<Gathered, void, undefined> {
  const none = (): Gathered => ({ records: [], paragraphs: sources.map(() => []) });
  let some = none();
  for await (const batch of batches) {
    some.records.push(...batch);
    for (const { cells } of batch)
      for (const cell of cells)
        for (const { paragraph: number } of cell?.sentences ?? []) {
          const source = cell?.source ?? 0;
          const paragraph = sources[source]?.paragraphs[number - 1];
          if (paragraph) some.paragraphs[source]?.push(paragraph);
        }
    if (some.records.length < size) continue;
    yield some;
    some = none();
  }
  if (some.records.length > 0) yield some;
}
