/** Reads one configuration file, and reports each mistake in it with its place. */
import { lstat, readFile, stat } from 'node:fs/promises';
import { systemErrorCode } from '../../platform/system-error.js';
import { jsonFault, keyPlaces, placeAt, type TextPlace } from '../../text/json/json-places.js';
import { badConfig } from './bad-config.js';
import type { AppError } from '../../errors.js';

/** A mistake in a configuration file. */
export interface ConfigProblem {
  readonly file: string;
  /** Null if it concerns the whole file. */
  readonly place: TextPlace | null;
  /** AppError `bad-config` (exit 78); its message begins with file, line and column. */
  readonly error: AppError;
}

/** A configuration file that exists. */
export interface ConfigFile {
  readonly path: string;
  /** Undefined if it cannot be read or is not JSON. */
  readonly content: unknown;
  /** `file:line:column` of a key, given by its path. */
  where(keys: readonly string[]): string;
  place(keys: readonly string[]): TextPlace | null;
}

/** The maximum size of such a file in bytes. */
const largest = 2 ** 16;

const hints = {
  unreadable: 'repair it, move it away, or use PARALIGN_* variables instead',
  json: 'it must contain one object, such as {"mode": "parallel"}; "paralign doctor" lists everything that is wrong with it',
  encoding: 'save the file as UTF-8',
} as const;

/**
 * The file at `path`; undefined if there is none.
 * @param isSearched whether the file is only searched for: then a folder without access counts as empty
 */
export async function readConfigFile(
  path: string,
  report: (problem: ConfigProblem) => void,
  isSearched: boolean,
): Promise<ConfigFile | undefined> {
  const fail = (what: string, hint: string, place: TextPlace | null = null): ConfigFile => {
    const at = place === null ? '' : `:${place.line}:${place.column}`;
    report({ file: path, place, error: badConfig(`${path}${at}: ${what}`, hint) });
    return { path, content: undefined, where: () => path, place: () => null };
  };
  let bytes: Buffer;
  try {
    const info = await stat(path);
    if (info.isDirectory()) return fail('is a folder, not a file', hints.unreadable);
    // Reading a pipe would block.
    if (!info.isFile()) return fail('is not a regular file', hints.unreadable);
    if (info.size > largest) return fail(`is larger than ${largest} bytes`, hints.unreadable);
    bytes = await readFile(path);
  } catch (error) {
    const code = systemErrorCode(error) ?? String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink() === true;
      return isLink ? fail('is a link to a file that does not exist', hints.unreadable) : undefined;
    }
    const isClosed = (await lstat(path).catch(() => undefined)) === undefined;
    if (isSearched && isClosed) return undefined;
    return fail(`cannot be read (${reasons[code] ?? code})`, hints.unreadable);
  }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const bad = invalidByte(bytes);
  if (bad !== undefined) {
    const before = bytes.toString('utf8', 0, bad).replace(/^\ufeff/, '');
    return fail('is not in UTF-8', hints.encoding, placeAt(before, before.length));
  }
  let find: ReturnType<typeof keyPlaces> | undefined;
  const place = (keys: readonly string[]): TextPlace | null =>
    (find ??= keyPlaces(text))(keys) ?? null;
  const file = {
    path,
    place,
    where(keys: readonly string[]) {
      const found = place(keys);
      return found === null ? path : `${path}:${found.line}:${found.column}`;
    },
  };
  try {
    return { ...file, content: JSON.parse(text) as unknown };
  } catch {
    const { what, ...at } = jsonFault(text);
    return { ...fail(`is not JSON: ${what}`, hints.json, at), ...file };
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ELOOP: 'it is a link that leads back to itself',
};

/** Offset of the first byte that is not UTF-8. */
function invalidByte(bytes: Buffer): number | undefined {
  const again = Buffer.from(bytes.toString('utf8'));
  if (again.equals(bytes)) return undefined;
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  return at < 0 ? bytes.length : at;
}
