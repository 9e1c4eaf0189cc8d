/**
 * A lock file beside a file that one program at a time may write: whoever opens it second learns who
 * was first. Locks of programs that ended without removing them are taken over.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { AppError } from '../../errors.js';
import { systemErrorCode } from '../system-error.js';

/** A lock that is held; `release` may be called more than once. */
export interface Lock {
  release(): void;
}

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
}

/** Takes the lock at `path`, or says who holds it. Throws AppError when the folder can't be written. */
export function takeLock(path: string): Lock | LockHolder {
  const own = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) });
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(path, own)) return held(path, own);
    const content = readIfThere(path);
    if (content === null) continue;
    const holder = livingHolder(content);
    if (holder !== null) return holder;
    removeStale(path, content);
  }
  return { pid: 0, host: 'unknown' };
}

/** Who holds the lock at `path` and may still run; null where nobody does. Takes nothing. */
export function lockHolder(path: string): LockHolder | null {
  const content = readIfThere(path);
  return content === null ? null : livingHolder(content);
}

/** Whether `takeLock` gave the lock. */
export function isLock(result: Lock | LockHolder): result is Lock {
  return 'release' in result;
}

function create(path: string, content: string): boolean {
  // Written beside and linked, so that nobody ever reads an empty lock.
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    if (['EPERM', 'ENOTSUP', 'ENOSYS'].includes(systemErrorCode(error) ?? '')) {
      return createWithoutLinks(path, content);
    }
    throw cannotLock(path, error);
  } finally {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made.
    }
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
    hint: 'a review needs a folder that can be written to',
    cause,
  });
}

function held(path: string, own: string): Lock {
  let released = false;
  const release = () => {
    if (released) return;
    released = true;
    process.removeListener('exit', release);
    // Somebody may have removed ours by hand and taken the lock since.
    if (readIfThere(path) === own) unlinkSync(path);
  };
  process.on('exit', release);
  return { release };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
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
  // Of another machine's processes nothing can be known.
  if (host !== hostname()) return { pid, host };
  try {
    if (pid <= 0) return null;
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return null;
  }
  // The number may have been given to another program since.
  const now = startOf(pid);
  return started !== null && now !== null && now !== started ? null : { pid, host };
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

function removeStale(path: string, seen: string): void {
  const aside = `${path}.stale-${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
    // Between reading and renaming, another program may have taken the lock over: give it back.
    if (readIfThere(aside) !== seen) renameSync(aside, path);
    else unlinkSync(aside);
  } catch {
    // Somebody else was quicker.
  }
}
