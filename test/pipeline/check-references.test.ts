import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkReferences } from '../../src/pipeline/check-references.js';

const folder = mkdtempSync(join(tmpdir(), 'paralign-references-'));
const paths = ['a.txt', 'b.txt'].map((name) => join(folder, name));
for (const path of paths) writeFileSync(path, 'Text.');

const pivot = (source: string) => ({ pivot: { source, where: '--pivot' } });

describe('checkReferences', () => {
  test('refuses settings that name a source that the files don’t hold', async () => {
    await expect(checkReferences(paths, pivot('C'))).rejects.toThrow('--pivot: no source "C"');
    const languages = { bySource: [], inOrder: ['es'], where: '--lang' };
    await expect(checkReferences(paths, { languages })).rejects.toThrow('1 languages for 2');
  });

  test('says nothing of settings that fit, nor of files that can’t be read', async () => {
    await checkReferences(paths, pivot('b.txt'));
    await checkReferences([...paths, join(folder, 'none.txt')], pivot('Z'));
  });
});
