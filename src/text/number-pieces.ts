/** For a text of fewer pieces, an empty table of the whole vocabulary would cost more than a map of what it has. */
const wordsPerPiece = 32;

/**
 * The distinct pieces of texts in order of appearance, and each piece of the texts as its number among them.
 * O(pieces), or O(pieces + vocabulary) for many.
 *
 * @param ids of pieces, one text after the other
 * @param size of the vocabulary: one more than the highest id
 */
export function numberPieces(
  ids: Int32Array,
  size: number,
): { readonly ids: Int32Array; readonly pieces: readonly number[] } {
  const pieces: number[] = [];
  if (ids.length < size / wordsPerPiece) {
    const known = new Map<number, number>();
    const own = ids.map((id) => {
      const number = known.get(id);
      if (number !== undefined) return number;
      known.set(id, pieces.length);
      return pieces.push(id) - 1;
    });
    return { ids: own, pieces };
  }
  /** Id -> 1 + number. */
  const numbers = new Int32Array(size);
  const own = ids.map((id) => {
    if (numbers[id] === 0) numbers[id] = pieces.push(id);
    return (numbers[id] ?? 0) - 1;
  });
  return { ids: own, pieces };
}
