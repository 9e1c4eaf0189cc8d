import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runScore } from '../../../../src/cli/commands/score/run.js';
import { tableText } from '../../../../src/write/write-table.js';
import { smallTable } from '../../../write/table-fixture.js';
import { fakeContext } from '../fake-context.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-run-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

beforeEach(() => {
  writeFileSync(join(cwd, 'gold'), '[0]:[0]:1\n[1]:[1]:1\n');
  writeFileSync(join(cwd, 'half'), '[0]:[0]:1\n[1]:[]:1\n[]:[1]:1\n');
});
const request = { gold: 'gold', tests: ['gold', 'half'], minF1: 0 };

describe('runScore', () => {
  test('prints one line per test', async () => {
    const { context, out } = fakeContext(cwd);
    expect(await runScore(context, request)).toBe(0);
    expect(out().split('\n')[2]).toMatch(/^gold +1\.000 +1\.000 +1\.000 /);
    expect(out().split('\n')[3]).toMatch(/^half +0\.333 +0\.500 /);
  });

  test('exits with 1 if a test does not reach the minimum F1', async () => {
    const { context } = fakeContext(cwd);
    expect(await runScore(context, { ...request, minF1: 0.9 })).toBe(1);
    expect(await runScore(context, { ...request, tests: ['gold'], minF1: 1 })).toBe(0);
  });

  test('is one document under --json', async () => {
    const { context, out } = fakeContext(cwd, { json: true });
    await runScore(context, request);
    expect(JSON.parse(out())).toMatchObject({
      gold: 'gold',
      results: [{ test: 'gold', documents: 1, strict: { f1: 1 } }, { test: 'half' }],
    });
  });

  test('takes any file that convert opens, in folders too; links in the vecalign format count first', async () => {
    for (const format of ['csv', 'jsonl', 'vecalign'] as const)
      writeFileSync(join(cwd, `own.${format}`), await tableText(smallTable(), format));
    const { context, out } = fakeContext(cwd, { json: true });
    await runScore(context, {
      gold: 'own.vecalign',
      tests: ['own.csv', 'own.jsonl', 'own.vecalign'],
      minF1: 0,
    });
    const { results } = JSON.parse(out()) as { results: Record<string, unknown>[] };
    const [csv, jsonl, vecalign] = results.map(({ test: _test, ...own }) => own);
    expect(csv).toEqual(vecalign);
    expect(jsonl).toEqual(vecalign);
    expect(vecalign).toMatchObject({ strict: { f1: 1 } });

    for (const side of ['golds', 'tests']) mkdirSync(join(cwd, side));
    for (const place of ['golds/x.vecalign', 'tests/x.csv', 'golds/x.csv'])
      writeFileSync(
        join(cwd, place),
        await tableText(smallTable(), place.endsWith('csv') ? 'csv' : 'vecalign'),
      );
    const folders = fakeContext(cwd, { json: true });
    await runScore(folders.context, { gold: 'golds', tests: ['tests'], minF1: 0 });
    expect(JSON.parse(folders.out())).toMatchObject({ results: [{ strict: { f1: 1 } }] });
  });
});
