import type { Embedding } from '../../domain.js';
import type { Mentions } from './channel.js';
import { pieceKinds } from './piece-kinds.js';
import { withProgram } from './program.js';
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
  const texts = side.sentences.map(({ text }) => text);
  if (pieces === null) return nameWords(texts, (text) => splitWords(text).map((word) => word.text));
  const pairs = nameWords(texts, characterPairs);
  const vocabulary = pieces.texts.length + pairs.vocabulary;
  return withProgram((program) => {
    const inPieces = program.putPieces(side, pieces);
    const spaced = program.putBytes(pieceKinds(pieces.texts).spaced);
    const inPairs = program.putMentions(pairs, pairs.vocabulary);
    const tokens = program.reserveMentions(pairs.ids.length + pieces.ids.length, side.count);
    program.call.readTokens(inPieces, spaced, inPairs, tokens);
    return { ...program.mentionsAt(tokens), vocabulary };
  });
}

/**
 * The distinct words of each text, numbered in order of appearance.
 *
 * @param names the words that have a number
 */
export function nameWords(
  texts: readonly string[],
  wordsOf: (text: string) => readonly string[],
  names = new Map<string, number>(),
): Tokens {
  const offsets = new Int32Array(texts.length + 1);
  const ids: number[] = [];
  // The last text in which a word was seen, counted from 1.
  const seen: number[] = [];
  texts.forEach((text, i) => {
    for (const word of wordsOf(text)) {
      let name = names.get(word);
      if (name === undefined) {
        name = names.size;
        names.set(word, name);
      }
      if (seen[name] === i + 1) continue;
      seen[name] = i + 1;
      ids.push(name);
    }
    offsets[i + 1] = ids.length;
  });
  return { ids: Int32Array.from(ids), offsets, vocabulary: names.size };
}
