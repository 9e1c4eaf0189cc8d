/** Loads a sentence model and embeds texts with it. */
import { availableParallelism } from 'node:os';
import type { Embedder } from '../domain.js';
import { AppError } from '../errors.js';
import { bundledModelName, readModel, type ModelFiles } from '../platform/models/model-files.js';
import { VectorCache } from '../platform/vector-cache.js';
import { parseModelJson, readModelConfig, readModelFile } from './runtime/model-config.js';
import { PieceIndex } from './runtime/piece-index.js';
import { pairedEmbedder } from './paired-embedder.js';
import { pooledEmbedder } from './pooled/pooled-embedder.js';
import { PooledModel } from './pooled/pooled-model.js';
import type { PooledVectors } from './pooled/pooled-vectors.js';
import type { Identity } from './runtime/embedder-parts.js';
import {
  importRuntime,
  importTokenizers,
  type Graph,
  type PreTrainedTokenizer,
  type Runtime,
} from './runtime/runtime.js';
import { FileAt } from '../platform/models/file-at.js';
import { loadNativeRuntime } from '../platform/runtime/native-runtime.js';
import { keep, readKept } from '../platform/models/kept-file.js';
import { readTableGraph } from './table/table-graph.js';
import { TableModel } from './table/table-model.js';
import { tokenEmbedder } from './hub/token-embedder.js';
import { probeOutputs, TokenModel } from './hub/token-model.js';
import { keepSplit, restoreSplit } from './pooled/kept-vocabulary.js';
import { splitTokenizer, type SplitTokenizer } from './pooled/vocabulary.js';
import { isWordwise, WordTokenizer } from './pooled/word-tokenizer.js';
import { modelPlaces, type ModelPlaces } from '../platform/model-places.js';

/** Which model to load, from where, and how it may use the machine. */
export interface LoadOptions {
  /** A name listed by `paralign models`, or a folder; the bundled model by default. */
  readonly model?: string;
  /** Where to look for models; the system's places by default. */
  readonly places?: ModelPlaces;
  /**
   * Where to keep vectors of hub models between runs; null keeps none. A hub model computes about
   * 20 vectors per second and core, while the cache reads 80,000. The bundled model does not need
   * it: it computes 12,000, and aligning needs its pieces, so the text is tokenised in any case.
   */
  readonly cacheFolder?: string | null;
  /**
   * Whether to compute in the runtime even what can be read from the model's file, to try it; false never opens it. By
   * default where it is needed.
   */
  readonly runtime?: boolean;
  /** Threads for a slow model; all cores by default. The bundled model is fastest on one. */
  readonly threads?: number;
}

/**
 * Loads a model: reads and checks its files, prepares tokenizer and graph. Never uses the network. The
 * runtime is imported only for graphs that it must compute: the bundled model's is a table, whose rows
 * are read from the file as texts need them. A model without vectors of pieces gets the bundled one
 * beside it (`pairedEmbedder`). Where the runtime is needed, works in only one thread per process:
 * onnxruntime-node 1.14 does not load into a second one. Use processes instead.
 * @throws AppError (exit 69) `model-not-found`, `model-incomplete`, `model-damaged`,
 * `model-unreadable`, `model-unusable` or `runtime-unavailable`
 */
export async function loadEmbedder(options: LoadOptions = {}): Promise<Embedder> {
  const embedder = await load(options);
  const { model = bundledModelName, places } = options;
  if (model === bundledModelName && places === undefined) ofBundledModel.add(embedder);
  return embedder;
}

const ofBundledModel = new WeakSet<Embedder>();

/** Whether an embedder is that of the model that ships with this program. */
export function isBundled(embedder: Embedder): boolean {
  return ofBundledModel.has(embedder);
}

async function load(options: LoadOptions): Promise<Embedder> {
  const name = options.model ?? bundledModelName;
  const places = options.places ?? modelPlaces();
  // Files are read and hashed in other threads while this one imports the tokenizers.
  const [files, tokenizers] = await Promise.all([readModel(name, places), importTokenizers()]);
  const json = (bytes: Uint8Array, file: string): Record<string, unknown> =>
    parseModelJson(bytes, `${files.folder}/${file}`);
  const tokenizerPath = `${files.folder}/tokenizer.json`;
  const split = await splitOf(files, tokenizerPath, places.memory);
  const tokenizerJson = split?.json ?? json(files.tokenizer, 'tokenizer.json');
  const tokenizerConfig = json(files.tokenizerConfig, 'tokenizer_config.json');
  const config = readModelConfig(
    files.name,
    json(files.config, 'config.json'),
    tokenizerConfig,
    files.poolingConfig && json(files.poolingConfig, '1_Pooling/config.json'),
  );
  const tokenizer = makeTokenizer(files, () =>
    tokenizers.tokenizer(tokenizerJson, tokenizerConfig, split?.vocabulary ?? null),
  );
  const loadBundled = (): Promise<Embedder> => loadEmbedder({ places });
  const embedderOf = (open: (vocabularySize: number) => PooledVectors): Embedder => {
    const pieces = split?.vocabulary ?? PieceIndex.of(tokenizer.model.tokens_to_ids.entries());
    const words = new WordTokenizer(tokenizer, tokenizerJson, pieces, config.maxTokens);
    const model = open(pieces.size);
    const givesPieces = model.hasNorms && config.pieces;
    const embedder = pooledEmbedder(common(model.dimension), model, words, pieces, givesPieces);
    return givesPieces ? embedder : pairedEmbedder(embedder, loadBundled);
  };
  const common = (dimension: number): Identity => ({
    id: `${files.name}@${files.digest.slice(0, 16)}`,
    dimension,
    languages: config.languages,
  });
  const table = options.runtime !== true && isWordwise(tokenizer) ? openTable(files) : null;
  if (table !== null) {
    requireDimension(files, config.dimension, table.dimension);
    return embedderOf(() => table);
  }
  if (options.runtime === false)
    throw new AppError('runtime-unavailable', `${files.name} needs the runtime`);
  const runtime = await startRuntime();
  const threads = config.deep ? (options.threads ?? availableParallelism()) : 1;
  const graph = await makeGraph(files, () => runtime.graph(files.graphPath, threads));
  const { output, dimension, pooled } = await probeOutputs(
    graph,
    tokenizer.pad_token_id ?? 0,
    config.output,
  );
  if (output === 'last_hidden_state') requireDimension(files, config.dimension, dimension);
  if (pooled && isWordwise(tokenizer)) {
    return embedderOf((size) => new PooledModel(graph, output, dimension, size));
  }
  tryTokenizer(files, tokenizer);
  const model = new TokenModel(graph, tokenizer, config, output, dimension);
  const { pooling, prefix, maxTokens } = config;
  const identity = common(dimension);
  const key = JSON.stringify([identity.id, output, pooling, prefix, maxTokens]);
  const cache = options.cacheFolder
    ? await VectorCache.open(options.cacheFolder, key, dimension)
    : null;
  return pairedEmbedder(tokenEmbedder(identity, model, cache), loadBundled);
}

/** Splits the tokenizer, or restores what an earlier run made of the same file. */
async function splitOf(
  { tokenizer, tokenizerDigest }: ModelFiles,
  path: string,
  memory: string | undefined,
): Promise<SplitTokenizer | null> {
  const kept = memory === undefined ? null : await readKept(memory, tokenizerDigest);
  if (kept !== null) {
    try {
      return restoreSplit(tokenizer, kept);
    } catch {
      // Of another version of the program: it is made again.
    }
  }
  const split = readModelFile(tokenizer, path, splitTokenizer);
  if (split !== null && memory !== undefined) await keep(memory, tokenizerDigest, keepSplit(split));
  return split;
}

/** The model's table if its graph is one; null otherwise. */
function openTable({ graphPath }: ModelFiles): TableModel | null {
  const file = new FileAt(graphPath);
  const table = readTableGraph(file);
  if (table !== null) return new TableModel(file, table);
  file.close();
  return null;
}

async function startRuntime(): Promise<Runtime> {
  try {
    // Here, so that what fails is known to be this.
    loadNativeRuntime();
    return await importRuntime();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new AppError('runtime-unavailable', `onnxruntime cannot be loaded: ${why}`, {
      hint: 'reinstall paralign; onnxruntime has libraries for Linux (glibc), macOS and Windows, and runs in only one thread per process',
      cause: error,
    });
  }
}

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
    `the model in ${files.folder} has no padding token: pad_token is missing in tokenizer_config.json, or is not in the vocabulary`,
    { hint: 'add "pad_token" ("[PAD]" or "<pad>" for most models) to tokenizer_config.json' },
  );
}

function requireDimension({ folder }: ModelFiles, said: number | null, given: number): void {
  if (said === null || said === given) return;
  throw new AppError(
    'model-unusable',
    `the model in ${folder} gives vectors of ${given} numbers, but its config.json says ${said}`,
    { hint: 'its files do not match each other: download it again' },
  );
}

/** A tokenizer's faults show only on the first text. */
function tryTokenizer(files: ModelFiles, tokenizer: PreTrainedTokenizer): void {
  try {
    tokenizer.encode('The cat sat.');
  } catch (error) {
    throw unusable(`the tokenizer in ${files.folder} cannot be used`, error);
  }
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
    hint: 'onnxruntime 1.14 reads graphs up to opset 18 and IR version 8: export the model again or use another model',
    cause,
  });
}
