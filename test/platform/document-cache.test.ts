import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { DocumentCache } from '../../src/platform/document-cache.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-documents-'));
});
const key = DocumentCache.keyOf('a');
const data = Buffer.from('what was made of it');
const file = (): string => join(folder, readdirSync(folder)[0] ?? '');

async function keep(): Promise<void> {
  const cache = await DocumentCache.open(folder, 'model');
  cache.add(key, data);
  // Not closed: a process that is killed does not do so either.
}

describe('the cache of documents', () => {
  test('another run finds what was kept, even if the first was killed', async () => {
    await keep();
    const again = await DocumentCache.open(folder, 'model');
    expect(again.read(key)).toEqual(data);
    expect(again.read(DocumentCache.keyOf('b'))).toBeUndefined();
    again.close();
  });

  test('other conditions find nothing', async () => {
    await keep();
    expect((await DocumentCache.open(folder, 'other model')).read(key)).toBeUndefined();
  });

  test('a record that was cut off hides none before it', async () => {
    await keep();
    appendFileSync(file(), readFileSync(file()).subarray(0, 30));
    expect((await DocumentCache.open(folder, 'model')).read(key)).toEqual(data);
  });

  test('damaged data is not used', async () => {
    await keep();
    const bytes = readFileSync(file());
    bytes[bytes.length - 1] = 0;
    writeFileSync(file(), bytes);
    expect((await DocumentCache.open(folder, 'model')).read(key)).toBeUndefined();
  });

  test('a folder that cannot be written stops nothing', async () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = await DocumentCache.open(join(folder, 'file'), 'model');
    cache.add(key, data);
    expect(cache.read(key)).toBeUndefined();
    cache.close();
  });
});
