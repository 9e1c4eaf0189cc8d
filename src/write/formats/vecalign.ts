import { decimal } from '../records/cell-fields.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';
import { filledCells, type OutputRecord } from '../records/records.js';

/**
 * vecalign's notation, for its scorer and for exchange: `[0, 1]:[2]:0.8312`, 0-based numbers of the
 * two sources' sentences, every sentence once. Noise, sentences in no stream, and rows within a
 * single source are written as unaligned, `[3]:[]:0.0`. The last number is paralign's score
 * (higher is better), where vecalign itself writes a cost.
 */
export const writeVecalign: WriteFormat = async function* (_head, batches) {
  for await (const records of batches) yield onlyFile(records.map(beadLine).join(''));
};

function beadLine(record: OutputRecord): string {
  const [a, b] = [sentencesOf(record, 0), sentencesOf(record, 1)];
  if (a.length + b.length === 0) return '';
  const score = a.length > 0 && b.length > 0 ? decimal(record.score) : '0.0';
  return `[${a.join(', ')}]:[${b.join(', ')}]:${score}\n`;
}

/** 0-based numbers of the record's sentences of a source, whatever their column. */
function sentencesOf(record: OutputRecord, source: number): number[] {
  return filledCells(record)
    .filter((cell) => cell.source === source)
    .flatMap(({ sentences }) => sentences.map(({ number }) => number - 1))
    .sort((x, y) => x - y);
}
