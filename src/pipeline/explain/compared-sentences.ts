/** The sentences by which a row is explained: both texts, or of a far longer one what was compared. */
import type { StreamInput } from '../../align/input/stream-input.js';
import type { BeadPositions } from '../../align/input/bead-positions.js';
import type { Alignment, Embedder, Stream, Table } from '../../domain.js';
import { withoutMarkup } from '../../text/markup.js';

/** Sentences of a stream. */
export interface ComparedSentences {
  readonly input: StreamInput;
  /** The positions among them of sentences of the stream by their positions in it; without those left out. */
  place(positions: readonly number[]): readonly number[];
}

/** So many sentences before and after those that are explained are compared, as in an alignment. */
const around = 12;

/** The sentences of a table's streams with their vectors, which are made once. */
export class TableSentences {
  /** The model that aligned them. */
  readonly embedder: Embedder;
  readonly #table: Table;
  readonly #whole = new Map<number, Promise<ComparedSentences>>();

  constructor(table: Table, embedder: Embedder) {
    this.#table = table;
    this.embedder = embedder;
  }

  /**
   * Those of two streams by which a bead is explained, given by its positions in them.
   *
   * @throws RangeError for a stream that the table does not have (a bug)
   */
  async ofPair(
    first: number,
    second: number,
    bead: BeadPositions,
  ): Promise<readonly [ComparedSentences, ComparedSentences]> {
    const alignment = this.#table.alignments.find(
      ({ a, b }) => (a === first && b === second) || (a === second && b === first),
    );
    return [await this.#of(first, alignment, bead.a), await this.#of(second, alignment, bead.b)];
  }

  async #of(
    index: number,
    alignment: Alignment | undefined,
    positions: readonly number[],
  ): Promise<ComparedSentences> {
    const stream = this.#table.streams[index];
    if (stream === undefined) throw new RangeError(`there is no stream ${index}`);
    const { excerpt } = alignment ?? {};
    if (alignment && excerpt && alignment[excerpt.side] === index)
      return this.#excerpt(stream, positionsOf(stream, excerpt.positions, positions));
    const known = this.#whole.get(index) ?? this.#embed(withoutMarkup(stream));
    this.#whole.set(index, known);
    return known;
  }

  async #excerpt(stream: Stream, positions: readonly number[]): Promise<ComparedSentences> {
    const sentences = positions.map((position) => stream.sentences[position]!);
    const places = new Map(positions.map((position, at) => [position, at]));
    const { input } = await this.#embed(withoutMarkup({ ...stream, sentences }));
    return { input, place: (own) => own.flatMap((position) => places.get(position) ?? []) };
  }

  async #embed(stream: Stream): Promise<ComparedSentences> {
    const texts = stream.sentences.map(({ text }) => text);
    const embedding = await this.embedder.embed(texts, { pieces: true, onDemand: true });
    return { input: { stream, embedding }, place: (positions) => positions };
  }
}

/** What was compared, and what stands around the sentences of a row, ascending. */
function positionsOf(
  { sentences }: Stream,
  compared: Int32Array,
  cell: readonly number[],
): readonly number[] {
  const positions = new Set(compared);
  for (const position of cell) {
    const end = Math.min(sentences.length - 1, position + around);
    for (let at = Math.max(0, position - around); at <= end; at++) positions.add(at);
  }
  return [...positions].sort((x, y) => x - y);
}
