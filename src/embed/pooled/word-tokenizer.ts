/**
 * Fast tokenisation of many texts. The package's tokenizer processes about 10,000 sentences per CPU
 * second. If words are tokenised independently of each other, most words of a text have been seen
 * just before, and a bounded cache of words gives the same ids ten times faster.
 */
import { isWhiteSpace } from '../../text/white-space.js';
import { doubled, type PieceIndex } from '../runtime/piece-index.js';
import type { PreTrainedTokenizer } from '../runtime/runtime.js';
import { wordPieceOf, type WordPiece } from './word-piece.js';
import { hashOfWord, WordTable } from './word-table.js';

/** The tokens of a list of texts, concatenated. */
export interface Tokens {
  readonly ids: Int32Array;
  /** Where each text begins in `ids`; count + 1 entries. */
  readonly offsets: Int32Array;
}

/** The new words of this many texts are encoded together; more would only take more memory. */
const textsAtOnce = 1024;
/** Longer "words" are runs of Chinese, Thai ..., which hardly ever recur. */
const longestKnown = 32;

/** Words in many scripts, with the characters that occur at their edges, for `isWordwise`. */
const probe = [
  'The (first) "second", l’ eau d\'or — x-y_z 1,234.5 a1 ½ [PAD] don\'t I\u0307 ﬁn ＡＢ',
  'ΟΔΟΣ ΟΔΟΣ ё Ёж й и\u0306 ﷺ مَرْحَبًا سلام، שָׁלוֹם ״כן״ हिन्दी। ক্ষ தமிழ் ಕನ್ನಡ',
  '中文 abc中文 12中 中 12 「日本」 カタカナ 한국어 ไทย กา ខ្មែរ မြန်မာ 👍 ok👍 \u0301 \u00a8 a\u00a8b ▁ x▁y',
].join('\u00a0\u3000\n ');

/**
 * Whether tokenising word by word gives the same result as tokenising the whole text: nothing is
 * added around a text, and no rule looks beyond white space. Rules can be arbitrary regular
 * expressions, so this is tested instead of derived from them.
 */
export function isWordwise(tokenizer: PreTrainedTokenizer): boolean {
  if (tokenizer.post_processor !== null) return false;
  const whole = tokenizer.encode(probe);
  const words = (probe.match(/\S+/g) ?? []).flatMap((word) => tokenizer.encode(word));
  return whole.length === words.length && whole.every((id, i) => id === words[i]);
}

/** Tokenises word by word, with a cache. */
export class WordTokenizer {
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #maxTokens: number;
  /** Longest match in the vocabulary; null if the model is not a plain WordPiece. */
  readonly #wordPiece: WordPiece | null;
  #known = new WordTable();
  /** The words of the texts at hand, by their numbers among the known ones, and where each text's words end. */
  #words = new Int32Array(1 << 14);
  readonly #wordEnds = new Int32Array(textsAtOnce);
  #ids = new Int32Array(1 << 16);
  #count = 0;

  constructor(
    tokenizer: PreTrainedTokenizer,
    tokenizerJson: Readonly<Record<string, unknown>>,
    pieces: PieceIndex,
    maxTokens: number,
  ) {
    this.#tokenizer = tokenizer;
    this.#maxTokens = maxTokens;
    this.#wordPiece = wordPieceOf(tokenizer, tokenizerJson, pieces);
  }

  /**
   * Tokenises texts; each is cut at the model's limit. Linear in the text.
   *
   * @param ofMany whether they are some of many thousands, of which more words are remembered
   */
  tokenize(texts: readonly string[], from: number, to: number, ofMany = false): Tokens {
    const offsets = new Int32Array(to - from + 1);
    this.#count = 0;
    for (let start = from; start < to; start += textsAtOnce) {
      const end = Math.min(to, start + textsAtOnce);
      if (this.#known.isFull(ofMany)) this.#known = new WordTable();
      this.#encode(this.#findWords(texts, start, end));
      let word = 0;
      for (let text = start; text < end; text += 1) {
        const before = this.#count;
        for (; word < (this.#wordEnds[text - start] ?? 0); word += 1) this.#append(word);
        if (this.#count - before > this.#maxTokens) this.#count = before + this.#maxTokens;
        offsets[text - from + 1] = this.#count;
      }
    }
    return { ids: this.#ids.slice(0, this.#count), offsets };
  }

  /** Looks up the words of some texts; adds those that are new, and gives them in order. */
  #findWords(texts: readonly string[], first: number, last: number): string[] {
    const known = this.#known;
    const fresh: string[] = [];
    let count = 0;
    for (let index = first; index < last; index += 1) {
      const text = texts[index] ?? '';
      for (let at = 0; at < text.length;) {
        if (isWhiteSpace(text.charCodeAt(at))) {
          at += 1;
          continue;
        }
        const start = at;
        while (at < text.length && !isWhiteSpace(text.charCodeAt(at))) at += 1;
        const isLong = at - start > longestKnown;
        const hash = isLong ? 0 : hashOfWord(text, start, at);
        let word = isLong ? -1 : known.find(text, start, at, hash);
        if (word < 0) {
          word = isLong ? known.addNameless() : known.add(text, start, at, hash);
          fresh.push(text.slice(start, at));
        }
        if (count === this.#words.length) this.#words = doubled(this.#words);
        this.#words[count++] = word;
      }
      this.#wordEnds[index - first] = count;
    }
    return fresh;
  }

  /** Encodes the words that were added last. */
  #encode(fresh: readonly string[]): void {
    const known = this.#known;
    if (this.#wordPiece === null) {
      for (const word of fresh) known.addTokens(this.#tokenizer.encode(word));
    } else if (fresh.length > 0) this.#wordPiece.encodeAll(fresh, (ids) => known.addTokens(ids));
  }

  #append(place: number): void {
    const word = this.#words[place] ?? 0;
    const after = this.#count + this.#known.tokenCount(word);
    while (after > this.#ids.length) this.#ids = doubled(this.#ids);
    this.#known.copyTokens(word, this.#ids, this.#count);
    this.#count = after;
  }
}
