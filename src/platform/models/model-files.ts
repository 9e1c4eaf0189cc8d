/**
 * Models on disk: where they are looked for, and their files in the hub's layout. `readModel` returns
 * the very bytes whose digests it compared, so what is checked is what is used; the graph, the largest
 * file by far, is only read if its digest is not known from an earlier run.
 */
import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { AppError, type ErrorCode } from '../../errors.js';
import { DigestMemory } from './digest-memory.js';
import { foreignContent } from './foreign-content.js';
import {
  damagedModel,
  previousFolder,
  readModelFile,
  readSums,
  sha256,
  sumsFile,
} from './model-sums.js';
import type { ModelPlaces } from '../model-places.js';

/** The model that ships with paralign and is used unless another is named. */
export const bundledModelName = 'paralign-small';

/** A model's folder. */
export interface FoundModel {
  /** The name users give it. */
  readonly name: string;
  readonly folder: string;
  readonly origin: 'bundled' | 'user' | 'folder';
}

/** The bytes of a model, checked if its folder has a list of digests. */
export interface ModelFiles extends FoundModel {
  readonly config: Uint8Array;
  readonly tokenizer: Uint8Array;
  readonly tokenizerConfig: Uint8Array;
  /** Path of `onnx/model_quantized.onnx`, or of `onnx/model.onnx` if there is no other. */
  readonly graphPath: string;
  /** SHA-256 of tokenizer.json, in hex. */
  readonly tokenizerDigest: string;
  /** sentence-transformers' `1_Pooling/config.json`, if the folder has it. */
  readonly poolingConfig: Uint8Array | null;
  /** SHA-256 in hex over the digests of all files above: the same for the same model anywhere. */
  readonly digest: string;
}

/** The files that a model needs; the first existing graph is used. */
export const modelLayout = {
  needed: ['config.json', 'tokenizer.json', 'tokenizer_config.json'],
  graphs: ['onnx/model_quantized.onnx', 'onnx/model.onnx'],
  optional: ['1_Pooling/config.json'],
} as const;

const layoutHint =
  'a model folder needs config.json, tokenizer.json, tokenizer_config.json and onnx/model_quantized.onnx or onnx/model.onnx; complete the folder or download it again';

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** A name that can only be a path: `/x`, `./x`, `../x`, `..`. */
function isPath(name: string): boolean {
  return isAbsolute(name) || /^\.{1,2}([/\\]|$)/.test(name);
}

function modelError(code: ErrorCode, message: string, hint: string): AppError {
  return new AppError(code, message, { hint });
}

/**
 * Finds a model by name (bundled first, then the user's) or by folder.
 * @throws AppError `model-not-found` or `model-incomplete` (exit 69), naming the places it looked at.
 */
export async function findModel(name: string, places: ModelPlaces): Promise<FoundModel> {
  const asFolder: FoundModel = {
    name: basename(resolve(places.cwd, name)),
    folder: resolve(places.cwd, name),
    origin: 'folder',
  };
  const candidates: FoundModel[] = isPath(name)
    ? [asFolder]
    : [
        { name, folder: resolve(places.bundled, name), origin: 'bundled' },
        { name, folder: resolve(places.user, name), origin: 'user' },
        // A download killed while it replaced the model left it there.
        { name, folder: previousFolder(places.user, name), origin: 'user' },
        asFolder,
      ];
  for (const candidate of candidates) {
    if (await isFile(join(candidate.folder, 'config.json'))) return candidate;
  }
  for (const { folder } of candidates) {
    if (name.trim() !== '' && (await isFolder(folder))) {
      throw modelError('model-incomplete', `the model in ${folder} has no config.json`, layoutHint);
    }
  }
  const looked = candidates
    .filter(({ folder }) => folder !== previousFolder(places.user, name))
    .map(({ folder }) => join(folder, 'config.json'))
    .join(', no ');
  throw modelError(
    'model-not-found',
    `model "${name}" not found: no ${looked}`,
    name === bundledModelName
      ? 'it ships with paralign: reinstall paralign'
      : isPath(name)
        ? '"paralign models" lists the available models'
        : `"paralign models" lists the available models; "paralign models download ${name}" fetches one`,
  );
}

/**
 * Reads a model's files and checks them against its list. A folder without a list (a model of the
 * user's own) is not checked.
 * @throws AppError `model-not-found`, `model-incomplete`, `model-damaged`, `model-unreadable`
 * (exit 69).
 */
export async function readModel(name: string, places: ModelPlaces): Promise<ModelFiles> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await findModel(name, places);
    const before = await identityOf(found.folder);
    try {
      return await readFound(found, places.memory);
    } catch (error) {
      // A download replaced the model meanwhile, so some of the files were of the previous one.
      if (attempt === 3 || (await identityOf(found.folder)) === before) throw error;
    }
  }
}

async function identityOf(folder: string): Promise<string> {
  const info = await stat(folder).catch(() => null);
  return info === null ? '' : `${info.dev} ${info.ino}`;
}

/** What was read of a file: its bytes, unless they were not asked for and its digest is remembered. */
interface CheckedFile {
  readonly bytes: Uint8Array | null;
  readonly digest: string;
}

async function readFound(found: FoundModel, memory?: string): Promise<ModelFiles> {
  const sums = await readSums(found.folder);
  const digests: string[] = [];
  const remembered = memory === undefined ? undefined : new DigestMemory(memory);
  const check = async (file: string, wantsBytes: boolean): Promise<CheckedFile | null> => {
    const path = join(found.folder, file);
    const expected = sums?.get(file);
    const checked = await readChecked(path, file, wantsBytes, remembered, (digest) => {
      if (sums === null || digest === expected) return;
      throw damagedModel(
        expected === undefined
          ? `${join(found.folder, sumsFile)} does not list ${file}`
          : `${path} is damaged: its SHA-256 is not the one in ${sumsFile}`,
      );
    });
    if (checked === null && expected !== undefined) {
      throw modelError('model-incomplete', `the model's file ${path} is missing`, layoutHint);
    }
    if (checked !== null) digests.push(`${file} ${checked.digest}`);
    return checked;
  };
  const needed = async (file: string): Promise<{ bytes: Uint8Array; digest: string }> => {
    const checked = await check(file, true);
    if (checked?.bytes) return { bytes: checked.bytes, digest: checked.digest };
    throw modelError('model-incomplete', `the model in ${found.folder} has no ${file}`, layoutHint);
  };
  const checkGraph = async (): Promise<string> => {
    for (const file of modelLayout.graphs) {
      if ((await check(file, false)) !== null) return join(found.folder, file);
    }
    const files = modelLayout.graphs.join(' and no ');
    throw modelError(
      'model-incomplete',
      `the model in ${found.folder} has no ${files}`,
      layoutHint,
    );
  };
  const [graphPath, config, tokenizer, tokenizerConfig, pooling] = await Promise.all([
    checkGraph(),
    needed('config.json'),
    needed('tokenizer.json'),
    needed('tokenizer_config.json'),
    check('1_Pooling/config.json', true),
  ]);
  return {
    ...found,
    config: config.bytes,
    tokenizer: tokenizer.bytes,
    tokenizerDigest: tokenizer.digest,
    tokenizerConfig: tokenizerConfig.bytes,
    graphPath,
    poolingConfig: pooling?.bytes ?? null,
    digest: createHash('sha256').update(digests.sort().join('\n')).digest('hex'),
  };
}

/**
 * Reads and hashes a file, as far as its digest is not remembered; null if there is none.
 * @param file its path in the model's folder
 * @param accept throws if it does not accept the digest, which is then not remembered
 */
async function readChecked(
  path: string,
  file: string,
  wantsBytes: boolean,
  remembered: DigestMemory | undefined,
  accept: (digest: string) => void,
): Promise<CheckedFile | null> {
  const status = (): Promise<BigIntStats | null> => stat(path, { bigint: true }).catch(() => null);
  const before = await status();
  const known = before?.isFile() ? remembered?.recall(path, before) : undefined;
  if (known !== undefined && !wantsBytes) {
    accept(known);
    return { bytes: null, digest: known };
  }
  const bytes = await readModelFile(path);
  if (bytes === null) return null;
  const foreign = foreignContent(file, bytes);
  if (foreign !== undefined) throw damagedModel(`${path} is ${foreign}`);
  const after = await status();
  const isSame = known !== undefined && after !== null && remembered?.recall(path, after) === known;
  const digest = isSame ? known : await sha256(bytes);
  accept(digest);
  if (!isSame && before !== null && after !== null) {
    await remembered?.remember(path, before, after, digest);
  }
  return { bytes, digest };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort();
}

/** All models that can be named: the bundled ones, then the user's, each in alphabetical order. */
export async function listModels(places: ModelPlaces): Promise<readonly FoundModel[]> {
  const found: FoundModel[] = [];
  const add = async (origin: 'bundled' | 'user', name: string): Promise<boolean> => {
    const folder = join(places[origin], name);
    const isModel = await isFile(join(folder, 'config.json'));
    if (isModel && !basename(name).startsWith('.')) found.push({ name, folder, origin });
    else if (isModel) await addPrevious(name, folder);
    return isModel;
  };
  /** A hidden folder counts only as a model whose own place is empty: see `replaceModel`. */
  const addPrevious = async (hidden: string, folder: string): Promise<void> => {
    const name = hidden.replace(/(^|\/)\.([^/]+)\.previous$/, '$1$2');
    if (name === hidden || (await isFile(join(places.user, name, 'config.json')))) return;
    found.push({ name, folder, origin: 'user' });
  };
  for (const name of await foldersIn(places.bundled)) await add('bundled', name);
  for (const owner of await foldersIn(places.user)) {
    if (await add('user', owner)) continue;
    for (const name of await foldersIn(join(places.user, owner))) {
      await add('user', `${owner}/${name}`);
    }
  }
  return found;
}
