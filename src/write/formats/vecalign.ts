import { AppError } from '../../errors.js';
import { decimal } from '../records/cell-fields.js';
import type { Writer } from '../records/output-format.js';
import type { OutputRecord } from '../records/records.js';
import { outputRecords } from '../records/records.js';

/**
 * vecalign's notation, for its scorer and for exchange: `[0, 1]:[2]:0.8312`, 0-based numbers of the
 * two sources' sentences, every sentence once. Noise, sentences in no stream, and rows that stand
 * within one source are written as unaligned, `[3]:[]:0.0`. The number behind is paralign's score
 * (higher is better), where vecalign itself writes a cost. Throws AppError `two-sources-only`.
 */
export const writeVecalign: Writer = function* (table, options = {}) {
  if (table.sources.length !== 2)
    throw new AppError(
      'two-sources-only',
      `the vecalign format holds two sources, not ${table.sources.length}`,
      { hint: 'take --format csv or json' },
    );
  for (const record of outputRecords(table, options)) {
    const [a, b] = [sentencesOf(record, 0), sentencesOf(record, 1)];
    if (a.length > 0 && b.length > 0) yield `${list(a)}:${list(b)}:${decimal(record.score)}\n`;
    else if (!options.pairsOnly) {
      if (a.length > 0) yield `${list(a)}:[]:0.0\n`;
      if (b.length > 0) yield `[]:${list(b)}:0.0\n`;
    }
  }
};

/** 0-based numbers of the record's sentences of a source, whatever column they stand in. */
function sentencesOf(record: OutputRecord, source: number): number[] {
  return record.cells
    .filter((cell) => cell?.source === source)
    .flatMap((cell) => cell?.sentences.map(({ number }) => number - 1) ?? [])
    .sort((x, y) => x - y);
}

function list(numbers: readonly number[]): string {
  return `[${numbers.join(', ')}]`;
}
