import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFiles, sourceNames } from '../../src/pipeline/load-files.js';

describe('sourceNames', () => {
  test.each([
    [
      ['dir/a.txt', 'b.txt'],
      ['a.txt', 'b.txt'],
    ],
    [
      ['en/doc.txt', 'es/doc.txt', 'x.txt'],
      ['en/doc.txt', 'es/doc.txt', 'x.txt'],
    ],
    [
      ['1/en/doc.txt', '2/en/doc.txt'],
      ['1/en/doc.txt', '2/en/doc.txt'],
    ],
    [
      ['-', 'a.txt'],
      ['stdin', 'a.txt'],
    ],
    [
      ['/a/doc', 'doc'],
      ['a/doc', 'doc'],
    ],
  ])('%j are called %j', (paths, names) => {
    expect(sourceNames(paths)).toEqual(names);
    expect(new Set(sourceNames(paths)).size).toBe(paths.length);
  });
});

describe('loadFiles', () => {
  test('gives names, bytes and what the user called the files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paralign-load-'));
    const paths = ['a.txt', 'b.txt'].map((name) => join(folder, name));
    for (const path of paths) writeFileSync(path, path.slice(-5));
    const files = await loadFiles(paths);
    expect(files.map(({ name, operand }) => [name, operand])).toEqual([
      ['a.txt', paths[0]],
      ['b.txt', paths[1]],
    ]);
    expect(files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['a.txt', 'b.txt']);
    await expect(loadFiles([paths[0] ?? '', paths[0] ?? ''])).rejects.toThrow(/given twice/);
  });
});
