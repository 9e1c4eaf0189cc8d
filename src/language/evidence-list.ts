import { likeliest, type Evidence } from './evidence.js';

/** What the evidence for one passage consists of besides its numbers. */
export type EvidenceKind = Pick<Evidence, 'letters' | 'distinct' | 'languages'>;

/** Most log-likelihoods kept in one piece of memory. */
const chunkLength = 1 << 16;

/**
 * The evidence for the passages of a document, in order. It is needed to the end, as the document decides what the
 * single passage is in: a long text has a million passages with forty numbers each, so these are in a few
 * long arrays.
 */
export class EvidenceList {
  #count = 0;
  /** Number of letters by passage; -1 where there is no evidence. */
  readonly #letters: Int32Array;
  /** By passage: index of the languages in `#lists`, doubled, and one more if it is distinct. */
  readonly #kinds: Uint16Array;
  /** By passage: where its numbers begin, counted through all chunks. */
  readonly #places: Float64Array;
  readonly #lists: (readonly string[])[] = [];
  readonly #chunks: Float64Array[] = [];
  #used = 0;
  #allLetters = 0;

  /** @param most number of passages that will be added */
  constructor(most: number) {
    this.#letters = new Int32Array(most);
    this.#kinds = new Uint16Array(most);
    this.#places = new Float64Array(most);
  }

  /** Number of letters in all passages. */
  get letters(): number {
    return this.#allLetters;
  }

  /** Adds the evidence for the next passage; null if there is none. */
  add(evidence: Evidence | null): void {
    const index = this.#count++;
    if (evidence === null) {
      this.#letters[index] = -1;
      return;
    }
    const { letters, distinct, languages, logLikelihoods } = evidence;
    this.#letters[index] = letters;
    this.#allLetters += letters;
    let list = this.#lists.indexOf(languages);
    if (list < 0) list = this.#lists.push(languages) - 1;
    this.#kinds[index] = 2 * list + (distinct ? 1 : 0);
    if (this.#used + logLikelihoods.length > (this.#chunks.at(-1)?.length ?? 0)) {
      // Short texts need no more: most of the time for one would go into empty memory.
      const rest = (this.#letters.length - index) * logLikelihoods.length;
      this.#chunks.push(new Float64Array(Math.min(chunkLength, rest)));
      this.#used = 0;
    }
    const chunk = this.#chunks.at(-1);
    const from = this.#used;
    for (let at = 0; chunk && at < logLikelihoods.length; at++) {
      chunk[from + at] = logLikelihoods[at] ?? 0;
    }
    this.#places[index] = (this.#chunks.length - 1) * chunkLength + from;
    this.#used += logLikelihoods.length;
  }

  /** What is known of a passage; null where there is no evidence. */
  kindOf(index: number): EvidenceKind | null {
    const letters = this.#letters[index] ?? -1;
    if (letters < 0) return null;
    const kind = this.#kinds[index] ?? 0;
    return { letters, distinct: kind % 2 === 1, languages: this.#lists[kind >> 1] ?? [] };
  }

  /** Copies the log-likelihoods of a passage's languages to the beginning of an array. */
  copyTo(target: Float64Array, index: number, count: number): void {
    const place = this.#places[index] ?? 0;
    const chunk = this.#chunks[Math.floor(place / chunkLength)];
    const from = place % chunkLength;
    for (let at = 0; at < count; at++) target[at] = chunk?.[from + at] ?? 0;
  }
}

/** A document with fewer letters, counting only its clear pieces, has no main language. */
const minDocument = 8;

/**
 * Adds up the share of each language in the document, in letters, counting only the passages with a clear
 * language: a wrong guess for one heading must not influence the next.
 */
export class LanguageShares {
  readonly #letters = new Map<string, number>();
  #total = 0;

  add(found: Evidence): void {
    const { letters, languages, logLikelihoods } = found;
    const best = likeliest(found);
    const language = languages[best] ?? 'und';
    let second = -Infinity;
    for (let at = 0; at < logLikelihoods.length; at++) {
      const own = logLikelihoods[at] ?? 0;
      if (at !== best && own > second) second = own;
    }
    const margin = (logLikelihoods[best] ?? 0) - second;
    const weight = letters * Math.min(1, margin / 6);
    this.#letters.set(language, (this.#letters.get(language) ?? 0) + weight);
    this.#total += weight;
  }

  /** The shares, from 0 to 1; empty if there is too little text. */
  shares(): ReadonlyMap<string, number> {
    if (this.#total < minDocument) return new Map();
    return new Map(
      [...this.#letters].map(([language, letters]) => [language, letters / this.#total]),
    );
  }
}
