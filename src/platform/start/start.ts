/**
 * What runs first: prepares V8 and loads the program, or the part of it that a thread or another process needs, with
 * the code that an earlier start has kept. The build writes the files that call this (packaging/starters.mjs).
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { directories } from '../directories.js';
import { loadChunk } from './chunks.js';
import { CodeCache } from './code-cache.js';
import * as threads from './thread-ahead.js';
import * as keeping from './keep-code.js';
import { tuneCompiler } from './tune-compiler.js';

/** A file of the build to be run. */
interface Part {
  /** Digest of all chunks: code is that of one build only. */
  readonly build: string;
  /** Name of the chunk. */
  readonly chunk: string;
}

/**
 * Starts the program, with the code of the command that the command line begins with.
 *
 * @param texts name of the file that a thread for texts runs
 */
export function startProgram(part: Part, texts: string): void {
  const word = process.argv[2] ?? '';
  const name = /^[a-z]{1,20}$/.test(word) ? word : keeping.anyCommand;
  const cache = codeOf(name, part);
  keeping.startKeeping(name, cache);
  // Node has code for its own modules too, which holds as long as V8's flags are the usual ones.
  const require = createRequire(import.meta.url);
  for (const builtin of cache.builtins) require(builtin);
  tuneCompiler();
  if (name === 'align' && !mayLimitThreads()) {
    const words = process.argv.slice(3);
    threads.startThreadAhead(new URL(texts, import.meta.url), words);
  }
  run(part, cache);
}

/** Whether somebody may have said how many threads work: the program finds out how many, and then starts them. */
function mayLimitThreads(): boolean {
  const said = process.argv.some((word) => word.startsWith('--threads'));
  return said || process.env['PARALIGN_THREADS'] !== undefined;
}

/**
 * Starts a thread or a process that the program needs.
 *
 * @param name whose code it runs: its own, or that of a command
 * @param keepsAtExit whether it ends by itself, and keeps its code then
 */
export function startHelper(part: Part, name: string, keepsAtExit: boolean): void {
  const cache = codeOf(name, part);
  keeping.startKeeping(name, cache);
  if (keepsAtExit) keeping.keepCodeAtExit(name);
  run(part, cache);
}

function codeOf(name: string, { build }: Part): CodeCache {
  const { version, platform, arch } = process;
  const key = [build, version, platform, arch, cachedDataVersionTag().toString(16)].join('-');
  const isOff = Boolean(process.env['PARALIGN_NO_CODE_CACHE']);
  return new CodeCache(isOff ? null : join(directories().cache, 'code', `${name}-${key}`), key);
}

function run({ chunk }: Part, cache: CodeCache): void {
  // The chunks of these modules, whose state the chunks share.
  const here = fileURLToPath(new URL('.', import.meta.url));
  const shared = new Map<string, unknown>([
    ['./keep-code.cjs', keeping],
    ['./thread-ahead.cjs', threads],
  ]);
  loadChunk(here, chunk, cache, shared);
}
