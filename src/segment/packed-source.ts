import type { NoiseReason, Paragraph, Sentence, Source } from '../domain.js';

/**
 * A segmented source as plain data that travels between threads: what its sentences have of their
 * own, in one array, instead of an object and a copy of the text a sentence.
 */
export interface PackedSource {
  readonly name: string;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** `FIELDS` numbers a sentence: paragraph, start, end, number of its noise. */
  readonly sentences: Int32Array<ArrayBuffer>;
}

const FIELDS = 4;
const noises: readonly (NoiseReason | null)[] = [null, 'boilerplate', 'markup', 'repeat'];

/** Packs a source as `segmentSource` makes them: sentences have their paragraph's language. */
export function packSource({ name, text, paragraphs, sentences }: Source): PackedSource {
  const packed = new Int32Array(sentences.length * FIELDS);
  sentences.forEach(({ paragraph, start, end, noise }, index) => {
    packed.set([paragraph, start, end, noises.indexOf(noise)], index * FIELDS);
  });
  return { name, text, paragraphs, sentences: packed };
}

/** The source that was packed. */
export function unpackSource({ name, text, paragraphs, sentences: packed }: PackedSource): Source {
  const sentences: Sentence[] = [];
  for (let at = 0; at < packed.length; at += FIELDS) {
    const [paragraph = 0, start = 0, end = 0, noise = 0] = packed.subarray(at, at + FIELDS);
    sentences.push({
      number: sentences.length + 1,
      paragraph,
      start,
      end,
      language: paragraphs[paragraph - 1]?.language ?? 'und',
      text: text.slice(start, end),
      noise: noises[noise] ?? null,
    });
  }
  return { name, text, paragraphs, sentences };
}
