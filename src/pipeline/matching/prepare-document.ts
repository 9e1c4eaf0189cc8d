/** From a file to what matching needs of it: packed vectors, lengths and comparable words. */
import type { Embedder, Embedding, Sentence, Source, Vectors } from '../../domain.js';
import { quantisedOne } from '../../align/vectors/kernel.js';
import { rowsBetween } from '../../align/vectors/rows-between.js';
import { isWorded, type WordTable } from '../../match/documents/words.js';
import { plainText } from '../../text/markup.js';

/** A document that has been read and embedded. */
export interface PreparedDocument {
  /** Language of most of its text. */
  readonly language: string;
  /**
   * One unit row per block, as 16-bit integers. With another model than the bundled one, each is followed by the other
   * model's.
   */
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

/** A prepared document, and what is not kept between runs. */
export interface WordedDocument extends PreparedDocument {
  /** Rows of the table of words; none if the document is long. */
  readonly words: Int32Array;
}

/**
 * Embeds documents together, which is faster than one by one.
 *
 * @param mostBlocks rows of a document; a longer one has several sentences in a row
 * @param table where the words of short documents are put
 */
export async function prepareDocuments(
  documents: readonly (readonly Sentence[])[],
  embedder: Embedder,
  mostBlocks: number,
  table: WordTable,
): Promise<WordedDocument[]> {
  const texts = documents.map((sentences) => sentences.map(plainText));
  const embedding = await embedder.embed(texts.flat(), { pieces: true, onDemand: true });
  const words = wordsOf(texts, embedding, table);
  let first = 0;
  return documents.map((sentences, index) => {
    const own = texts[index] ?? [];
    const start = first;
    first += own.length;
    return {
      language: languageOf(sentences),
      ...pack(own, embedding, start, mostBlocks),
      words: words[index] ?? new Int32Array(),
    };
  });
}

/** The same for documents that were prepared before. */
export async function addWords(
  documents: readonly PreparedDocument[],
  embedder: Embedder,
  table: WordTable,
): Promise<WordedDocument[]> {
  // Long ones have no words: they are not embedded again.
  const texts = documents.map((own) => (isWorded(lengthOf(own.texts)) ? own.texts : []));
  const all = texts.flat();
  if (all.length === 0) return documents.map((own) => ({ ...own, words: new Int32Array() }));
  const words = wordsOf(texts, await embedder.embed(all, { pieces: true }), table);
  return documents.map((own, index) => ({ ...own, words: words[index] ?? new Int32Array() }));
}

function wordsOf(
  documents: readonly (readonly string[])[],
  { pieces, bundled }: Embedding,
  table: WordTable,
): Int32Array[] {
  const known = bundled?.pieces ?? pieces;
  let first = 0;
  return documents.map((texts) => {
    const from = first;
    first += texts.length;
    return known === null || !isWorded(lengthOf(texts))
      ? new Int32Array()
      : table.add(known, from, first);
  });
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

function pack(
  texts: readonly string[],
  { vectors, bundled }: Embedding,
  first: number,
  most: number,
): Omit<PreparedDocument, 'language'> {
  const models = bundled === undefined ? [vectors] : [bundled.vectors, vectors];
  const dimension = models.reduce((sum, model) => sum + model.dimension, 0);
  const count = Math.min(texts.length, most);
  const rows = new Int16Array(count * dimension);
  const lengths = new Float32Array(count);
  const blocks: string[] = [];
  for (let block = 0; block < count; block++) {
    const from = Math.floor((block * texts.length) / count);
    const to = Math.floor(((block + 1) * texts.length) / count);
    let at = block * dimension;
    for (const model of models) {
      packBlock(model, first + from, first + to, rows.subarray(at, at + model.dimension));
      at += model.dimension;
    }
    const text = texts.slice(from, to).join(' ');
    lengths[block] = text.length;
    blocks.push(text);
  }
  return { rows, lengths, texts: blocks };
}

/** The unit row of a block of sentences, from `from` to `to`. */
function packBlock(vectors: Vectors, from: number, to: number, row: Int16Array): void {
  const { dimension, norms } = vectors;
  const units = rowsBetween(vectors, from, to);
  const sum = new Float64Array(dimension);
  for (let at = from; at < to; at++) {
    // A single row is a unit already.
    const weight = to - from === 1 ? 1 : norms[at]!;
    for (let d = 0; d < dimension; d++) sum[d]! += weight * units[(at - from) * dimension + d]!;
  }
  const norm = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  if (norm > 0)
    for (let d = 0; d < dimension; d++) row[d] = Math.round((sum[d]! / norm) * quantisedOne);
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
