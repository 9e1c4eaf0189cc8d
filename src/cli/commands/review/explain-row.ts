/** Parts of a review for the aligner: some sentences of every column, embedded, aligned, explained. */
import { alignStreams } from '../../../align/align-streams.js';
import { explainBeads, type BeadPositions } from '../../../align/parallel/explain.js';
import { groupAlignments } from '../../../align/groups.js';
import type { StreamInput } from '../../../align/input/stream-input.js';
import type { Alignment, Embedder, Stream } from '../../../domain.js';
import {
  columnLabel,
  indexOfRow,
  rowType,
  sentenceNumbers,
  sentenceOf,
} from '../../../review/lookup.js';
import type { Review, ReviewRow } from '../../../review/model.js';
import { toSentence } from '../../../review/parts.js';
import type { RealignedRow, RealignRequest } from '../../../review/operations/realign.js';
import { originalText } from '../../../review/text.js';
import { explanationLines } from '../explain/render.js';

/** Rows on each side of a row that its explanation takes into account. */
const neighbourhood = 100;

/** Aligns some sentences of every column around fixed rows. */
export async function alignRegion(
  { review, sentences, anchors }: RealignRequest,
  embedder: Embedder,
): Promise<RealignedRow[]> {
  const inputs = await embedRegion(review, sentences, embedder);
  const place = placesOf(sentences);
  const alignments: Alignment[] = [];
  inputs.forEach((inputA, a) => {
    inputs.slice(a + 1).forEach((inputB, offset) => {
      const b = a + 1 + offset;
      const known = anchors
        .map((cells) => ({ a: place(a, cells), b: place(b, cells) }))
        .filter((anchor) => anchor.a.length + anchor.b.length > 0);
      const mode = review.alignments.find((own) => own.a === a && own.b === b)?.mode ?? 'auto';
      alignments.push({ a, b, ...alignStreams(inputA, inputB, { mode, anchors: known }) });
    });
  });
  const streams = inputs.map(({ stream }) => stream);
  return groupAlignments(streams, alignments).map((group) => ({
    ...group,
    cells: group.cells.map((cell, stream) =>
      cell.map((position) => sentences[stream]?.[position] ?? -1),
    ),
  }));
}

/** Why a row is as it is, by the aligner of parallel texts: a few lines for every pair of columns. */
export async function explainRow(
  review: Review,
  id: number,
  embedder: Embedder,
): Promise<readonly string[]> {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  if (row === undefined) return [];
  const rows = review.rows.slice(Math.max(0, at - neighbourhood), at + neighbourhood + 1);
  const start = (own: number) => sentenceOf(review, own).start;
  const sentences = review.streams.map((_, stream) =>
    rows.flatMap((own) => own.cells[stream] ?? []).sort((a, b) => start(a) - start(b) || a - b),
  );
  const inputs = await embedRegion(review, sentences, embedder);
  const place = placesOf(sentences);
  const lines = [
    `Row ${at + 1} (${rowType(row)}, ${row.method}): confidence ${row.confidence.toFixed(2)}, similarity ${row.score.toFixed(2)}`,
  ];
  row.cells.forEach((cell, stream) => {
    if (cell.length === 0) return;
    const numbers = cell.map((own) => sentenceNumbers(review)[own]).join(',');
    lines.push(`  ${columnLabel(review, stream)} ${numbers}: ${originalText(review, row, stream)}`);
  });
  if (row.method === 'comparable') {
    lines.push(
      '',
      'It comes from comparable mode; this is how the aligner of parallel texts weighs it.',
    );
  }
  for (const [a, b] of pairsOf(row)) {
    const [inputA, inputB] = [inputs[a], inputs[b]];
    if (inputA === undefined || inputB === undefined) continue;
    const bead: BeadPositions = { a: place(a, row.cells), b: place(b, row.cells) };
    const streams = [inputA.stream, inputB.stream] as const;
    const pair = `${columnLabel(review, a)} and ${columnLabel(review, b)}`;
    for (const explanation of explainBeads(inputA, inputB, [bead])) {
      lines.push('', pair, ...explanationLines({ streams, explanation }));
    }
  }
  return lines;
}

/** Pairs of columns with sentences in the row; a lone one with the column it could be linked to. */
function pairsOf(row: ReviewRow): [number, number][] {
  const filled = row.cells.flatMap((cell, stream) => (cell.length > 0 ? [stream] : []));
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) {
    const other = row.cells.findIndex((_, stream) => stream !== only);
    return other < 0 ? [] : [[Math.min(only, other), Math.max(only, other)]];
  }
  return filled.flatMap((a, index) => filled.slice(index + 1).map((b): [number, number] => [a, b]));
}

async function embedRegion(
  review: Review,
  sentences: RealignRequest['sentences'],
  embedder: Embedder,
): Promise<StreamInput[]> {
  const inputs: StreamInput[] = [];
  for (const [index, column] of review.streams.entries()) {
    const own = (sentences[index] ?? []).map((id) => toSentence(review, sentenceOf(review, id)));
    const stream: Stream = { ...column, sentences: own };
    const texts = own.map(({ text }) => text);
    inputs.push({ stream, embedding: await embedder.embed(texts, { pieces: true }) });
  }
  return inputs;
}

function placesOf(sentences: RealignRequest['sentences']) {
  const maps = sentences.map((ids) => new Map(ids.map((id, position) => [id, position])));
  return (stream: number, cells: ReviewRow['cells']): number[] =>
    (cells[stream] ?? []).map((id) => maps[stream]?.get(id) ?? -1);
}
