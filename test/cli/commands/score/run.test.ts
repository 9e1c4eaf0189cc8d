import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runScore } from '../../../../src/cli/commands/score/run.js';
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
});
