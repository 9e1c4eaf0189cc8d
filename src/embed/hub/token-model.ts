/**
 * Hub models, whose graphs give one vector per token: the sentence's vector is computed here.
 *
 * Texts run one by one. Batches of 32 are half as fast again (24 to 28 sentences of 45 tokens per
 * CPU second, compared with 17, at 12 layers), but then a vector depends on the other texts in the
 * batch: graphs quantised in the usual way scale their activations by the largest value of the
 * whole batch, including padding. The cache needs vectors that depend only on the text.
 */
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../errors.js';
import type { ModelConfig, Pooling } from '../runtime/model-config.js';
import type { Rows } from '../runtime/embedder-parts.js';
import { floats, tokenPlane, type Graph, type PreTrainedTokenizer } from '../runtime/runtime.js';

/** Outputs that contain a sentence's finished vector, in order of preference. */
const readyOutputs = ['sentence_embedding', 'sentence_embeddings'];

/** A graph that gives a vector per token, or a sentence vector without its length. */
export class TokenModel {
  readonly #graph: Graph;
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #config: ModelConfig;
  readonly #output: string;
  readonly dimension: number;

  constructor(
    graph: Graph,
    tokenizer: PreTrainedTokenizer,
    config: ModelConfig,
    output: string,
    dimension: number,
  ) {
    this.#graph = graph;
    this.#tokenizer = tokenizer;
    this.#config = config;
    this.#output = output;
    this.dimension = dimension;
  }

  /** Embeds the texts at `indices` into the rows of the same numbers; `onRow` is called after each. */
  async embed(
    texts: readonly string[],
    indices: readonly number[],
    rows: Rows,
    onRow: (index: number) => void,
  ): Promise<void> {
    for (const index of indices) {
      await this.#embedOne(texts[index] ?? '', rows, index);
      onRow(index);
      // The runtime computes on this thread: give signals and screens a turn.
      await setImmediate();
    }
  }

  async #embedOne(text: string, rows: Rows, index: number): Promise<void> {
    const clean = text.replace(/\s+/g, ' ').trim();
    if (clean === '') return;
    const ids = this.#tokens(this.#config.prefix + clean);
    const idPlane = tokenPlane(1, ids.length);
    const maskPlane = tokenPlane(1, ids.length);
    for (let i = 0; i < ids.length; i += 1) {
      idPlane[2 * i] = ids[i] ?? 0;
      maskPlane[2 * i] = 1;
    }
    const result = await this.#graph.run(idPlane, maskPlane, 1, ids.length);
    const values = floats(result, this.#output);
    const { dimension } = this;
    const tokens = values.length / dimension;
    const row = rows.units.subarray(index * dimension, (index + 1) * dimension);
    const length = poolInto(row, values, tokens, tokens === 1 ? 'cls' : this.#config.pooling);
    // For a mean, spans add up the sum. The length of a first token's vector means nothing: using
    // the number of tokens gives longer sentences more weight, as in a sum.
    // anything: the number of tokens lets longer sentences weigh more, as in a sum.
    rows.norms[index] = length === 0 ? 0 : this.#isSum(tokens) ? length : ids.length;
  }

  #isSum(tokens: number): boolean {
    return tokens > 1 && this.#config.pooling === 'mean';
  }

  /** A text's ids; a text over the limit is cut before its closing token. */
  #tokens(text: string): readonly number[] {
    const ids = this.#tokenizer.encode(text);
    const { maxTokens } = this.#config;
    if (ids.length <= maxTokens) return ids;
    const closing = this.#tokenizer.post_processor === null ? [] : ids.slice(-1);
    return [...ids.slice(0, maxTokens - closing.length), ...closing];
  }
}

/**
 * Pools the token vectors of one text into `row` and normalises it.
 * @param values tokens x row.length, row-major
 * @returns the length before normalising: of the sum, or of the first token's vector; 0 leaves a
 * zero row
 */
function poolInto(
  row: Float32Array,
  values: Float32Array,
  tokens: number,
  pooling: Pooling,
): number {
  const dimension = row.length;
  // Sums in double precision, because hundreds of tokens would lose digits otherwise.
  const sum = new Float64Array(dimension);
  const used = pooling === 'cls' ? 1 : tokens;
  for (let token = 0, at = 0; token < used; token += 1) {
    for (let d = 0; d < dimension; d += 1, at += 1) sum[d] = (sum[d] ?? 0) + (values[at] ?? 0);
  }
  let square = 0;
  for (let d = 0; d < dimension; d += 1) square += (sum[d] ?? 0) ** 2;
  const length = Math.sqrt(square);
  if (!(length > 0) || !Number.isFinite(length)) {
    row.fill(0);
    return 0;
  }
  for (let d = 0; d < dimension; d += 1) row[d] = (sum[d] ?? 0) / length;
  return length;
}

/** The output to read and its shape. */
export interface OutputShape {
  readonly output: string;
  readonly dimension: number;
  /** One vector per text. */
  readonly pooled: boolean;
}

/**
 * Determines the output of a graph by running it on two tokens: [1, dim] and [1, 1, dim] are
 * pooled, [1, 2, dim] is a vector per token.
 * @param preferred output to use if the graph has one of this name
 * @throws AppError `model-unusable` (exit 69) if no output looks like a sentence's vector
 */
export async function probeOutputs(
  graph: Graph,
  token: number,
  preferred?: string,
): Promise<OutputShape> {
  const known = preferred === undefined ? readyOutputs : [preferred, ...readyOutputs];
  const candidates = [...known, 'last_hidden_state', ...graph.outputNames];
  const output = candidates.find((name) => graph.outputNames.includes(name));
  if (output !== undefined) {
    const ids = Int32Array.of(token, 0, token, 0);
    const mask = Int32Array.of(1, 0, 1, 0);
    const dims = (await graph.run(ids, mask, 1, 2))[output]?.dims ?? [];
    const dimension = dims.at(-1) ?? 0;
    const pooled = dims.length === 2 || (dims.length === 3 && dims[1] === 1);
    if (dimension > 1 && (pooled || (dims.length === 3 && dims[1] === 2))) {
      return { output, dimension, pooled };
    }
  }
  throw new AppError(
    'model-unusable',
    `the model gives no sentence or token vectors: its outputs are ${graph.outputNames.join(', ')}`,
    { hint: 'use a feature-extraction model, with the output last_hidden_state' },
  );
}
