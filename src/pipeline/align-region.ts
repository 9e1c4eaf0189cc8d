/** Realigns a part of a review: some sentences of every column. */
import { alignStreams } from '../align/align-streams.js';
import { groupAlignments } from '../align/groups.js';
import type { StreamInput } from '../align/input/stream-input.js';
import type { Alignment, Embedder } from '../domain.js';
import { sentenceOf } from '../review/lookup.js';
import type { Review, ReviewRow } from '../review/model.js';
import type { RealignedRow, RealignRequest } from '../review/operations/realign.js';
import { toSentence } from '../review/parts.js';
import { withoutMarkup } from '../text/markup.js';

/**
 * Aligns some sentences of every column around fixed rows, each pair of columns in the
 * mode recorded in the review. The result refers to sentences by their ids in the review.
 *
 * @param options `maxBead`: the most sentences on a side of a new pair
 */
export async function alignRegion(
  { review, sentences, anchors }: RealignRequest,
  embedder: Embedder,
  { maxBead }: { readonly maxBead?: number | undefined } = {},
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
      alignments.push({ a, b, ...alignStreams(inputA, inputB, { mode, anchors: known, maxBead }) });
    });
  });
  const streams = inputs.map(({ stream }) => stream);
  return groupAlignments(streams, alignments, { maxBead }).map((group) => ({
    ...group,
    cells: group.cells.map((cell, stream) =>
      cell.map((position) => sentences[stream]?.[position] ?? -1),
    ),
  }));
}

/** Some sentences of every column of a review, embedded. */
export async function embedRegion(
  review: Review,
  sentences: RealignRequest['sentences'],
  embedder: Embedder,
): Promise<StreamInput[]> {
  const inputs: StreamInput[] = [];
  for (const [index, column] of review.streams.entries()) {
    const own = (sentences[index] ?? []).map((id) => toSentence(review, sentenceOf(review, id)));
    const stream = withoutMarkup({ ...column, sentences: own });
    const texts = stream.sentences.map(({ text }) => text);
    inputs.push({ stream, embedding: await embedder.embed(texts, { pieces: true }) });
  }
  return inputs;
}

/** From sentence ids to their positions in a region. */
export function placesOf(sentences: RealignRequest['sentences']) {
  const maps = sentences.map((ids) => new Map(ids.map((id, position) => [id, position])));
  return (stream: number, cells: ReviewRow['cells']): number[] =>
    (cells[stream] ?? []).map((id) => maps[stream]?.get(id) ?? -1);
}
