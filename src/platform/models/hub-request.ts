/** One request to a hub: follows redirects itself and checks what the answer says about the file. */
import { downloadFailure } from './download-failure.js';

const redirectsAtMost = 5;

/** What a server says about a file before it sends it. */
export interface Announced {
  readonly response: Response;
  /** SHA-256 in hex, if the hub gives it (large files). */
  readonly digest: string | undefined;
}

/**
 * Requests a file, or the part of it from `from` on if it still has the `tag`.
 *
 * The hub gives a large file's SHA-256 in its redirect; a digest from the redirect's target is not
 * trusted. A redirect from HTTPS to HTTP is not followed.
 * @throws AppError `download-failed`; what `fetch` throws on a dead connection
 */
export async function requestFile(
  url: string,
  part: { readonly from: number; readonly tag: string },
  signal: AbortSignal,
): Promise<Announced> {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (part.from > 0) {
    headers['range'] = `bytes=${part.from}-`;
    headers['if-range'] = part.tag;
  }
  const hub = new URL(url);
  let address = hub;
  let digest: string | undefined;
  for (let hops = 0; hops <= redirectsAtMost; hops += 1) {
    const response = await fetch(address, { headers, redirect: 'manual', signal });
    const linked = response.headers
      .get('x-linked-etag')
      ?.replace(/^W\/|"/g, '')
      .toLowerCase();
    if (address.origin === hub.origin && linked !== undefined && /^[0-9a-f]{64}$/.test(linked)) {
      digest = linked;
    }
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) {
      return { response, digest };
    }
    await response.body?.cancel();
    address = redirected(url, address, location);
  }
  throw downloadFailure(`${url}: redirected too many times`, 'check --from');
}

function redirected(url: string, from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) {
    throw downloadFailure(
      `${url}: redirected to "${location}", which is not a valid address`,
      'check --from',
    );
  }
  const next = new URL(location, from);
  const safe = next.protocol === 'https:' || next.protocol === from.protocol;
  if (!safe || !/^https?:$/.test(next.protocol) || next.username !== '' || next.password !== '') {
    throw downloadFailure(
      `${url}: redirected to ${next.protocol}//${next.host}`,
      next.protocol === 'http:'
        ? 'a download over HTTPS does not continue without encryption: check --from'
        : 'check --from',
    );
  }
  return next;
}

/** Which part of a file an answer contains. */
export interface SentPart {
  /** Where it begins; 0 for a whole file. */
  readonly start: number;
  /** Bytes of the whole file, if the server says. */
  readonly total: number | undefined;
}

/**
 * What an answer with a body contains, according to its headers; a string says what is wrong with them.
 * @param asked where the requested part begins; 0 for the whole file
 */
export function sentPart(response: Response, asked: number): SentPart | string {
  // The stated length of a compressed body is not that of the file.
  const isPlain = /^(?:identity)?$/i.test(response.headers.get('content-encoding') ?? '');
  const length = isPlain ? readLength(response) : undefined;
  if (response.status === 200) return { start: 0, total: length };
  if (response.status !== 206) return `the hub answered ${response.status}`;
  if (asked === 0) return 'the hub sent part of the file instead of all of it';
  if (!isPlain) return 'the hub sent part of the file in another encoding';
  const range = response.headers.get('content-range') ?? '';
  const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(range.trim()) ?? [];
  const [start, end] = [Number(first), Number(last)];
  const total = size === undefined || size === '*' ? end + 1 : Number(size);
  const fits =
    first !== undefined &&
    start === asked &&
    end + 1 === total &&
    (length === undefined || length === total - start);
  return fits
    ? { start, total }
    : `the hub sent the wrong part of the file (${range || 'it does not say which part'})`;
}

function readLength(response: Response): number | undefined {
  const length = response.headers.get('content-length');
  return length === null || !/^\d+$/.test(length) ? undefined : Number(length);
}
