/**
 * Fetches a model from a hub, file by file, when the user asks for it by name.
 *
 * Files gather in a folder beside the models, which becomes the model's folder in one rename once
 * every file is whole and its digest is listed: a model is there entirely or not at all. A broken
 * download goes on where it stopped, with a Range request, when the server still has the same file.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, ExitCode } from '../errors.js';
import { modelLayout } from './model-files.js';
import { formatSums, sumsFile } from './model-sums.js';
import { systemErrorCode } from './system-error.js';

/** The public hub, asked only when a download is asked for. */
export const publicHub = 'https://huggingface.co';

/** What to fetch, from where, to where. */
export interface DownloadOptions {
  /** `<owner>/<name>` as the hub calls it. */
  readonly name: string;
  /** The user's folder of models. */
  readonly folder: string;
  /** Base address; files are at `<hub>/<name>/resolve/main/<file>`. */
  readonly hub?: string;
  /** Take `onnx/model.onnx` even where there is a quantised graph. */
  readonly fullPrecision?: boolean;
  readonly signal?: AbortSignal;
  /** Hears of every chunk; `total` is undefined where the server doesn't say. */
  readonly onProgress?: (file: string, done: number, total: number | undefined) => void;
  /** Milliseconds without a byte after which a connection counts as broken. */
  readonly idleTimeout?: number;
}

/** A file that arrived. */
export interface DownloadedFile {
  readonly file: string;
  readonly bytes: number;
}

const redirectsAtMost = 5;
const attempts = 3;

function failure(message: string, hint: string, cause?: unknown): AppError {
  return new AppError('download-failed', message, {
    exitCode: ExitCode.modelUnavailable,
    hint,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A broken connection: worth another try, from where it stopped. */
class BrokenConnection extends Error {}

/**
 * Downloads a model. Replaces a model of the same name that is there already.
 * @returns the files, in the order in which they came
 * @throws AppError `usage` for a name that is none, `download-failed` (exit 69), `io` (exit 74)
 */
export async function downloadModel(options: DownloadOptions): Promise<readonly DownloadedFile[]> {
  const { name } = options;
  if (!/^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)?$/.test(name)) {
    throw new AppError('usage', `"${name}" is not the name of a model on a hub`, {
      exitCode: ExitCode.usage,
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
      const bytes = await readFile(join(gathering, file));
      digests.set(file, createHash('sha256').update(bytes).digest('hex'));
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
      {
        exitCode: ExitCode.io,
        hint: 'make room or set XDG_DATA_HOME to a folder that can be written',
        cause: error,
      },
    );
  }
}

async function fetchAll(options: DownloadOptions, gathering: string): Promise<DownloadedFile[]> {
  const files: DownloadedFile[] = [];
  const take = async (file: string): Promise<boolean> => {
    const bytes = await fetchWithRetries(options, file, gathering);
    if (bytes !== null) files.push({ file, bytes });
    return bytes !== null;
  };
  const [quantised, full] = modelLayout.graphs;
  for (const file of modelLayout.needed) {
    if (!(await take(file))) throw missing(options, file);
  }
  for (const file of [...modelLayout.optional, 'README.md']) await take(file);
  const graphs = options.fullPrecision ? [full] : [quantised, full];
  for (const graph of graphs) if (await take(graph)) return files;
  throw missing(options, graphs.join(' or '));
}

function missing(options: DownloadOptions, file: string): AppError {
  return failure(
    `${hubOf(options)} has no ${file} for "${options.name}"`,
    'check the name; paralign needs a model with an ONNX graph and a tokenizer.json',
  );
}

function hubOf({ hub }: DownloadOptions): string {
  return (hub ?? publicHub).replace(/\/+$/, '');
}

/** Fetches one file. @returns its size, null where the hub has none. */
async function fetchWithRetries(
  options: DownloadOptions,
  file: string,
  gathering: string,
): Promise<number | null> {
  const url = `${hubOf(options)}/${options.name}/resolve/main/${file}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchFile(options, file, url, join(gathering, file));
    } catch (error) {
      if (!(error instanceof BrokenConnection)) throw error;
      options.signal?.throwIfAborted();
      if (attempt === attempts) {
        throw failure(
          `${url}: ${error.message}`,
          'try again: the download goes on where it stopped',
          error,
        );
      }
    }
  }
}

/** What the hub says of a file before it sends it. */
interface Announced {
  readonly response: Response;
  /** SHA-256 in hex, where the hub gives it (large files). */
  readonly digest: string | undefined;
}

async function fetchFile(
  options: DownloadOptions,
  file: string,
  url: string,
  path: string,
): Promise<number | null> {
  const finished = await stat(path).catch(() => null);
  if (finished !== null) return finished.size;
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  const tagFile = `${part}.etag`;
  const tag = await readFile(tagFile, 'utf8').catch(() => '');
  const have = tag === '' ? 0 : ((await stat(part).catch(() => null))?.size ?? 0);
  const watchdog = new Watchdog(options);
  try {
    const headers = have > 0 ? { range: `bytes=${have}-`, 'if-range': tag } : {};
    const { response, digest } = await request(url, headers, watchdog.signal);
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    const resumed = response.status === 206;
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw await refused(url, response, part);
    }
    await writeFile(tagFile, strongTag(response));
    const start = resumed ? have : 0;
    const length = response.headers.get('content-length');
    const total = length === null ? undefined : start + Number(length);
    const output = await open(part, resumed ? 'a' : 'w');
    let done = start;
    try {
      for await (const chunk of response.body) {
        await output.writeFile(chunk);
        done += chunk.length;
        watchdog.feed();
        options.onProgress?.(file, done, total);
      }
      await output.sync();
    } finally {
      await output.close();
    }
    if (total !== undefined && done !== total) {
      throw new BrokenConnection(`got ${done} of ${total} bytes`);
    }
    await checkDigest(url, part, digest);
    await rename(part, path);
    await rm(tagFile, { force: true });
    return done;
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    // What fetch throws on a dead connection is a TypeError with the reason as its cause.
    if (error instanceof TypeError || watchdog.expired || systemErrorCode(error) === 'ECONNRESET') {
      throw new BrokenConnection(reasonOf(error, watchdog.expired), { cause: error });
    }
    throw error;
  } finally {
    watchdog.stop();
  }
}

/** Only a strong tag promises the same bytes to a Range request. */
function strongTag(response: Response): string {
  const tag = response.headers.get('etag') ?? '';
  return tag.startsWith('"') ? tag : '';
}

async function refused(url: string, response: Response, part: string): Promise<Error> {
  if (response.status === 416) {
    // What is there is longer than the file: start over.
    await rm(part, { force: true });
    return new BrokenConnection('the file changed meanwhile');
  }
  if (response.status >= 500) return new BrokenConnection(`the hub answers ${response.status}`);
  const hint =
    response.status === 401 || response.status === 403
      ? 'the hub has no such model, or it is not public'
      : 'check the name and --from';
  return failure(`${url}: the hub answers ${response.status}`, hint);
}

function reasonOf(error: unknown, expired: boolean): string {
  if (expired) return 'the connection went silent';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `the connection broke (${systemErrorCode(cause) ?? (cause instanceof Error ? cause.message : String(cause))})`;
}

async function checkDigest(url: string, path: string, digest: string | undefined): Promise<void> {
  if (digest === undefined) return;
  const actual = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  if (actual === digest) return;
  await rm(path, { force: true });
  throw failure(`${url}: the file arrived damaged (its SHA-256 is not the hub's)`, 'try again');
}

/**
 * Follows redirects by hand: the hub tells a large file's SHA-256 on the answer that sends the
 * client elsewhere.
 */
async function request(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Announced> {
  let address = new URL(url);
  let digest: string | undefined;
  for (let hops = 0; hops <= redirectsAtMost; hops += 1) {
    const response = await fetch(address, { headers, redirect: 'manual', signal });
    const linked = response.headers.get('x-linked-etag')?.replace(/"/g, '');
    if (linked !== undefined && /^[0-9a-f]{64}$/.test(linked)) digest = linked;
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) {
      return { response, digest };
    }
    await response.body?.cancel();
    const next = new URL(location, address);
    const safe = next.protocol === 'https:' || next.protocol === address.protocol;
    if (!safe || !/^https?:$/.test(next.protocol)) {
      throw failure(`${url}: sent to ${next.protocol}//${next.host}`, 'check --from');
    }
    address = next;
  }
  throw failure(`${url}: sent from place to place without end`, 'check --from');
}

/** Aborts a request when no byte came for a while, or when the user stops the program. */
class Watchdog {
  readonly #controller = new AbortController();
  readonly #limit: number;
  #timer: NodeJS.Timeout | undefined;
  expired = false;
  readonly signal: AbortSignal;

  constructor({ signal, idleTimeout = 60_000 }: DownloadOptions) {
    this.#limit = idleTimeout;
    this.signal = signal
      ? AbortSignal.any([signal, this.#controller.signal])
      : this.#controller.signal;
    this.feed();
  }

  feed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.expired = true;
      this.#controller.abort();
    }, this.#limit);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
