/**
 * A lock file beside a file that one program at a time may write: whoever opens it second learns who
 * was first. Locks of programs that ended without removing them are taken over.
 *
 * Nothing can replace a file only if it still holds what was read from it, so a lock that is stale is
 * never removed: by then it may be another program's. Its successor is whoever creates, by the one
 * step that only one can make, `FILE.lock.after-ID`, ID being that of the stale lock, which no other
 * lock ever has. The successor renames that file to `FILE.lock`. If it dies before, it has a successor
 * in turn. Who was too slow creates such a file beside another lock than its own, sees that, and
 * removes it again: `after-ID` says something only while `FILE.lock` is the lock of that ID.
 */
import { createHash, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { AppError } from '../../errors.js';
import { readRegularSync } from '../read-bounded.js';
import { tidyBeforeSignal } from '../signals.js';
import { systemErrorCode } from '../system-error.js';

/** Bytes of a lock at most. */
const longestLock = 65536;

/** A lock that is held; `release` may be called more than once. */
export interface Lock {
  /** Whether the file is there still, and ours: somebody may have removed it or its folder by hand. */
  isHeld(): boolean;
  release(): void;
}

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
}

/** What a program that was killed while it took a lock leaves beside it: `FILE.lock.` and this. */
export const lockLeftover = /^(?:[0-9a-f]{12}|after-[0-9a-f]{12})$/;

/** Every attempt that fails has seen another program get further. */
const mostAttempts = 1000;

/** Takes the lock at `path`, or says who holds it. Throws AppError when the folder can't be written. */
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

/** Who holds the lock at `path` and may still run; null where nobody does. Takes nothing. */
export function lockHolder(path: string): LockHolder | null {
  const content = readIfThere(path);
  return content === null ? null : livingHolder(content);
}

/** Takes the place of the lock `content` at `path` and of its successors, if none of their holders runs any more. */
function succeed(path: string, content: string, own: string): LockHolder | 'taken' | 'again' {
  for (let last = content; ;) {
    const holder = livingHolder(last);
    if (holder !== null) return readIfThere(path) === content ? holder : 'again';
    const successor = `${path}.after-${idOf(last)}`;
    if (create(successor, own)) {
      if (readIfThere(path) === content) {
        // Should this fail, the file stays: who comes next has to succeed this program.
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

/** What tells a lock from every other one. */
function idOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

function replace(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      return renameSync(from, to);
    } catch (error) {
      // Windows renames onto no file that somebody is reading.
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
    // Whoever holds the lock tidies up too.
  }
}

/**
 * The content of a lock; null when there is none. Where there are no hard links a lock is there before
 * its content is: it gets a moment.
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

/** Whether `takeLock` gave the lock. */
export function isLock(result: Lock | LockHolder): result is Lock {
  return 'release' in result;
}

function create(path: string, content: string): boolean {
  // Written beside and linked, so that nobody ever reads an empty lock.
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
        // Over a network the answer to a link that was made can get lost.
        return linkCount(temporary) === 2;
      case 'ENOENT':
        // Whoever holds the lock takes such files for left over.
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
    // Somebody may have removed ours by hand and taken the lock since.
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

/** The holder if it may still run; null when it surely does not. */
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
  // Of another machine's processes nothing can be known.
  if (host !== hostname()) return { pid, host };
  const boot = 'boot' in holder ? holder.boot : null;
  const thisBoot = bootOf();
  if (typeof boot === 'string' && thisBoot !== null && boot !== thisBoot) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return null;
  }
  // The number may have been given to another program since.
  const now = startOf(pid);
  // Counted from the start of the machine: setting its clock changes nothing.
  return started !== null && now !== null && now !== started ? null : { pid, host };
}

/** Names this run of the machine; null where it can't be known. */
function bootOf(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** When a process began, in the kernel's ticks; null where it can't be known. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields after the name, which may itself hold blanks and brackets; field 22 is the start.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
