/**
 * Fetches a model from a hub, file by file, when the user asks for it by name.
 *
 * Files gather in a folder beside the models, which becomes the model's folder in one rename once
 * every file is whole and its digest is listed: a model is there entirely or not at all. A broken
 * download goes on where it stopped, with a Range request, when the server still has the same file.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
 * @throws AppError `usage` for a name that is none, `download-failed` (exit 69), `io` (exit 74)
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
