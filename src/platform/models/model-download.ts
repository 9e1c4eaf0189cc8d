/**
 * Fetches a model from a hub, file by file, when the user asks for it by name.
 *
 * Files gather in a folder beside the models, which becomes the model's folder in one rename once
 * every file is whole and its digest is listed: a model is there entirely or not at all. A broken
 * download goes on where it stopped, with a Range request, when the server still has the same file.
 */
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { AppError } from '../../errors.js';
import { downloadFailure, fetchFile, type FetchOptions } from './fetch-file.js';
import { modelLayout } from './model-files.js';
import { digestOfFile, formatSums, sumsFile } from './model-sums.js';
import { systemErrorCode } from '../system-error.js';

/** The public hub, asked only when a download is asked for. */
export const publicHub = 'https://huggingface.co';

/** What to fetch, from where, to where. */
export interface DownloadOptions extends Omit<FetchOptions, 'onProgress'> {
  /** `<owner>/<name>` as the hub calls it. */
  readonly name: string;
  /** The user's folder of models. */
  readonly folder: string;
  /** Base address; files are at `<hub>/<name>/resolve/main/<file>`. */
  readonly hub?: string;
  /** Take `onnx/model.onnx` even where there is a quantised graph. */
  readonly fullPrecision?: boolean;
  /** Hears of every chunk; `total` is undefined where the server doesn't say. */
  readonly onProgress?: (file: string, done: number, total: number | undefined) => void;
}

/** A file that arrived. */
export interface DownloadedFile {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Downloads a model. Replaces a model of the same name that is there already.
 * @returns the files, in the order in which they came
 * @throws AppError `usage` for a name that is none, `protected-file` (exit 73) for a folder that holds
 *   something else, `download-failed` (exit 69), `io` (exit 74)
 */
export async function downloadModel(options: DownloadOptions): Promise<readonly DownloadedFile[]> {
  const { name } = options;
  if (!/^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)?$/.test(name)) {
    throw new AppError('usage', `"${name}" is not the name of a model on a hub`, {
      hint: 'names are like owner/name',
    });
  }
  const target = join(options.folder, ...name.split('/'));
  const gathering = join(options.folder, `.${name.replace('/', '--')}.download`);
  await refuseStrangers(target);
  try {
    await mkdir(gathering, { recursive: true });
    const files = await fetchAll(options, gathering);
    const digests = new Map<string, string>();
    for (const { file } of files) {
      const found = await digestOfFile(join(gathering, file));
      if (found !== null) digests.set(file, found.digest);
    }
    await writeFile(join(gathering, sumsFile), formatSums(digests));
    await mkdir(dirname(target), { recursive: true });
    await refuseStrangers(target);
    await rm(target, { recursive: true, force: true });
    await rename(gathering, target);
    return files;
  } catch (error) {
    if (error instanceof AppError || options.signal?.aborted) throw error;
    throw new AppError(
      'io',
      `cannot store the model in ${options.folder} (${systemErrorCode(error) ?? String(error)})`,
      { hint: 'make room or set XDG_DATA_HOME to a folder that can be written', cause: error },
    );
  }
}

/** All that a download puts into a model's folder. */
const ownFiles: ReadonlySet<string> = new Set([
  ...modelLayout.needed,
  ...modelLayout.optional,
  ...modelLayout.graphs,
  'README.md',
  sumsFile,
]);

/** A folder is replaced only when nothing is in it but a model: `owner` may hold all of an owner's. */
async function refuseStrangers(target: string): Promise<void> {
  const status = await lstat(target).catch(() => null);
  if (status === null) return;
  const entries = status.isDirectory()
    ? await readdir(target, { recursive: true, withFileTypes: true }).catch(() => [])
    : [];
  const stranger = entries.find(
    (entry) =>
      !entry.isDirectory() &&
      !ownFiles.has(relative(target, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
  if (status.isDirectory() && stranger === undefined) return;
  const what = stranger === undefined ? target : join(stranger.parentPath, stranger.name);
  throw new AppError('protected-file', `${what}: is no file of a model, and would be removed`, {
    hint: `move it away, or the folder ${target}`,
  });
}

async function fetchAll(options: DownloadOptions, gathering: string): Promise<DownloadedFile[]> {
  const files: DownloadedFile[] = [];
  const take = async (file: string): Promise<boolean> => {
    const { onProgress, name, ...rest } = options;
    const url = `${hubOf(options)}/${name}/resolve/main/${file}`;
    const bytes = await fetchFile(url, join(gathering, file), {
      ...rest,
      ...(onProgress && { onProgress: (done, total) => onProgress(file, done, total) }),
    });
    if (bytes !== null) files.push({ file, bytes });
    return bytes !== null;
  };
  const [quantised, full] = modelLayout.graphs;
  for (const file of modelLayout.needed) {
    if (!(await take(file))) throw missing(options, file);
  }
  for (const file of [...modelLayout.optional, 'README.md']) await take(file);
  const graphs = options.fullPrecision ? [full] : [quantised, full];
  // A download that broke off may have got another answer.
  if (options.fullPrecision) await rm(join(gathering, quantised), { force: true });
  for (const graph of graphs) if (await take(graph)) return files;
  throw missing(options, graphs.join(' or '));
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
