/** Loads a sentence model and embeds texts with it. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Embedder, Embedding, Pieces } from '../domain.js';
import { AppError, ExitCode } from '../errors.js';
import {
  bundledModelName,
  modelPlaces,
  readModel,
  type ModelFiles,
  type ModelPlaces,
} from '../platform/model-files.js';
import { VectorCache } from '../platform/vector-cache.js';
import {
  parseModelJson,
  readModelConfig,
  readModelText,
  type ModelConfig,
} from './model-config.js';
import { PooledModel, type Rows } from './pooled-model.js';
import { importRuntime, type Graph, type PreTrainedTokenizer, type Runtime } from './runtime.js';
import { probeOutputs, TokenModel } from './token-model.js';
import { splitTokenizer } from './vocabulary.js';
import { isWordwise, WordTokenizer, type Tokens } from './word-tokenizer.js';

/** Which model, from where, and how it may use the machine. */
export interface LoadOptions {
  /** A name that `paralign models` lists, or a folder; the bundled model by default. */
  readonly model?: string;
  /** Where models are looked for; the system's places by default. */
  readonly places?: ModelPlaces;
  /** Where vectors of slow models are kept between runs; null keeps none. */
  readonly cacheFolder?: string | null;
  /** Threads for a slow model; all cores by default. The bundled model is fastest on one. */
  readonly threads?: number;
}

/** Texts that are tokenised and embedded in one go: bounds what is held at a time. */
const chunkSize = 8192;

/**
 * Loads a model: reads and checks its files, imports the runtime, prepares the graph. Never goes
 * to the network.
 * One thread of a process only: onnxruntime-node 1.14 does not load into a second one; use processes.
 * @throws AppError (exit 69) `model-not-found`, `model-incomplete`, `model-damaged`,
 * `model-unreadable`, `model-unusable` or `runtime-unavailable`
 */
export async function loadEmbedder(options: LoadOptions = {}): Promise<Embedder> {
  const name = options.model ?? bundledModelName;
  const places = options.places ?? modelPlaces();
  // Files are read and hashed in other threads while this one imports the runtime.
  const [files, runtime] = await Promise.all([readModel(name, places), startRuntime()]);
  const json = (bytes: Uint8Array, file: string): Record<string, unknown> =>
    parseModelJson(bytes, `${files.folder}/${file}`);
  const tokenizerPath = `${files.folder}/tokenizer.json`;
  const split = readModelText(files.tokenizer, tokenizerPath, splitTokenizer);
  const tokenizerJson = split?.json ?? json(files.tokenizer, 'tokenizer.json');
  const tokenizerConfig = json(files.tokenizerConfig, 'tokenizer_config.json');
  const config = readModelConfig(
    files.name,
    json(files.config, 'config.json'),
    tokenizerConfig,
    files.poolingConfig && json(files.poolingConfig, '1_Pooling/config.json'),
  );
  const threads = config.deep ? (options.threads ?? availableParallelism()) : 1;
  const tokenizer = makeTokenizer(files, () =>
    runtime.tokenizer(tokenizerJson, tokenizerConfig, split?.vocabulary ?? null),
  );
  const graph = await makeGraph(files, () => runtime.graph(files.graph, threads));
  const { output, dimension, pooled } = await probeOutputs(graph, tokenizer.pad_token_id ?? 0);
  const common = {
    id: `${files.name}@${files.digest.slice(0, 16)}`,
    dimension,
    languages: config.languages,
  };
  if (pooled && isWordwise(tokenizer)) {
    const model = new PooledModel(graph, output, dimension, tokenizer.model.vocab.length);
    const words = new WordTokenizer(tokenizer, tokenizerJson, config.maxTokens);
    return pooledEmbedder(common, model, words, tokenizer, config);
  }
  const model = new TokenModel(graph, tokenizer, config, output, dimension);
  const { pooling, prefix, maxTokens } = config;
  const key = JSON.stringify([common.id, pooling, prefix, maxTokens]);
  const cache = options.cacheFolder
    ? await VectorCache.open(options.cacheFolder, key, dimension)
    : null;
  return tokenEmbedder(common, model, cache);
}

async function startRuntime(): Promise<Runtime> {
  try {
    return await importRuntime();
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new AppError('runtime-unavailable', `onnxruntime cannot be loaded: ${why}`, {
      exitCode: ExitCode.modelUnavailable,
      hint: 'install paralign again with "npm ci"; onnxruntime-node has binaries for Linux (glibc), macOS and Windows, and runs in one thread of a process only',
      cause: error,
    });
  }
}

type Identity = Pick<Embedder, 'id' | 'dimension' | 'languages'>;

function makeTokenizer(files: ModelFiles, make: () => PreTrainedTokenizer): PreTrainedTokenizer {
  let tokenizer: PreTrainedTokenizer;
  try {
    tokenizer = make();
  } catch (error) {
    throw unusable(`the tokenizer in ${files.folder} cannot be used`, error);
  }
  if (tokenizer.pad_token_id !== undefined) return tokenizer;
  throw new AppError(
    'model-incomplete',
    `the model in ${files.folder} has no padding token: no pad_token in tokenizer_config.json, or not in the vocabulary`,
    {
      exitCode: ExitCode.modelUnavailable,
      hint: 'add "pad_token" ("[PAD]" or "<pad>" for most models) to tokenizer_config.json',
    },
  );
}

async function makeGraph(files: ModelFiles, make: () => Promise<Graph>): Promise<Graph> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unusable(`the graph in ${files.folder}/onnx cannot be loaded`, error);
  }
}

function unusable(what: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError('model-unusable', `${what}: ${why.split('\n')[0]}`, {
    exitCode: ExitCode.modelUnavailable,
    hint: 'onnxruntime 1.14 reads graphs up to opset 18 in IR version 8; export the model again or use another',
    cause,
  });
}

function emptyRows(count: number, dimension: number): Rows {
  return { units: new Float32Array(count * dimension), norms: new Float32Array(count) };
}

/** Calls one after the other: the runtime computes on one thread anyway, and they share buffers. */
function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}

function pooledEmbedder(
  identity: Identity,
  model: PooledModel,
  words: WordTokenizer,
  tokenizer: PreTrainedTokenizer,
  config: ModelConfig,
): Embedder {
  const givesPieces = model.hasNorms && config.pieces;
  const exclusively = oneAtATime();
  const embed = async (
    texts: readonly string[],
    wantPieces: boolean,
    onProgress?: (done: number) => void,
  ): Promise<Embedding> => {
    const rows = emptyRows(texts.length, identity.dimension);
    const kept: Tokens[] = [];
    for (let from = 0; from < texts.length; from += chunkSize) {
      const to = Math.min(texts.length, from + chunkSize);
      const tokens = words.tokenize(texts, from, to);
      await model.embed(tokens, rows, from);
      if (wantPieces && givesPieces) kept.push(tokens);
      onProgress?.(to);
      await setImmediate();
    }
    let pieces: Pieces | null = null;
    if (wantPieces && givesPieces) {
      pieces = await model.pieces(joinTokens(kept), tokenizer.model.vocab);
    }
    const { dimension } = identity;
    return { vectors: { count: texts.length, dimension, ...rows }, pieces };
  };
  return {
    ...identity,
    embed: (texts, options = {}) =>
      exclusively(() => embed(texts, options.pieces ?? false, options.onProgress)),
    close: () => Promise.resolve(),
  };
}

function joinTokens(parts: readonly Tokens[]): Tokens {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const ids = new Int32Array(parts.reduce((sum, part) => sum + part.ids.length, 0));
  const offsets = new Int32Array(parts.reduce((sum, part) => sum + part.offsets.length - 1, 1));
  let token = 0;
  let text = 0;
  for (const part of parts) {
    ids.set(part.ids, token);
    for (let i = 1; i < part.offsets.length; i += 1) {
      text += 1;
      offsets[text] = token + (part.offsets[i] ?? 0);
    }
    token += part.ids.length;
  }
  return { ids, offsets };
}

function tokenEmbedder(identity: Identity, model: TokenModel, cache: VectorCache | null): Embedder {
  const exclusively = oneAtATime();
  const { dimension } = identity;
  const embed = async (
    texts: readonly string[],
    onProgress?: (done: number) => void,
  ): Promise<Embedding> => {
    const rows = emptyRows(texts.length, dimension);
    // The same sentence twice is computed once.
    const firsts = new Map<string, number>();
    const sames: [number, number][] = [];
    const missing: number[] = [];
    for (const [index, text] of texts.entries()) {
      const first = firsts.get(text);
      if (first !== undefined) sames.push([index, first]);
      else {
        firsts.set(text, index);
        if (!cache?.read(text, rows, index)) missing.push(index);
      }
    }
    let done = texts.length - missing.length;
    if (missing.length > 0 && done > 0) onProgress?.(done);
    try {
      await model.embed(texts, missing, rows, (index) => {
        cache?.add(texts[index] ?? '', rows, index);
        done += 1;
        onProgress?.(done);
      });
    } finally {
      await cache?.save();
    }
    for (const [index, first] of sames) {
      rows.units.copyWithin(index * dimension, first * dimension, (first + 1) * dimension);
      rows.norms[index] = rows.norms[first] ?? 0;
    }
    return { vectors: { count: texts.length, dimension, ...rows }, pieces: null };
  };
  return {
    ...identity,
    embed: (texts, options = {}) => exclusively(() => embed(texts, options.onProgress)),
    close: async () => {
      await cache?.save();
    },
  };
}
