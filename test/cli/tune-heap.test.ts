import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { tuneHeap } from '../../src/cli/tune-heap.js';

vi.mock(import('node:v8'), async (original) => ({
  ...(await original()),
  setFlagsFromString: vi.fn(),
}));

let folder = '';
const file = (name: string, bytes: number): string => {
  const path = join(folder, name);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-heap-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => vi.mocked(setFlagsFromString).mockClear());

test('the heap grows slowly for long files, which may be several', () => {
  tuneHeap([file('a', 20e6), file('b', 20e6)]);
  expect(setFlagsFromString).toHaveBeenCalledExactlyOnceWith('--heap-growing-percent=60');
});

test('it grows as ever for short files, folders, and what is no file', () => {
  tuneHeap([file('c', 20e6), folder, '-', join(folder, 'missing'), '']);
  tuneHeap([]);
  expect(setFlagsFromString).not.toHaveBeenCalled();
});
