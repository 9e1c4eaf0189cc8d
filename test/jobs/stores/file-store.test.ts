import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputPart } from '../../../src/domain.js';
import { fileStore } from '../../../src/jobs/stores/file-store.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'paralign-store-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('sources', () => {
  test('that change while they are read are refused; once is forgiven', async () => {
    const path = join(folder, 'a.txt');
    // Long enough to be read in several pieces.
    writeFileSync(path, 'x'.repeat(40_000_000));
    const change = (): void => appendFileSync(path, 'y');
    let writing = true;
    const write = (): void => {
      change();
      if (writing) setImmediate(write);
    };
    write();
    await expect(fileStore.readSources([path])).rejects.toMatchObject({ code: 'source-changed' });
    writing = false;
    await new Promise((resolve) => setTimeout(resolve, 20));
    const reading = fileStore.readSources([path]);
    setImmediate(change);
    const [{ bytes } = { bytes: new Uint8Array() }] = await reading;
    expect(Buffer.compare(bytes, readFileSync(path))).toBe(0);
  });
});

describe('outputs without clobber', () => {
  test('never replace a file that appears while they are made', async () => {
    const path = join(folder, 'x.csv');
    async function* parts(): AsyncGenerator<OutputPart> {
      yield { file: '', chunk: 'ours' };
      writeFileSync(path, 'theirs');
    }
    for (const rules of [
      { clobber: false, inputs: [] },
      { clobber: false, replaces: ['sha of another'], inputs: [] },
    ]) {
      rmSync(path, { force: true });
      await expect(fileStore.writeOutput(path, parts(), rules)).rejects.toMatchObject({
        code: 'exists',
      });
      expect(readFileSync(path, 'utf8')).toBe('theirs');
      expect(readdirSync(folder)).toEqual(['x.csv']);
    }
  });

  test('of several files appear all or not at all', async () => {
    async function* parts(): AsyncGenerator<OutputPart> {
      yield { file: '.en', chunk: 'ours' };
      yield { file: '.es', chunk: 'ours' };
      writeFileSync(join(folder, 'x.es'), 'theirs');
    }
    const rules = { clobber: false, inputs: [] };
    const writing = fileStore.writeOutput(join(folder, 'x'), parts(), rules);
    await expect(writing).rejects.toMatchObject({ code: 'exists' });
    expect(readdirSync(folder)).toEqual(['x.es']);
  });
});
