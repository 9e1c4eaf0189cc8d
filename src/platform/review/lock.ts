/**
 * A lock file beside a file that only one program at a time may write: a second program learns who
 * holds it. Locks of programs that ended without removing them are taken over.
 *
 * No file system can replace a file on condition that its content is unchanged, so a stale lock is never
 * removed: by then it may be another program's. Its successor is the program that manages to create
 * `FILE.lock.after-ID`, which only one can do. ID is that of the stale lock, and is unique. The
 * successor renames that file to `FILE.lock`. If it dies first, it is succeeded in turn. A program
 * that was too slow finds that it created such a file beside a different lock, and removes it:
 * `after-ID` counts only while `FILE.lock` is the lock with that ID.
 */
import { createHash, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { AppError } from '../../errors.js';
import { readRegularSync } from '../read-bounded.js';
import { tidyBeforeSignal } from '../signals.js';
import { systemErrorCode } from '../system-error.js';

/** Largest size of a lock, in bytes. */
const longestLock = 65536;

/** A lock that is held; `release` may be called more than once. */
export interface Lock {
  /** Whether the file still exists and is ours: somebody may have removed it or its folder by hand. */
  isHeld(): boolean;
  release(): void;
}

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
}

/** Suffix of what a program killed while taking a lock leaves behind: `FILE.lock.` and this. */
export const lockLeftover = /^(?:[0-9a-f]{12}|after-[0-9a-f]{12})$/;

/** Each failed attempt means that another program has made progress. */
const mostAttempts = 1000;

/** Takes the lock at `path`, or returns who holds it. Throws AppError if the folder can't be written to. */
export function takeLock(path: string): Lock | LockHolder {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const own = JSON.stringify({
      pid: process.pid,
      host: hostname(),
      started: startOf(process.pid),
      boot: bootOf(),
      id: randomBytes(12).toString('hex'),
    });
    const content = readSettled(path);
    if (content === null) {
      if (create(path, own)) return held(path, own);
      continue;
    }
    const result = succeed(path, content, own);
    if (result === 'again') continue;
    return result === 'taken' ? held(path, own) : result;
  }
  return { pid: 0, host: 'unknown' };
}

/** Who holds the lock at `path` and may still be running; null if nobody does. Does not take the lock. */
export function lockHolder(path: string): LockHolder | null {
  const content = readIfThere(path);
  return content === null ? null : livingHolder(content);
}

/** Takes over the lock `content` at `path` and its successors, if none of their holders is still running. */
function succeed(path: string, content: string, own: string): LockHolder | 'taken' | 'again' {
  for (let last = content; ;) {
    const holder = livingHolder(last);
    if (holder !== null) return readIfThere(path) === content ? holder : 'again';
    const successor = `${path}.after-${idOf(last)}`;
    if (create(successor, own)) {
      if (readIfThere(path) === content) {
        // If this fails, the file stays, and the next program must succeed this one.
        replace(successor, path);
        return 'taken';
      }
      removeIfThere(successor);
      return 'again';
    }
    const next = readSettled(successor);
    if (next === null) return 'again';
    last = next;
  }
}

/** The part of a lock that makes it unique. */
function idOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

function replace(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      return renameSync(from, to);
    } catch (error) {
      // Windows can't replace a file that is being read.
      if (attempt >= 20 || !['EPERM', 'EACCES', 'EBUSY'].includes(systemErrorCode(error) ?? ''))
        throw cannotLock(to, error);
      pause(10);
    }
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The holder of the lock also tidies up.
  }
}

/**
 * The content of a lock; null if there is none. Without hard links, a lock appears before its content,
 * so this waits a moment for it.
 */
function readSettled(path: string): string | null {
  for (let attempt = 0; ; attempt++) {
    const content = readIfThere(path);
    if (content === null || isWhole(content) || attempt === 50) return content;
    pause(20);
  }
}

function isWhole(content: string): boolean {
  try {
    return typeof JSON.parse(content) === 'object';
  } catch {
    return false;
  }
}

/** Whether `takeLock` obtained the lock. */
export function isLock(result: Lock | LockHolder): result is Lock {
  return 'release' in result;
}

function create(path: string, content: string): boolean {
  // Written to another file and linked, so that nobody reads an empty lock.
  const temporary = `${path.replace(/\.after-[0-9a-f]{12}$/, '')}.${randomBytes(6).toString('hex')}`;
  let written = false;
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    written = true;
    linkSync(temporary, path);
    return true;
  } catch (error) {
    switch (systemErrorCode(error)) {
      case 'EEXIST':
        // Over a network, the answer to a successful link can be lost.
        return linkCount(temporary) === 2;
      case 'ENOENT':
        // The holder of the lock removes such files as leftovers.
        if (written && folderIsThere(path)) return false;
        break;
      case 'EPERM':
      case 'ENOTSUP':
      case 'EOPNOTSUPP':
      case 'ENOSYS':
      case 'EMLINK':
        return createWithoutLinks(path, content);
    }
    throw cannotLock(path, error);
  } finally {
    removeIfThere(temporary);
  }
}

function linkCount(path: string): number {
  try {
    return statSync(path).nlink;
  } catch {
    return 0;
  }
}

function folderIsThere(path: string): boolean {
  try {
    return statSync(dirname(path)).isDirectory();
  } catch {
    return false;
  }
}

/** For file systems without hard links. */
function createWithoutLinks(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw cannotLock(path, error);
  }
}

function cannotLock(path: string, cause: unknown): AppError {
  const reason = systemErrorCode(cause) ?? String(cause);
  return new AppError('cannot-create', `${path}: cannot be created (${reason})`, {
    hint: 'a review must be in a folder that you can write to',
    cause,
  });
}

function held(path: string, own: string): Lock {
  let released = false;
  const release = () => {
    if (released) return;
    released = true;
    process.removeListener('exit', release);
    forget();
    // Somebody may have removed ours by hand and taken the lock since then.
    if (readIfThere(path) === own) removeIfThere(path);
  };
  process.on('exit', release);
  const forget = tidyBeforeSignal(release);
  return { isHeld: () => !released && readIfThere(path) === own, release };
}

function readIfThere(path: string): string | null {
  try {
    return readRegularSync(path, longestLock).toString('utf8');
  } catch {
    return null;
  }
}

/** The holder if it may still be running; null if it certainly isn't. */
function livingHolder(content: string): LockHolder | null {
  let holder: unknown;
  try {
    holder = JSON.parse(content);
  } catch {
    return null;
  }
  if (typeof holder !== 'object' || holder === null) return null;
  const pid = 'pid' in holder && typeof holder.pid === 'number' ? holder.pid : 0;
  const host = 'host' in holder && typeof holder.host === 'string' ? holder.host : '';
  const started = 'started' in holder ? holder.started : null;
  if (pid <= 0 || host === '') return null;
  // Nothing is known about another machine's processes.
  if (host !== hostname()) return { pid, host };
  const boot = 'boot' in holder ? holder.boot : null;
  const thisBoot = bootOf();
  if (typeof boot === 'string' && thisBoot !== null && boot !== thisBoot) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return null;
  }
  // Another program may have the number by now.
  const now = startOf(pid);
  // Counted from the start of the machine, so setting the clock has no effect.
  return started !== null && now !== null && now !== started ? null : { pid, host };
}

/** Identifies this boot of the machine; null if unknown. */
function bootOf(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** When a process started, in the kernel's ticks; null if unknown. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields after the name, which may itself contain spaces and brackets; field 22 is the start.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
