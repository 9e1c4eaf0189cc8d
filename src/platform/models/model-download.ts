/**
 * Fetches a model from a hub, file by file, when the user asks for it by name.
 *
 * Files are collected in a folder beside the models. That folder becomes the model's once every file is
 * complete, its digest is listed and a trial shows that the model works. So a model exists entirely or
 * not at all, and only a working model replaces a working one. A broken download resumes where it
 * stopped, with a Range request, if the server still has the same file.
 */
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.js';
import { isLock, takeLock, type Lock } from '../review/lock.js';
import { systemErrorCode } from '../system-error.js';
import { downloadFailure } from './download-failure.js';
import { fetchFile, type FetchOptions } from './fetch-file.js';
import { modelLayout } from './model-files.js';
import { digestOfFile, formatSums, sumsFile } from './model-sums.js';
import { mendReplacement, refuseStrangers, replaceModel } from './replace-model.js';

/** The public hub, contacted only for a requested download. */
export const publicHub = 'https://huggingface.co';

/** What to fetch, from where and to where. */
export interface DownloadOptions extends Omit<FetchOptions, 'onProgress' | 'largest'> {
  /** `<owner>/<name>` as the hub calls it. */
  readonly name: string;
  /** The user's folder of models. */
  readonly folder: string;
  /** Base address; files are at `<hub>/<name>/resolve/main/<file>`. */
  readonly hub?: string;
  /** Fetch `onnx/model.onnx` even if there is a quantised graph. */
  readonly fullPrecision?: boolean;
  /** SHA-256 in hex that files must have, by their path in the model; `mainFile` is the graph. */
  readonly digests?: ReadonlyMap<string, string>;
  /**
   * Checks that the model in a folder works before it replaces another; throws AppError if it
   * doesn't.
   */
  readonly tryModel: (folder: string) => Promise<unknown>;
  /** Called for every chunk; `total` is undefined if the server doesn't say. */
  readonly onProgress?: (file: string, done: number, total: number | undefined) => void;
}

/** A file that arrived. */
export interface DownloadedFile {
  readonly file: string;
  readonly bytes: number;
}

/** What `DownloadOptions.digests` calls the graph, whichever one the model has. */
export const mainFile = 'onnx';

/** Files that may be downloaded, with the largest size in bytes of each. */
const largest: Readonly<Record<string, number>> = {
  'config.json': 4 * 2 ** 20,
  'tokenizer.json': 256 * 2 ** 20,
  'tokenizer_config.json': 64 * 2 ** 20,
  '1_Pooling/config.json': 2 ** 20,
  'README.md': 16 * 2 ** 20,
  // The most that Node reads into memory and the runtime takes.
  'onnx/model_quantized.onnx': 2 ** 31,
  'onnx/model.onnx': 2 ** 31,
};

/** Names of the files that a model may consist of. */
export const downloadedFiles: readonly string[] = Object.keys(largest);

/** Milliseconds after which a partial download is not resumed: the hub may have another version. */
const gatheredFor = 24 * 3_600_000;

/**
 * Downloads a model. Replaces an existing model of the same name.
 * @returns the files, in the order in which they came
 * @throws AppError `usage` for an invalid name, `protected-file` (exit 73) for a folder that holds
 *   something else, `download-failed` (exit 69), what `tryModel` throws, `no-space` or `io` (exit 74)
 */
export async function downloadModel(options: DownloadOptions): Promise<readonly DownloadedFile[]> {
  const { name, folder } = options;
  if (!/^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)?$/.test(name)) {
    throw new AppError('usage', `"${name}" is not the name of a model on a hub`, {
      hint: 'a name looks like owner/name',
    });
  }
  const gathering = join(folder, `.${name.replace('/', '--')}.download`);
  let lock: Lock | undefined;
  try {
    await mkdir(folder, { recursive: true });
    lock = lockOf(name, `${gathering}.lock`);
    await mendReplacement(folder, name);
    await refuseStrangers(join(folder, ...name.split('/')));
    await startGathering(gathering);
    const files = await fetchAll(options, gathering);
    await prove(options, files, gathering);
    options.signal?.throwIfAborted();
    await replaceModel(gathering, folder, name);
    return files.map(({ file, bytes }) => ({ file, bytes }));
  } catch (error) {
    if (error instanceof AppError || options.signal?.aborted) throw error;
    throw cannotStore(folder, error);
  } finally {
    lock?.release();
  }
}

function cannotStore(folder: string, error: unknown): AppError {
  const code = systemErrorCode(error);
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return new AppError(
    isFull ? 'no-space' : 'io',
    `cannot store the model in ${folder} (${isFull ? 'no space left' : (code ?? String(error))})`,
    {
      hint: 'free some space, or set XDG_DATA_HOME to a folder that you can write to',
      cause: error,
    },
  );
}

/** Two downloads of one model would write to the same files. */
function lockOf(name: string, path: string): Lock {
  const lock = takeLock(path);
  if (isLock(lock)) return lock;
  throw downloadFailure(
    `"${name}" is being downloaded by another paralign (process ${lock.pid} on ${lock.host})`,
    `wait for it to finish; if it is no longer running, remove ${path}`,
  );
}

async function startGathering(gathering: string): Promise<void> {
  const found = await stat(gathering).catch(() => null);
  // A folder's modification time is that of the last file begun or finished.
  if (found !== null && Date.now() - found.mtimeMs > gatheredFor) {
    await rm(gathering, { recursive: true, force: true });
  }
  await mkdir(gathering, { recursive: true });
}

/** Lists the digests and tries the model; if it fails, the next run starts over. */
async function prove(
  { tryModel }: DownloadOptions,
  files: readonly FetchedFile[],
  gathering: string,
): Promise<void> {
  const sums = await open(join(gathering, sumsFile), 'w');
  try {
    await sums.writeFile(formatSums(new Map(files.map(({ file, digest }) => [file, digest]))));
    await sums.sync();
  } finally {
    await sums.close();
  }
  try {
    await tryModel(gathering);
  } catch (error) {
    // This says nothing about the model.
    if (!(error instanceof AppError) || error.code === 'runtime-unavailable') throw error;
    await rm(gathering, { recursive: true, force: true });
    throw new AppError(error.code, `the downloaded model does not work: ${error.message}`, {
      hint: 'nothing was replaced; check the name and --from, or try again',
      cause: error,
    });
  }
}

/** A file that arrived, with its SHA-256 in hex. */
interface FetchedFile extends DownloadedFile {
  readonly digest: string;
}

async function fetchAll(options: DownloadOptions, gathering: string): Promise<FetchedFile[]> {
  const files: FetchedFile[] = [];
  const { onProgress, name, digests = new Map<string, string>(), ...rest } = options;
  const take = async (file: string): Promise<boolean> => {
    const url = `${hubOf(options)}/${name}/resolve/main/${file}`;
    const path = join(gathering, file);
    const bytes = await fetchFile(url, path, {
      ...rest,
      largest: largest[file] ?? 0,
      ...(onProgress && { onProgress: (done, total) => onProgress(file, done, total) }),
    });
    const digest = bytes === null ? undefined : (await digestOfFile(path))?.digest;
    if (bytes === null || digest === undefined) return false;
    const isGraph = modelLayout.graphs.some((graph) => graph === file);
    const wanted = digests.get(file) ?? (isGraph ? digests.get(mainFile) : undefined);
    if (wanted !== undefined && wanted !== digest) {
      await rm(path, { force: true });
      throw downloadFailure(
        `${url}: its SHA-256 is ${digest}, not ${wanted}`,
        'the hub has a different file from the one you expect; nothing was replaced',
      );
    }
    files.push({ file, bytes, digest });
    return true;
  };
  const [quantised, full] = modelLayout.graphs;
  for (const file of modelLayout.needed) {
    if (!(await take(file))) throw missing(options, file);
  }
  for (const file of [...modelLayout.optional, 'README.md']) await take(file);
  const graphs = options.fullPrecision ? [full] : [quantised, full];
  // An earlier, interrupted download may have fetched the other graph.
  if (options.fullPrecision) await rm(join(gathering, quantised), { force: true });
  let hasGraph = false;
  for (const graph of graphs) if (!hasGraph) hasGraph = await take(graph);
  if (!hasGraph) throw missing(options, graphs.join(' or '));
  for (const file of digests.keys()) {
    if (file === mainFile || files.some((got) => got.file === file)) continue;
    throw downloadFailure(
      `"${name}" has no ${file}, but a SHA-256 was given for it`,
      'nothing was replaced',
    );
  }
  return files;
}

function missing(options: DownloadOptions, file: string): AppError {
  return downloadFailure(
    `${hubOf(options)} has no ${file} for "${options.name}"`,
    'check the name; paralign needs a model with an ONNX graph and a tokenizer.json',
  );
}

function hubOf({ hub }: DownloadOptions): string {
  return (hub ?? publicHub).replace(/\/+$/, '');
}
