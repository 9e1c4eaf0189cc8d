import type { Embedding } from '../../domain.js';
import type { Mentions } from './channel.js';
import { GrowingIds } from '../numeric/growing-ids.js';
import { pieceKinds } from './piece-kinds.js';
import type { Side } from '../search/side.js';
import { characterPairs, splitWords } from '../../text/words.js';

/** Tokens of each sentence of a side. */
export interface Tokens extends Mentions {
  readonly vocabulary: number;
}

/**
 * The distinct tokens of each sentence of a side, without single punctuation marks and the signs
 * that most sentences contain. Tokens are pieces, if the model has them. In scripts without spaces
 * they are pairs of neighbouring characters, because the boundaries of pieces there depend on the
 * context of a name.
 */
export function readTokens(side: Side, { pieces }: Embedding): Tokens {
  const offsets = new Int32Array(side.count + 1);
  const ids = new GrowingIds();
  const names = new Map<string, number>();
  const named = pieces === null ? 0 : pieces.texts.length;
  const spaced = pieces === null ? null : pieceKinds(pieces.texts).spaced;
  // The last sentence in which a piece or a word was seen, counted from 1.
  const seenPieces = new Int32Array(named);
  const seenWords: number[] = [];
  for (let i = 0; i < side.count; i++) {
    const { text } = side.sentences[i]!;
    const words =
      pieces === null ? splitWords(text).map((word) => word.text) : characterPairs(text);
    for (const word of words) {
      let name = names.get(word);
      if (name === undefined) {
        name = names.size;
        names.set(word, name);
      }
      if (seenWords[name] === i + 1) continue;
      seenWords[name] = i + 1;
      ids.push(named + name);
    }
    if (pieces !== null && spaced !== null) {
      const position = side.positions[i]!;
      for (let k = pieces.offsets[position]!; k < pieces.offsets[position + 1]!; k++) {
        const id = pieces.ids[k]!;
        if (spaced[id] !== 1 || seenPieces[id] === i + 1) continue;
        seenPieces[id] = i + 1;
        ids.push(id);
      }
    }
    offsets[i + 1] = ids.length;
  }
  return { ids: ids.values(), offsets, vocabulary: named + names.size };
}
