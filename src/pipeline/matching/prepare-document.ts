/** From a file to what matching needs of it: packed vectors, lengths and comparable words. */
import type { Embedder, Sentence, Source, Vectors } from '../../domain.js';
import { quantisedOne } from '../../align/vectors/kernel.js';
import { plainText } from '../../text/markup.js';

/** A document that has been read and embedded. */
export interface PreparedDocument {
  /** Language of most of its text. */
  readonly language: string;
  /** One unit row per block, as 16-bit integers. */
  readonly rows: Int16Array;
  /** Characters of each block. */
  readonly lengths: Float32Array;
  /** The text of each block. */
  readonly texts: readonly string[];
}

/** The sentences of a document's sources that say something; all if none does. */
export function sentencesOf(sources: readonly Source[]): readonly Sentence[] {
  const all = sources.flatMap(({ sentences }) => sentences);
  const meant = all.filter(({ noise }) => noise === null);
  return meant.length > 0 ? meant : all;
}

/**
 * Embeds documents together, which is faster than one by one.
 *
 * @param mostBlocks rows of a document; a longer one has several sentences in a row
 */
export async function prepareDocuments(
  documents: readonly (readonly Sentence[])[],
  embedder: Embedder,
  mostBlocks: number,
): Promise<PreparedDocument[]> {
  const texts = documents.map((sentences) => sentences.map(plainText));
  const { vectors } = await embedder.embed(texts.flat());
  let first = 0;
  return documents.map((sentences, index) => {
    const own = texts[index] ?? [];
    const start = first;
    first += own.length;
    return { language: languageOf(sentences), ...pack(own, vectors, start, mostBlocks) };
  });
}

function pack(
  texts: readonly string[],
  { dimension, units, norms }: Vectors,
  first: number,
  most: number,
): Omit<PreparedDocument, 'language'> {
  const count = Math.min(texts.length, most);
  const rows = new Int16Array(count * dimension);
  const lengths = new Float32Array(count);
  const blocks: string[] = [];
  const sum = new Float64Array(dimension);
  for (let block = 0; block < count; block++) {
    const from = Math.floor((block * texts.length) / count);
    const to = Math.floor(((block + 1) * texts.length) / count);
    sum.fill(0);
    for (let at = from; at < to; at++) {
      // A single row is a unit already.
      const weight = to - from === 1 ? 1 : norms[first + at]!;
      for (let d = 0; d < dimension; d++) sum[d]! += weight * units[(first + at) * dimension + d]!;
    }
    const norm = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
    if (norm > 0)
      for (let d = 0; d < dimension; d++)
        rows[block * dimension + d] = Math.round((sum[d]! / norm) * quantisedOne);
    const text = texts.slice(from, to).join(' ');
    lengths[block] = text.length;
    blocks.push(text);
  }
  return { rows, lengths, texts: blocks };
}

function languageOf(sentences: readonly Sentence[]): string {
  const sizes = new Map<string, number>();
  for (const { language, text } of sentences)
    sizes.set(language, (sizes.get(language) ?? 0) + text.length);
  let found = 'und';
  let most = 0;
  for (const [language, size] of sizes)
    if (size > most) {
      most = size;
      found = language;
    }
  return found;
}
