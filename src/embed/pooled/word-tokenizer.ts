/**
 * Fast tokenisation of many texts. The package's tokenizer processes about 10,000 sentences per CPU
 * second. If words are tokenised independently of each other, most words of a text have been seen
 * just before, and a bounded cache of words gives the same ids ten times faster.
 */
import { isRecord } from '../runtime/model-config.js';
import { doubled, type PieceIndex } from '../runtime/piece-index.js';
import type { PreTrainedTokenizer } from '../runtime/runtime.js';

/** The tokens of a list of texts, concatenated. */
export interface Tokens {
  readonly ids: Int32Array;
  /** Where each text begins in `ids`; count + 1 entries. */
  readonly offsets: Int32Array;
}

/** Maximum number of cached words; beyond it the cache starts afresh. About 20 MB. */
const memoSize = 1 << 17;
/** The new words of this many texts are encoded together; more would only take more memory. */
const textsAtOnce = 1024;
/** Longer "words" are runs of Chinese, Thai ..., which hardly ever recur. */
const memoWord = 32;
/** V8 keeps the whole parent text alive for a slice of this many units or more. */
const sliceLength = 13;

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
  /** Word -> where its ids are in the pool: start * memoWord * 2 + count. */
  readonly #memo = new Map<string, number>();
  #pool = new Int32Array(1 << 16);
  #pooled = 0;
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

  /** Tokenises texts; each is cut at the model's limit. Linear in the text. */
  tokenize(texts: readonly string[], from: number, to: number): Tokens {
    const offsets = new Int32Array(to - from + 1);
    this.#count = 0;
    for (let start = from; start < to; start += textsAtOnce) {
      const some = texts.slice(start, Math.min(to, start + textsAtOnce));
      const words = some.map((text) => text.match(/\S+/g) ?? []);
      this.#learn(words);
      words.forEach((own, i) => {
        const before = this.#count;
        for (const word of own) this.#append(word);
        if (this.#count - before > this.#maxTokens) this.#count = before + this.#maxTokens;
        offsets[start - from + i + 1] = this.#count;
      });
    }
    return { ids: this.#ids.slice(0, this.#count), offsets };
  }

  /** Encodes all words that the cache lacks at once. */
  #learn(texts: readonly (readonly string[])[]): void {
    if (this.#wordPiece === null) return;
    const unknown = new Set<string>();
    for (const words of texts) {
      for (const word of words)
        if (word.length <= memoWord && !this.#memo.has(word)) unknown.add(word);
    }
    const words = [...unknown];
    this.#wordPiece.encodeAll(words).forEach((ids, i) => this.#remember(words[i] ?? '', ids));
  }

  #append(word: string): void {
    const known = this.#memo.get(word);
    if (known !== undefined) {
      const length = known % (2 * memoWord);
      const start = (known - length) / (2 * memoWord);
      this.#reserve(length);
      const ids = this.#ids;
      const pool = this.#pool;
      let at = this.#count;
      for (let i = start; i < start + length; i += 1) ids[at++] = pool[i] ?? 0;
      this.#count = at;
      return;
    }
    this.#appendUnknown(word);
  }

  /** Separate from `#append`, so the compiler can keep that function small. */
  #appendUnknown(word: string): void {
    const ids = this.#wordPiece?.encode(word) ?? this.#tokenizer.encode(word);
    this.#reserve(ids.length);
    for (const id of ids) this.#ids[this.#count++] = id;
    this.#remember(word, ids);
  }

  #remember(word: string, ids: readonly number[]): void {
    if (word.length > memoWord || ids.length >= 2 * memoWord) return;
    if (this.#memo.size >= memoSize) {
      this.#memo.clear();
      this.#pooled = 0;
    }
    if (this.#pooled + ids.length > this.#pool.length) this.#pool = doubled(this.#pool);
    this.#pool.set(ids, this.#pooled);
    const key = word.length < sliceLength ? word : Buffer.from(word, 'utf16le').toString('utf16le');
    this.#memo.set(key, this.#pooled * 2 * memoWord + ids.length);
    this.#pooled += ids.length;
  }

  #reserve(length: number): void {
    while (this.#count + length > this.#ids.length) this.#ids = doubled(this.#ids);
  }
}

/** Greedy longest match without a prefix for continuing pieces. */
interface WordPiece {
  encode(word: string): number[];
  /** As `encode`, for each word: the normalizer's rules are prepared once instead of once per word. */
  encodeAll(words: readonly string[]): number[][];
}

/**
 * The package's WordPiece tries every end of every remaining part of a word, joining arrays of
 * characters: cubic in a run of Chinese or Thai. Trying only as many characters as the longest
 * piece has gives the same pieces in linear time. One difference is intended: a character missing
 * in the vocabulary affects only itself, not the whole word (or the whole Chinese clause) around
 * it.
 */
function wordPieceOf(
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
  const encodeNormal = (normal: string): number[] => {
    const ids: number[] = [];
    for (const token of preTokenizer(normal, { section_index: 0 })) {
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
  const encode = (word: string): number[] =>
    isSpecial(word) ? tokenizer.encode(word) : encodeNormal(normalise(word));
  return {
    encode,
    encodeAll(words) {
      // No rule looks beyond white space (`isWordwise`).
      const normal = normalise(words.join('\n')).split('\n');
      if (normal.length !== words.length) return words.map(encode);
      return words.map((word, i) =>
        isSpecial(word) ? tokenizer.encode(word) : encodeNormal(normal[i] ?? ''),
      );
    },
  };
}
