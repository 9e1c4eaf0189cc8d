import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadChunk } from '../../../src/platform/start/chunks.js';
import { CodeCache } from '../../../src/platform/start/code-cache.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-chunks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, code: string): void => writeFileSync(join(folder, name), code);

/** What the chunks of the test pushed to the list that they can ask for. */
function heard(first: string, cache = new CodeCache(null, 'key')): readonly unknown[] {
  const list: unknown[] = [];
  loadChunk(folder, first, cache, new Map([['./list.cjs', list]]));
  return list;
}

test('chunks are loaded once, also those that ask for one another in a circle', () => {
  write(
    'a.cjs',
    `exports.early = 1; const b = require('./b.cjs'); exports.sum = b.seen + 1;
    require('./b.cjs'); require('./list.cjs').push(exports.sum);`,
  );
  write('b.cjs', `require('./list.cjs').push('b'); exports.seen = require('./a.cjs').early;`);
  expect(heard('a.cjs')).toEqual(['b', 2]);
});

test('chunks are strict, and know their file and folder', () => {
  write(
    'a.cjs',
    `require('./list.cjs').push(this === exports, (() => this)() === exports,
    (function () { return this; })(), __filename, __dirname);`,
  );
  expect(heard('a.cjs')).toEqual([true, true, undefined, join(folder, 'a.cjs'), folder]);
});

test('modules of Node are noted, to be loaded first at the next start', () => {
  const path = join(folder, 'kept/code');
  write('a.cjs', `require('./list.cjs').push(require('node:path').sep);`);
  const cache = new CodeCache(path, 'key');
  expect(heard('a.cjs', cache)).toHaveLength(1);
  cache.keep();
  expect(new CodeCache(path, 'key').builtins).toEqual(['node:path']);
});

test('an error names the line of its chunk', () => {
  write('a.cjs', `throw new Error('first');`);
  try {
    heard('a.cjs');
    expect.unreachable();
  } catch (error) {
    expect(String(error instanceof Error && error.stack)).toContain(`${join(folder, 'a.cjs')}:1:7`);
  }
});
