import { Bytes, Ints } from './memory';
import { Mentions } from './mentions';
import { Pieces } from './pieces';

/**
 * Writes the distinct tokens of each sentence to `tokens`: its pairs of characters, numbered after all pieces, and its
 * pieces of words with spaces between them.
 *
 * @param tokens its lists have room for all pairs and pieces
 */
export function readTokens(pieces: Pieces, spaced: Bytes, pairs: Mentions, tokens: Mentions): void {
  // The last sentence in which a piece was seen, counted from 1.
  const seen = Ints.of(pieces.count);
  const ids = tokens.ids;
  let used = 0;
  for (let i = 0; i < pieces.sentences; i++) {
    for (let k = pairs.offsets[i]; k < pairs.offsets[i + 1]; k++) {
      ids[used++] = pieces.count + pairs.ids[k];
    }
    const past = pieces.endOf(i);
    for (let k = pieces.startOf(i); k < past; k++) {
      const id = pieces.ids[k];
      if (spaced[id] != 1 || seen[id] == i + 1) continue;
      seen[id] = i + 1;
      ids[used++] = id;
    }
    tokens.offsets[i + 1] = used;
  }
}
