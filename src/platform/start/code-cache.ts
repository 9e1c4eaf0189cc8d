/**
 * The code that V8 made of the program, kept for the next start: parsing and compiling it takes a fifth of the time of
 * two short texts. Made after a run, so that it holds the functions that the run needed and no others.
 *
 * It is never relied on: a damaged file is none, and where nothing can be written, every start compiles anew. But it is
 * code: a file that another user owns or can write to is not used.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** Largest file that is read, in bytes: twenty times what a run of the largest command needs. */
const largestFile = 2 ** 26;
/** Code that no start has made again for so long is that of an earlier version or of a rare command. In ms. */
const keptFor = 30 * 24 * 3600 * 1000;
/** An unfinished file that is older than this was left by a process that was killed. In ms. */
const writtenWithin = 3600 * 1000;

const heading = 'paralign-code-1';
/** V8 copies code that begins elsewhere than at a multiple of this. */
const alignment = 8;

/** What a file holds. */
interface KeptCode {
  /** By the name of the chunk. */
  readonly code: ReadonlyMap<string, Buffer>;
  /** Modules of Node that the program loaded. */
  readonly builtins: readonly string[];
}

/** The kept code of one command, or of one thread or process that commands start. */
export class CodeCache {
  readonly #path: string | null;
  readonly #key: string;
  readonly #kept: KeptCode;
  readonly #scripts = new Map<string, Script>();
  readonly #builtins: Set<string>;
  #isComplete = true;

  /**
   * @param path the file, which need not exist; null to keep nothing
   * @param key what the code depends on besides what V8 checks: the program's text, above all
   */
  constructor(path: string | null, key: string) {
    this.#path = path;
    this.#key = key;
    this.#kept = (path === null ? null : readCode(path, key)) ?? { code: new Map(), builtins: [] };
    this.#builtins = new Set(this.#kept.builtins);
  }

  /** Modules of Node that the program had loaded when the code was kept. */
  get builtins(): readonly string[] {
    return this.#kept.builtins;
  }

  /** Notes that the program has loaded a module of Node. */
  addBuiltin(name: string): void {
    this.#builtins.add(name);
  }

  /** Compiles a chunk, or takes its code from an earlier start. */
  compile(
    name: string,
    source: string,
    options: { filename: string; columnOffset: number },
  ): Script {
    const cachedData = this.#kept.code.get(name);
    const script = new Script(source, { ...options, ...(cachedData && { cachedData }) });
    if (cachedData === undefined || script.cachedDataRejected === true) this.#isComplete = false;
    this.#scripts.set(name, script);
    return script;
  }

  /** Writes the code of all chunks, if a chunk's was missing. Costs some 30 ms then, and never throws. */
  keep(): void {
    if (this.#isComplete || this.#path === null) return;
    this.#isComplete = true;
    const unfinished = `${this.#path}.${process.pid}-${performance.timeOrigin}.tmp`;
    try {
      const folder = dirname(this.#path);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (!isOwnFolder(folder)) return;
      removeOld(folder);
      // Opened first: where nothing can be written, nothing is made.
      const file = openSync(unfinished, 'wx', 0o600);
      try {
        writeFileSync(file, this.#contents());
      } finally {
        closeSync(file);
      }
      renameSync(unfinished, this.#path);
    } catch {
      // A full disk or a read-only home does not stop the run; the next one is just no faster.
      try {
        rmSync(unfinished, { force: true });
      } catch {
        // It is removed when it is old.
      }
    }
  }

  #contents(): Buffer {
    const code = new Map(this.#kept.code);
    for (const [name, script] of this.#scripts) code.set(name, script.createCachedData());
    const list = [
      ...[...this.#builtins].map((name) => `builtin ${name}\n`),
      ...[...code].map(([name, bytes]) => `chunk ${name} ${bytes.length}\n`),
    ].join('');
    const body = Buffer.concat([
      padded(Buffer.from(`${list}\n`)),
      ...[...code.values()].map((bytes) => padded(bytes)),
    ]);
    return Buffer.concat([padded(Buffer.from(headOf(this.#key, body))), body]);
  }
}

const headOf = (key: string, body: Buffer): string => `${heading} ${key} ${crc32(body)}\n`;

const aligned = (length: number): number => Math.ceil(length / alignment) * alignment;

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);
}

/** What a file holds; null if there is none, or none to be trusted. */
function readCode(path: string, key: string): KeptCode | null {
  try {
    const bytes = readOwn(path);
    if (bytes === null) return null;
    const end = bytes.indexOf('\n') + 1;
    const body = bytes.subarray(aligned(end));
    return bytes.toString('latin1', 0, end) === headOf(key, body) ? parseBody(body) : null;
  } catch {
    return null;
  }
}

function parseBody(body: Buffer): KeptCode {
  const code = new Map<string, Buffer>();
  const builtins: string[] = [];
  const end = body.indexOf('\n\n');
  let at = aligned(end + 2);
  for (const line of body.toString('latin1', 0, end).split('\n')) {
    const [kind, name = '', length] = line.split(' ');
    if (kind === 'builtin') builtins.push(name);
    if (kind !== 'chunk') continue;
    code.set(name, body.subarray(at, at + Number(length)));
    at += aligned(Number(length));
  }
  return { code, builtins };
}

/**
 * The bytes of a file that only this user can have put there; null for any other. A link might lead to a file of the
 * user's that others have chosen the content of, such as a download.
 */
function readOwn(path: string): Buffer | null {
  if (!isOwnFolder(dirname(path))) return null;
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  try {
    const status = fstatSync(file);
    if (!status.isFile() || !isOwn(status) || status.size > largestFile) return null;
    const bytes = Buffer.allocUnsafeSlow(status.size);
    return readSync(file, bytes) === status.size ? bytes : null;
  } finally {
    closeSync(file);
  }
}

function isOwnFolder(path: string): boolean {
  const status = lstatSync(path);
  return status.isDirectory() && isOwn(status);
}

/** Whether nobody but this user can write. On Windows the user's folders are closed to others. */
function isOwn({ uid, mode }: Stats): boolean {
  const user = process.getuid?.();
  return user === undefined || (uid === user && (mode & 0o022) === 0);
}

/** Removes what earlier versions and killed processes have left. */
function removeOld(folder: string): void {
  const now = Date.now();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const most = name.endsWith('.tmp') ? writtenWithin : keptFor;
    try {
      if (now - lstatSync(path).mtimeMs > most) rmSync(path, { force: true });
    } catch {
      // Another start has removed it, or it is no file: it is none of ours.
    }
  }
}
