import type { Alignment, Stream } from '../domain.js';

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
