/** A large table of two texts as rows that come one after the other and are never all held as objects. */
import { isZip } from '../../read/archive/is-zip.js';
import { headLength, recogniseFormat } from '../../read/formats.js';
import type { PairFile } from '../../read/tables/stored/read-pairs.js';
import type { StoredPairs } from '../../read/tables/stored/stored-pairs.js';
import { refuseOwn } from '../../read/unread-formats.js';
import { resolveLanguages } from '../references/source-references.js';
import { detectedText } from './passing-detection.js';
import { paused, type PassingFile, type PassingFileOptions } from './passing-memory.js';
import { passingPairs, type Pair, type PairText, type PassingMemory } from './passing-pairs.js';

/**
 * Opens a table of two columns by reading it once.
 *
 * @returns undefined for a file of another format, or of other columns: it is to be read as a whole
 * @throws AppError as the format's reader, and `usage` for a language of a source that is not there
 */
export async function openPassingTable(
  file: PassingFile,
  { checks, columns, languages, from, signal }: PassingFileOptions,
): Promise<PassingMemory | undefined> {
  const { name, operand } = file;
  const format = formatOf(file, from);
  if (format === undefined) return undefined;
  const pieces = (): AsyncIterable<Uint8Array> => paused(file.pieces(), signal);
  const stored = await readTable({ ...file, pieces }, format, columns);
  if (!stored) return undefined;
  const [a, b] = stored.texts;
  if (a.part === b.part) return undefined;
  const given = resolveLanguages(
    languages,
    stored.texts.map(({ part }) => ({
      name: `${name}:${part}`,
      operand: `${operand}:${part}`,
    })),
  );
  const texts = [0, 1].map((side) => textOf(name, stored, side === 0 ? 0 : 1, given[side]));
  const [first, second] = texts;
  if (!first || !second) return undefined;
  const { kind } = stored;
  return passingPairs(
    {
      format,
      ...(kind && { kind }),
      texts: () => [first, second],
      pairs: () => inBatches(stored.pairs(), signal),
      // What is too long has been refused.
      isTooLong: () => false,
    },
    { checks },
  );
}

const tableFormats = ['csv', 'tsv', 'jsonl', 'xlsx', 'xliff', 'po'] as const;
type TableFormat = (typeof tableFormats)[number];

/** The readers are loaded when a file needs them. */
async function readTable(
  file: PairFile,
  format: TableFormat,
  columns: readonly string[] | undefined,
): Promise<StoredPairs | undefined> {
  if (format === 'xlsx') {
    const { workbookPairs } = await import('../../read/tables/stored/workbook-pairs.js');
    return workbookPairs(file, columns);
  }
  if (format === 'xliff' || format === 'po') {
    if (columns !== undefined) return undefined;
    const { UnitPairs } = await import('../../read/tables/stored/unit-pairs.js');
    const pairs = new UnitPairs();
    if (format === 'po') {
      const { readPo } = await import('../../read/tables/po/po.js');
      await readPo(file.name, file.pieces(), pairs);
    } else {
      const { readXliff } = await import('../../read/tables/xliff/xliff.js');
      await readXliff(file.name, file.pieces(), pairs);
    }
    return pairs.finish();
  }
  const { readPairs } = await import('../../read/tables/stored/read-pairs.js');
  return readPairs(file, format, columns);
}

function formatOf({ name, head }: PassingFile, from: string | undefined): TableFormat | undefined {
  const known = (format: string): TableFormat | undefined =>
    tableFormats.find((own) => own === format);
  if (from !== undefined) return known(from.toLowerCase());
  // Of all archives, only workbooks are tables.
  if (isZip(head)) return /\.xls[xm]$/i.test(name) ? 'xlsx' : undefined;
  const start = head.subarray(0, headLength);
  refuseOwn(name, start);
  const format = known(recogniseFormat(name, start).name);
  return format === 'xlsx' ? undefined : format;
}

function textOf(
  name: string,
  stored: StoredPairs,
  side: 0 | 1,
  given: string | undefined,
): PairText | undefined {
  const { part, language: stated, notices } = stored.texts[side];
  const language = given ?? stated;
  const own = { name: `${name}:${part}`, ...(notices.length > 0 && { notices }) };
  if (language !== undefined) return { ...own, language };
  const all = [...stored.textsOf(side)];
  return detectedText(own, (index) => all[index] ?? '', all.length);
}

/** Rows per batch, as for any table. */
const rowsPerBatch = 64;
/** After so many batches, the program may look at its signals. */
const batchesBetweenPauses = 64;

async function* inBatches(
  pairs: Iterable<Pair>,
  signal?: AbortSignal,
): AsyncGenerator<readonly Pair[], void, undefined> {
  let batch: Pair[] = [];
  let batches = 0;
  for (const pair of pairs) {
    if (batch.push(pair) < rowsPerBatch) continue;
    yield batch;
    batch = [];
    if (++batches % batchesBetweenPauses !== 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  if (batch.length > 0) yield batch;
}
