/**
 * The only module that uses @xenova/transformers: its tokenizers and its ONNX runtime. Both are
 * imported only when the first model is loaded.
 */
import type { OnnxSession, OnnxTensor } from '@xenova/transformers/src/backends/onnx.js';
import type { PreTrainedTokenizer } from '@xenova/transformers/src/tokenizers.js';
import { AppError } from '../../errors.js';
import { isRecord } from './model-config.js';
import type { PieceIndex } from './piece-index.js';

export type { OnnxTensor, PreTrainedTokenizer };

/** A graph that is ready to run. */
export interface Graph {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /**
   * Runs on a rectangle of token ids. The graph gets whatever of `input_ids`, `attention_mask`,
   * `token_type_ids` and `position_ids` it asks for.
   * @param ids int64 values as pairs of int32 (see `tokenPlane`), rows x columns
   * @param mask the same shape: 1 for a token, 0 for padding
   * @returns every output by its name. Asking for some only is no use: onnxruntime-node 1.14 then
   * hands them out under the names of the graph's first outputs.
   * @throws AppError `model-unusable` where the runtime fails
   */
  run(
    ids: Int32Array<ArrayBuffer>,
    mask: Int32Array<ArrayBuffer>,
    rows: number,
    columns: number,
  ): Promise<Readonly<Record<string, OnnxTensor>>>;
}

/**
 * An int64 plane seen as int32: element i is at 2i. Writing 32-bit numbers into it is many times
 * faster than creating BigInts (every platform that onnxruntime supports is little-endian).
 */
export function tokenPlane(rows: number, columns: number): Int32Array<ArrayBuffer> {
  return new Int32Array(2 * rows * columns);
}

/** A plane of ones. */
export function onesPlane(rows: number, columns: number): Int32Array<ArrayBuffer> {
  return new Int32Array(new BigInt64Array(rows * columns).fill(1n).buffer);
}

/** Imports the tokenizers. */
export async function importTokenizers(): Promise<Tokenizers> {
  const tokenizers = await import('@xenova/transformers/src/tokenizers.js');
  return {
    tokenizer(json, config, vocabulary) {
      const name = String(config['tokenizer_class'] ?? '').replace(/Fast$/, '');
      const Tokenizer =
        tokenizers.AutoTokenizer.TOKENIZER_CLASS_MAPPING[name] ?? tokenizers.PreTrainedTokenizer;
      // The package reads `added_tokens` without checking, and fails with a TypeError if it is
      // missing.
      const complete = { added_tokens: [], ...json };
      if (vocabulary === null) return new Tokenizer(complete, config);
      return withVocabulary(
        new Tokenizer(seeded(complete, config, vocabulary), config),
        vocabulary,
      );
    },
  };
}

/** Imports the runtime and loads its native half. */
export async function importRuntime(): Promise<Runtime> {
  const { ONNX } = await import('@xenova/transformers/src/backends/onnx.js');
  return {
    async graph(path, threads) {
      // By path: given bytes, onnxruntime-node 1.14 ignores the options, and starts a thread per core
      // that burns as much time waiting as the model takes.
      const session = await ONNX.InferenceSession.create(path, {
        executionProviders: ['cpu'],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        // Errors only: the runtime's warnings are meant for authors of models.
        logSeverityLevel: 3,
      });
      return toGraph(session, ONNX.Tensor);
    },
  };
}

/** The imported tokenizers. */
export interface Tokenizers {
  /**
   * @param vocabulary of a WordPiece tokenizer, if it was removed from `json`; otherwise null
   * @throws anything that the package throws on a tokenizer it cannot interpret
   */
  tokenizer(
    json: Readonly<Record<string, unknown>>,
    config: Readonly<Record<string, unknown>>,
    vocabulary: PieceIndex | null,
  ): PreTrainedTokenizer;
}

/** The imported runtime. */
export interface Runtime {
  /** @throws anything that the runtime throws on a graph it cannot load. */
  graph(path: string, threads: number): Promise<Graph>;
}

/** The tokenizer's JSON with only those pieces that its constructor looks up: the special ones. */
function seeded(
  json: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>>,
  vocabulary: PieceIndex,
): Record<string, unknown> {
  const model = isRecord(json['model']) ? json['model'] : {};
  const special = [model['unk_token'], ...Object.values(config)].map((value) =>
    isRecord(value) ? value['content'] : value,
  );
  const vocab: Record<string, number> = {};
  for (const token of special) {
    const id = typeof token === 'string' ? vocabulary.get(token) : undefined;
    if (typeof token === 'string' && id !== undefined) vocab[token] = id;
  }
  return { ...json, model: { ...model, vocab } };
}

/** Gives a tokenizer its vocabulary; tokens that it added itself are kept. */
function withVocabulary(
  tokenizer: PreTrainedTokenizer,
  vocabulary: PieceIndex,
): PreTrainedTokenizer {
  const { model } = tokenizer;
  for (const [token, id] of model.tokens_to_ids.entries()) vocabulary.set(token, id);
  model.tokens_to_ids = vocabulary;
  return tokenizer;
}

type TensorClass = new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => OnnxTensor;

function toGraph(session: OnnxSession, Tensor: TensorClass): Graph {
  const known = new Set(['input_ids', 'attention_mask', 'token_type_ids', 'position_ids']);
  const strange = session.inputNames.filter((name) => !known.has(name));
  if (strange.length > 0 || !session.inputNames.includes('input_ids')) {
    throw new AppError(
      'model-unusable',
      `the model is not a text encoder: the inputs of its graph are ${session.inputNames.join(', ')}`,
      { hint: 'use a feature-extraction model, with the inputs input_ids and attention_mask' },
    );
  }
  return {
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    run: async (ids, mask, rows, columns) => {
      const tensor = (plane: Int32Array<ArrayBuffer>): OnnxTensor =>
        new Tensor('int64', new BigInt64Array(plane.buffer), [rows, columns]);
      const feeds: Record<string, OnnxTensor> = { input_ids: tensor(ids) };
      for (const name of session.inputNames) {
        if (name === 'attention_mask') feeds[name] = tensor(mask);
        if (name === 'token_type_ids') feeds[name] = tensor(tokenPlane(rows, columns));
        if (name === 'position_ids') {
          const plane = tokenPlane(rows, columns);
          for (let i = 0; i < rows * columns; i += 1) plane[2 * i] = i % columns;
          feeds[name] = tensor(plane);
        }
      }
      try {
        return await session.run(feeds);
      } catch (error) {
        const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
        throw new AppError('model-unusable', `the model's graph fails: ${why}`, {
          hint: 'its files are damaged or do not match each other: download it again or use another model',
          cause: error,
        });
      }
    },
  };
}

/** No sum of finite 32-bit numbers leaves the range of a 64-bit one. Four sums, as none waits for the others. */
function areFinite(values: Float32Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  let at = 0;
  for (; at + 3 < values.length; at += 4) {
    a += values[at] ?? 0;
    b += values[at + 1] ?? 0;
    c += values[at + 2] ?? 0;
    d += values[at + 3] ?? 0;
  }
  for (; at < values.length; at += 1) a += values[at] ?? 0;
  return Number.isFinite(a + b + c + d);
}

/**
 * The values of an output.
 * @throws AppError `model-unusable` if it is missing, not float, or contains values that are not
 * finite
 */
export function floats(outputs: Readonly<Record<string, OnnxTensor>>, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) {
    throw new AppError('model-unusable', `the model's output ${name} is not float32`, {
      hint: 'use a model whose outputs are float32',
    });
  }
  // A damaged graph must not look like a text without words.
  if (areFinite(data)) return data;
  throw new AppError(
    'model-unusable',
    `the model's output ${name} contains values that are not finite numbers`,
    {
      hint: 'its graph may be damaged: check it with "paralign models verify", download it again or use another model',
    },
  );
}
