import type { Alignment, Passage, Stream } from '../domain.js';

/** A passage by the numbers of its first and last sentence on both sides, in their sources. */
export interface NumberedPassage {
  readonly a: readonly [first: number, last: number];
  readonly b: readonly [first: number, last: number];
  /** It stands elsewhere in the second text than its neighbours in the first. */
  readonly moved: boolean;
}

/** The passages of an alignment as people name them. Linear in the passages. */
export function numberPassages(
  { a, b, passages = [] }: Pick<Alignment, 'a' | 'b' | 'passages'>,
  streams: readonly Stream[],
): NumberedPassage[] {
  const numbers = (
    stream: number,
    [from, end]: readonly [from: number, end: number],
  ): readonly [number, number] => {
    const sentences = streams[stream]?.sentences;
    return [sentences?.[from]?.number ?? 0, sentences?.[end - 1]?.number ?? 0];
  };
  return passages.map((passage) => ({
    a: numbers(a, passage.a),
    b: numbers(b, passage.b),
    moved: passage.moved,
  }));
}

/**
 * The same passages by positions in the streams; those of which no sentence is left are left out. Inverse of
 * `numberPassages`. O(passages x log sentences).
 */
export function placePassages(
  {
    a,
    b,
    passages,
  }: { readonly a: number; readonly b: number; readonly passages: readonly NumberedPassage[] },
  streams: readonly Stream[],
): Passage[] {
  const positions = (
    stream: number,
    [first, last]: readonly [number, number],
  ): readonly [number, number] => {
    const sentences = streams[stream]?.sentences ?? [];
    return [firstFrom(sentences, first), firstFrom(sentences, last + 1)];
  };
  return passages
    .map((passage) => ({
      a: positions(a, passage.a),
      b: positions(b, passage.b),
      moved: passage.moved,
    }))
    .filter((passage) => passage.a[0] < passage.a[1] && passage.b[0] < passage.b[1]);
}

/** Position of the first sentence with this number or a higher one. */
function firstFrom(sentences: Stream['sentences'], number: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
