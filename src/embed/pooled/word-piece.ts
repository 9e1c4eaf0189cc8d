/** WordPiece without a prefix for continuing pieces: greedy longest match. */
import { isRecord } from '../runtime/model-config.js';
import type { PieceIndex } from '../runtime/piece-index.js';
import type { PreTrainedTokenizer } from '../runtime/runtime.js';

/** Turns words into the ids of their pieces. */
export interface WordPiece {
  encode(word: string): readonly number[];
  /**
   * As `encode`, for each word in turn: the normalizer's rules are prepared once instead of once per word.
   * @param take must copy the ids: the array is used again
   */
  encodeAll(words: readonly string[], take: (ids: readonly number[]) => void): void;
}

/**
 * The package's WordPiece tries every end of every remaining part of a word, joining arrays of
 * characters: cubic in a run of Chinese or Thai. Trying only as many characters as the longest
 * piece has gives the same pieces in linear time. One difference is intended: a character missing
 * in the vocabulary affects only itself, not the whole word (or the whole Chinese clause) around
 * it. Null if the model is not a plain WordPiece.
 */
export function wordPieceOf(
  tokenizer: PreTrainedTokenizer,
  tokenizerJson: Readonly<Record<string, unknown>>,
  pieces: PieceIndex,
): WordPiece | null {
  const model = tokenizerJson['model'];
  const unknown = tokenizer.model.unk_token_id;
  if (!isRecord(model) || model['type'] !== 'WordPiece') return null;
  if (model['continuing_subword_prefix'] !== '' || unknown === undefined) return null;
  const { normalizer, pre_tokenizer: preTokenizer, added_tokens_regex: added } = tokenizer;
  if (preTokenizer === null) return null;
  if (tokenizer.remove_space || tokenizer.do_lowercase_and_remove_accent) return null;
  const whole = { section_index: 0 };
  const ids: number[] = [];
  const encodeNormal = (normal: string): readonly number[] => {
    ids.length = 0;
    for (const token of preTokenizer.pre_tokenize_text(normal, whole)) {
      for (let start = 0; start < token.length;) {
        const id = pieces.longestAt(token, start);
        ids.push(id < 0 ? unknown : id);
        const unit = (token.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
        start += id < 0 ? unit : pieces.unitsOf(id);
      }
    }
    return ids;
  };
  const normalise = (text: string): string => (normalizer === null ? text : normalizer(text));
  // A text that spells out a special token ("[PAD]") is left to the package.
  const isSpecial = (word: string): boolean => added?.test(word) ?? false;
  const encode = (word: string): readonly number[] =>
    isSpecial(word) ? tokenizer.encode(word) : encodeNormal(normalise(word));
  return {
    encode,
    encodeAll(words, take) {
      // No rule looks beyond white space (`isWordwise`).
      const normal = normalise(words.join('\n')).split('\n');
      const isWhole = normal.length === words.length;
      words.forEach((word, i) => {
        const own = normal[i] ?? '';
        take(isWhole && !isSpecial(word) ? encodeNormal(own) : encode(word));
      });
    },
  };
}
