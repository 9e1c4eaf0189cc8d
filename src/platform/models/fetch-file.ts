/**
 * Fetching one large file over HTTP: goes on where a connection broke, checks what the server tells
 * of the file, and gives up on a connection that went silent.
 */
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../errors.js';
import { digestOfFile } from './model-sums.js';
import { systemErrorCode } from '../system-error.js';

/** How a file is fetched. */
export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Hears of every chunk; `total` is undefined where the server doesn't say. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
  /** Milliseconds without a byte after which a connection counts as broken; a minute by default. */
  readonly idleTimeout?: number;
}

const redirectsAtMost = 5;
const attempts = 3;

/** The error of a download (exit 69). */
export function downloadFailure(message: string, hint: string, cause?: unknown): AppError {
  return new AppError('download-failed', message, {
    hint,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A broken connection: worth another try, from where it stopped. */
class BrokenConnection extends Error {}

/**
 * Fetches one file to `path`, whole or not at all; what came of it waits in `path.part` for the next
 * try. A file that is there already is not fetched again.
 * @returns its size, null where the server has none (404)
 * @throws AppError `download-failed` (exit 69); the signal's reason when it aborts
 */
export async function fetchFile(
  url: string,
  path: string,
  options: FetchOptions,
): Promise<number | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchOnce(url, path, options);
    } catch (error) {
      if (!(error instanceof BrokenConnection)) throw error;
      options.signal?.throwIfAborted();
      if (attempt === attempts) {
        throw downloadFailure(
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

async function fetchOnce(url: string, path: string, options: FetchOptions): Promise<number | null> {
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
        options.onProgress?.(done, total);
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
  return downloadFailure(`${url}: the hub answers ${response.status}`, hint);
}

function reasonOf(error: unknown, expired: boolean): string {
  if (expired) return 'the connection went silent';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `the connection broke (${systemErrorCode(cause) ?? (cause instanceof Error ? cause.message : String(cause))})`;
}

async function checkDigest(url: string, path: string, digest: string | undefined): Promise<void> {
  if (digest === undefined) return;
  if ((await digestOfFile(path))?.digest === digest) return;
  await rm(path, { force: true });
  throw downloadFailure(
    `${url}: the file arrived damaged (its SHA-256 is not the hub's)`,
    'try again',
  );
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
      throw downloadFailure(`${url}: sent to ${next.protocol}//${next.host}`, 'check --from');
    }
    address = next;
  }
  throw downloadFailure(`${url}: sent from place to place without end`, 'check --from');
}

/** Aborts a request when no byte came for a while, or when the user stops the program. */
class Watchdog {
  readonly #controller = new AbortController();
  readonly #limit: number;
  #timer: NodeJS.Timeout | undefined;
  expired = false;
  readonly signal: AbortSignal;

  constructor({ signal, idleTimeout = 60_000 }: FetchOptions) {
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
