import { mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runConvert } from '../../../../src/cli/commands/convert/run.js';
import { fakeContext } from '../fake-context.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-run-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const review = new URL('../../../fixtures/review-v1.paralign', import.meta.url).pathname;

describe('runConvert', () => {
  test('prints a review, or writes it to a file, the same bytes', async () => {
    const request = { review, format: 'tsv', writeOptions: {} } as const;
    const { context, out } = fakeContext(cwd);
    await runConvert(context, { ...request, output: { path: null, clobber: true } });
    expect(out()).toMatch(/^id\t/);
    const path = join(cwd, 'x.tsv');
    await runConvert(context, { ...request, output: { path, clobber: true } });
    expect(readFileSync(path, 'utf8')).toBe(out());
  });

  test('does not replace a file that it may not', async () => {
    const { context } = fakeContext(cwd);
    const output = { path: join(cwd, 'there.csv'), clobber: false };
    writeFileSync(output.path, '');
    const request = { review, format: 'csv', writeOptions: {}, output } as const;
    await expect(runConvert(context, request)).rejects.toMatchObject({ code: 'exists' });
  });
});
