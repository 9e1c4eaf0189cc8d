/** From a file to what matching needs of it: packed vectors, lengths and comparable words. */
import type { Embedder, Embedding, Sentence, Source, Vectors } from '../../domain.js';
import { quantisedOne } from '../../align/vectors/kernel.js';
import { rowsBetween } from '../../align/vectors/rows-between.js';
import { isWorded, type WordTable } from '../../match/documents/words.js';
import { OnePlace } from '../../number-memory.js';
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

/** Documents of so many sentences are embedded block by block. */
const longDocument = 20_000;

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
  // Long ones have no words either.
  const together = texts.map((own) => (own.length < longDocument ? own : []));
  const embedding = together.some((own) => own.length > 0)
    ? await embedder.embed(together.flat(), { pieces: true })
    : null;
  const words = embedding === null ? [] : wordsOf(together, embedding, table);
  let first = 0;
  const prepared: WordedDocument[] = [];
  for (const [index, sentences] of documents.entries()) {
    const own = texts[index] ?? [];
    const start = first;
    first += together[index]?.length ?? 0;
    const isKnown = embedding !== null && own.length < longDocument;
    prepared.push({
      language: languageOf(sentences),
      ...(isKnown
        ? pack(own, embedding, start, mostBlocks)
        : await packLong(own, embedder, mostBlocks)),
      words: words[index] ?? new Int32Array(),
    });
  }
  return prepared;
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

/** What a document is packed to. */
type Packed = Omit<PreparedDocument, 'language'>;

function pack(texts: readonly string[], embedding: Embedding, first: number, most: number): Packed {
  const models = modelsOf(embedding);
  const dimension = dimensionOf(models);
  const count = Math.min(texts.length, most);
  const rows = new Int16Array(count * dimension);
  for (let block = 0; block < count; block++) {
    const [from, to] = blockAt(block, count, texts.length);
    packBlock(models, first + from, first + to, rows.subarray(block * dimension));
  }
  return { rows, ...blocksOf(texts, count) };
}

/** The same for a document that is embedded block by block: all its vectors would be added up twice, or fill the memory. */
async function packLong(
  texts: readonly string[],
  embedder: Embedder,
  most: number,
): Promise<Packed> {
  const count = Math.min(texts.length, most);
  const memory = new OnePlace();
  let rows = new Int16Array(0);
  let before: Embedding | null = null;
  for (let block = 0; block < count; block++) {
    const [from, to] = blockAt(block, count, texts.length);
    // Another model adds the bundled one's vectors only where pieces are asked for.
    const pieces: boolean = before === null || before.bundled !== undefined;
    const own: Embedding = await embedder.embed(
      texts.slice(from, to),
      pieces ? { pieces } : { memory },
    );
    const models = modelsOf(own);
    const dimension = dimensionOf(models);
    if (block === 0) rows = new Int16Array(count * dimension);
    packBlock(models, 0, to - from, rows.subarray(block * dimension));
    before = own;
  }
  return { rows, ...blocksOf(texts, count) };
}

const modelsOf = ({ vectors, bundled }: Embedding): readonly Vectors[] =>
  bundled === undefined ? [vectors] : [bundled.vectors, vectors];

const dimensionOf = (models: readonly Vectors[]): number =>
  models.reduce((sum, model) => sum + model.dimension, 0);

/** The sentences of a block: the first, and one past the last. */
function blockAt(block: number, count: number, sentences: number): [from: number, to: number] {
  return [Math.floor((block * sentences) / count), Math.floor(((block + 1) * sentences) / count)];
}

function blocksOf(texts: readonly string[], count: number): Pick<Packed, 'lengths' | 'texts'> {
  const blocks = Array.from({ length: count }, (_, block) =>
    texts.slice(...blockAt(block, count, texts.length)).join(' '),
  );
  return { lengths: Float32Array.from(blocks, ({ length }) => length), texts: blocks };
}

/** The unit row of a block of sentences, from `from` to `to`: those of the models, one after the other. */
function packBlock(models: readonly Vectors[], from: number, to: number, row: Int16Array): void {
  let at = 0;
  for (const model of models) {
    packRow(model, from, to, row.subarray(at, at + model.dimension));
    at += model.dimension;
  }
}

function packRow(vectors: Vectors, from: number, to: number, row: Int16Array): void {
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
