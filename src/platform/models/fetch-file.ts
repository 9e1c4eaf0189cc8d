/**
 * Fetches one large file over HTTP: resumes where a connection broke, checks what the server says
 * about the file, counts the bytes and gives up on a connection that has gone silent.
 */
import {
  type FileHandle,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, basename } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import { downloadFailure } from './download-failure.js';
import { foreignContent } from './foreign-content.js';
import { requireSpace } from './free-space.js';
import { requestFile, sentPart, type Announced } from './hub-request.js';
import { digestOfFile } from './model-sums.js';
import { Watchdog } from './watchdog.js';

/** How a file is fetched. */
export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Called for every chunk; `total` is undefined if the server doesn't say. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
  /** Milliseconds without a byte after which a connection counts as broken; a minute by default. */
  readonly idleTimeout?: number;
  /** Largest size in bytes; a larger file is refused as soon as that is known. */
  readonly largest?: number;
}

const attempts = 3;

/** A broken connection: worth retrying from where it stopped. */
class BrokenConnection extends Error {}

/**
 * Fetches one file to `path`, whole or not at all; an incomplete download stays in `path.part` for the
 * next try. A file that already exists is not fetched again.
 * @returns its size, or null if the server has no such file (404)
 * @throws AppError `download-failed` (exit 69), `no-space` (74); the signal's reason when it aborts
 */
export async function fetchFile(
  url: string,
  path: string,
  options: FetchOptions,
): Promise<number | null> {
  const finished = await stat(path).catch(() => null);
  if (finished !== null) return finished.size;
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchOnce(url, path, options);
    } catch (error) {
      if (!(error instanceof BrokenConnection)) throw error;
      options.signal?.throwIfAborted();
      if (attempt === attempts) {
        throw downloadFailure(
          `${url}: ${error.message}`,
          'try again: the download resumes where it stopped',
          error,
        );
      }
    }
  }
}

/** An incomplete file: its bytes, and the entity tag from its server. */
class Part {
  readonly path: string;
  readonly #tagFile: string;
  /** Bytes already there, from which the download can resume. */
  have = 0;
  tag = '';

  private constructor(path: string) {
    this.path = `${path}.part`;
    this.#tagFile = `${this.path}.etag`;
  }

  static async of(path: string): Promise<Part> {
    const part = new Part(path);
    part.tag = await readFile(part.#tagFile, 'utf8').catch(() => '');
    if (part.tag !== '') part.have = (await stat(part.path).catch(() => null))?.size ?? 0;
    return part;
  }

  /** Only a strong tag on an unencoded body guarantees the same bytes to a Range request. */
  async remember({ headers }: Response): Promise<void> {
    const tag = headers.has('content-encoding') ? '' : (headers.get('etag') ?? '');
    await writeFile(this.#tagFile, tag.startsWith('"') ? tag : '');
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
    await rm(this.#tagFile, { force: true });
  }

  async finish(path: string): Promise<void> {
    await rename(this.path, path);
    await rm(this.#tagFile, { force: true });
  }
}

async function fetchOnce(url: string, path: string, options: FetchOptions): Promise<number | null> {
  const part = await Part.of(path);
  const watchdog = new Watchdog(options);
  try {
    const announced = await requestFile(url, { from: part.have, tag: part.tag }, watchdog.signal);
    const { response } = announced;
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      await part.discard();
      return null;
    }
    const size = await receive(url, path, part, announced, watchdog, options);
    await checkContent(url, path, part, announced.digest);
    await part.finish(path);
    return size;
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    // On a dead connection, fetch throws a TypeError with the reason as its cause.
    if (error instanceof TypeError || watchdog.expired || systemErrorCode(error) === 'ECONNRESET') {
      throw new BrokenConnection(watchdog.expired ?? reasonOf(error), { cause: error });
    }
    throw error;
  } finally {
    watchdog.stop();
  }
}

/** Writes an answer's body to the part; returns the size of the whole. */
async function receive(
  url: string,
  path: string,
  part: Part,
  { response }: Announced,
  watchdog: Watchdog,
  { largest = Infinity, onProgress }: FetchOptions,
): Promise<number> {
  const { body } = response;
  const sent = sentPart(response, part.have);
  if (!response.ok || body === null || typeof sent === 'string') {
    await body?.cancel();
    throw await refused(url, response, part, typeof sent === 'string' ? sent : 'no content');
  }
  const { start, total } = sent;
  const file = basename(path);
  try {
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '') && !/\.md$/.test(path)) {
      throw foreignFailure(url, file, foreignContent(file, Buffer.from('<html')) ?? '');
    }
    if (total !== undefined && total > largest) throw tooLarge(url, largest);
    await requireSpace(dirname(path), (total ?? 0) - start);
  } catch (error) {
    await body.cancel();
    throw error;
  }
  await part.remember(response);
  const output = await open(part.path, start > 0 ? 'a' : 'w');
  let done = start;
  try {
    for await (const chunk of body) {
      done += chunk.length;
      if (done > largest) throw tooLarge(url, largest);
      await output.writeFile(chunk);
      watchdog.feed(chunk.length);
      onProgress?.(done, total);
    }
    await output.sync();
  } finally {
    await output.close();
  }
  if (total !== undefined && done < total) {
    throw new BrokenConnection(`got ${done} of ${total} bytes`);
  }
  if (total !== undefined && done > total) {
    await part.discard();
    throw new BrokenConnection(`got ${done} bytes, but ${total} were announced`);
  }
  return done;
}

async function refused(
  url: string,
  response: Response,
  part: Part,
  problem: string,
): Promise<Error> {
  const { status } = response;
  if (status === 416 || status === 206) {
    // The part is longer than the file, or the server can't resume it: start over.
    await part.discard();
    return new BrokenConnection(status === 416 ? 'the file changed during the download' : problem);
  }
  if (status >= 500 || status === 408 || status === 429) {
    return new BrokenConnection(`the hub answered ${status}`);
  }
  const hint =
    status === 401 || status === 403
      ? 'the hub has no such model, or it is not public'
      : 'check the name and --from';
  return downloadFailure(`${url}: the hub answered ${status}`, hint);
}

function tooLarge(url: string, largest: number): Error {
  return downloadFailure(
    `${url}: larger than the ${largest} bytes allowed for such a file`,
    'paralign cannot use a model with such a file: check the name and --from',
  );
}

function foreignFailure(url: string, file: string, content: string): Error {
  return downloadFailure(
    `${url}: the hub sent ${content} instead of ${file}`,
    'check the name and --from, and whether the network requires you to log in first',
  );
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `the connection broke (${systemErrorCode(cause) ?? (cause instanceof Error ? cause.message : String(cause))})`;
}

/** Checks that the file is what the hub announced, and not a login page. */
async function checkContent(
  url: string,
  path: string,
  part: Part,
  digest: string | undefined,
): Promise<void> {
  const input = await open(part.path, 'r');
  const foreign = await headOf(input).then((head) => foreignContent(basename(path), head));
  if (foreign !== undefined) {
    await part.discard();
    throw foreignFailure(url, basename(path), foreign === 'empty' ? 'nothing' : foreign);
  }
  if (digest === undefined || (await digestOfFile(part.path))?.digest === digest) return;
  await part.discard();
  throw downloadFailure(
    `${url}: the file arrived damaged (its SHA-256 differs from the hub's)`,
    'try again',
  );
}

async function headOf(input: FileHandle): Promise<Uint8Array> {
  try {
    const head = Buffer.alloc(1024);
    const { bytesRead } = await input.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await input.close();
  }
}
