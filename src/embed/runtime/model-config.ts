/**
 * How to use a model, according to its JSON files. Hub models state this in several places, and
 * partly only on their model card: whatever the files leave open is looked up in a short table of
 * known families.
 */
import { AppError } from '../../errors.js';
import { jsonFault } from '../../text/json/json-places.js';

/** How token vectors are combined into a sentence's vector. */
export type Pooling = 'mean' | 'cls';

/** How to use a model. */
export interface ModelConfig {
  /** BCP-47 languages it was trained on; null if not stated. */
  readonly languages: ReadonlySet<string> | null;
  /** Dimension of a token's vector; null if not stated. */
  readonly dimension: number | null;
  /** Whether it has transformer layers, which benefit from several threads. */
  readonly deep: boolean;
  /** Whether the vector of a single subword is meaningful; false if `paralign.pieces` says so. */
  readonly pieces: boolean;
  readonly pooling: Pooling;
  /** The preferred output, if the graph has it. */
  readonly output: string | undefined;
  /** The prefix that the model expects before every text (`query: `). */
  readonly prefix: string;
  /** Maximum number of tokens in a text, including special ones. */
  readonly maxTokens: number;
}

/** Reads a JSON file of the model, which must contain an object. */
export function parseModelJson(bytes: Uint8Array, path: string): Record<string, unknown> {
  return readModelFile(bytes, path, () => {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!isRecord(value)) throw new SyntaxError('not a JSON object');
    return value;
  });
}

/** Reads a file of the model; an error says which file is damaged. */
export function readModelFile<T>(
  bytes: Uint8Array,
  path: string,
  read: (bytes: Uint8Array) => T,
): T {
  try {
    return read(bytes);
  } catch (error) {
    throw new AppError('model-damaged', `${path} is damaged: ${faultOf(bytes)}`, {
      hint: 'download the model again',
      cause: error,
    });
  }
}

function faultOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  try {
    JSON.parse(text);
  } catch {
    const { line, column, what } = jsonFault(text);
    return `not valid JSON, line ${line}, column ${column}: ${what}`;
  }
  return 'not a JSON object in UTF-8';
}

/** Whether a JSON value is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Families whose files lack information that is on their model cards. LaBSE puts the first token's
 * vector through one more layer (BERT's pooler), the e5 family expects "query: " before symmetric
 * texts, and bge and snowflake-arctic use the first token's vector.
 */
const families: readonly {
  readonly name: RegExp;
  readonly pooling?: Pooling;
  readonly output?: string;
  readonly prefix?: string;
}[] = [
  { name: /\blabse\b/i, pooling: 'cls', output: 'pooler_output' },
  { name: /\b(multilingual-)?e5-/i, pooling: 'mean', prefix: 'query: ' },
  { name: /\b(bge-|gte-multilingual|snowflake-arctic)/i, pooling: 'cls' },
];

/** Model types whose first two positions are reserved: 514 positions hold 512 tokens. */
const offsetPositions = new Set(['xlm-roberta', 'roberta', 'camembert', 'mpnet']);

/** The object in a JSON value; empty for anything else. */
function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function positiveInteger(value: unknown): number {
  return typeof value === 'number' && value >= 1 ? Math.floor(value) : Infinity;
}

/**
 * Combines the information in the files.
 * @param name the model's name or folder, which identifies its family
 * @throws AppError `model-incomplete` (exit 69) if something is missing that cannot be guessed
 */
export function readModelConfig(
  name: string,
  config: Readonly<Record<string, unknown>>,
  tokenizerConfig: Readonly<Record<string, unknown>>,
  poolingConfig: Readonly<Record<string, unknown>> | null,
): ModelConfig {
  const own = recordOf(config['paralign']);
  const names = [name, config['_name_or_path'], tokenizerConfig['name_or_path']]
    .filter((value) => typeof value === 'string')
    .join('\n');
  const family = families.find((candidate) => candidate.name.test(names));
  const positions = positiveInteger(config['max_position_embeddings']);
  const maxTokens = Math.min(
    positiveInteger(tokenizerConfig['model_max_length']),
    offsetPositions.has(String(config['model_type'])) ? positions - 2 : positions,
  );
  if (maxTokens === Infinity) {
    throw new AppError(
      'model-incomplete',
      `the model "${name}" does not state its maximum text length: tokenizer_config.json has no model_max_length`,
      { hint: 'add "model_max_length" (512 for most models) to tokenizer_config.json' },
    );
  }
  const languages = own['languages'];
  return {
    languages: Array.isArray(languages)
      ? new Set(languages.filter((tag): tag is string => typeof tag === 'string'))
      : null,
    dimension:
      ['hidden_size', 'dim', 'd_model']
        .map((key) => config[key])
        .find((value) => typeof value === 'number') ?? null,
    deep: ['num_hidden_layers', 'n_layers', 'num_layers'].some((key) => key in config),
    pieces: own['pieces'] !== false,
    pooling: poolingOf(own, poolingConfig) ?? family?.pooling ?? 'mean',
    output: family?.output,
    prefix: typeof own['prefix'] === 'string' ? own['prefix'] : (family?.prefix ?? ''),
    maxTokens,
  };
}

function poolingOf(
  own: Readonly<Record<string, unknown>>,
  poolingConfig: Readonly<Record<string, unknown>> | null,
): Pooling | undefined {
  if (own['pooling'] === 'cls' || own['pooling'] === 'mean') return own['pooling'];
  if (poolingConfig?.['pooling_mode_cls_token'] === true) return 'cls';
  if (poolingConfig?.['pooling_mode_mean_tokens'] === true) return 'mean';
  return undefined;
}
