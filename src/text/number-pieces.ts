/**
 * The distinct pieces of texts in order of appearance, and each piece of the texts as its number among them.
 * O(pieces + vocabulary).
 *
 * @param ids of pieces, one text after the other
 * @param size of the vocabulary: one more than the highest id
 */
export function numberPieces(
  ids: Int32Array,
  size: number,
): { readonly ids: Int32Array; readonly pieces: readonly number[] } {
  /** Id -> 1 + number. */
  const numbers = new Int32Array(size);
  const pieces: number[] = [];
  const own = ids.map((id) => {
    if (numbers[id] === 0) numbers[id] = pieces.push(id);
    return (numbers[id] ?? 0) - 1;
  });
  return { ids: own, pieces };
}
