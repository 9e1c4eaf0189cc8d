import { noiseReasons, type Markup, type NoiseReason, type Sentence } from '../../domain.js';

/**
 * Sentences of a text as plain data that travels between threads: their numbers in one array,
 * instead of an object and a copy of its text each.
 */
export interface PackedSentences {
  /** `fieldCount` numbers per sentence: number, paragraph, start, end, index of its language, of its noise. */
  readonly numbers: Int32Array<ArrayBuffer>;
  /** BCP-47 tags that occur. */
  readonly languages: readonly string[];
  /** Markup of the few sentences that have any, by their places in the list. */
  readonly markup: ReadonlyMap<number, readonly Markup[]>;
}

const fieldCount = 6;
const noises: readonly (NoiseReason | null)[] = [null, ...noiseReasons];

/** Packs sentences; their text is sent separately. */
export function packSentences(sentences: readonly Sentence[]): PackedSentences {
  const numbers = new Int32Array(sentences.length * fieldCount);
  const languages: string[] = [];
  const marked = new Map<number, readonly Markup[]>();
  sentences.forEach(({ number, paragraph, start, end, language, noise, markup }, index) => {
    if (markup) marked.set(index, markup);
    let tag = languages.indexOf(language);
    if (tag < 0) tag = languages.push(language) - 1;
    const fields = [number, paragraph, start, end, tag, noises.indexOf(noise)];
    numbers.set(fields, index * fieldCount);
  });
  return { numbers, languages, markup: marked };
}

/** The sentences that were packed. */
export function unpackSentences(
  { numbers, languages, markup }: PackedSentences,
  text: string,
): Sentence[] {
  const sentences: Sentence[] = [];
  for (let at = 0; at < numbers.length; at += fieldCount) {
    const own = markup.get(at / fieldCount);
    const [start = 0, end = 0] = [numbers[at + 2], numbers[at + 3]];
    sentences.push({
      number: numbers[at] ?? 0,
      paragraph: numbers[at + 1] ?? 0,
      start,
      end,
      language: languages[numbers[at + 4] ?? 0] ?? 'und',
      text: text.slice(start, end),
      noise: noises[numbers[at + 5] ?? 0] ?? null,
      ...(own && { markup: own }),
    });
  }
  return sentences;
}
