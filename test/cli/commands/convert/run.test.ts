import { mkdtempSync, readdirSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runConvert } from '../../../../src/cli/commands/convert/run.js';
import { createReviewFile, readReviewFile } from '../../../../src/platform/review/review-file.js';
import type { WriteOptions } from '../../../../src/write/write-table.js';
import { fakeContext } from '../fake-context.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-run-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const review = new URL('../../../fixtures/review-v1.paralign', import.meta.url).pathname;

describe('runConvert', () => {
  test('prints a review or writes the same bytes to a file', async () => {
    const request = {
      input: { operand: review, settings: {} },
      format: 'tsv',
      writeOptions: {},
      toStdout: false,
      all: false,
    } as const;
    const { context, out } = fakeContext(cwd);
    await runConvert(context, { ...request, output: { path: null, clobber: true } });
    expect(out()).toMatch(/^id\t/);
    const path = join(cwd, 'x.tsv');
    await runConvert(context, { ...request, output: { path, clobber: true } });
    expect(readFileSync(path, 'utf8')).toBe(out());
  });

  test('divides the result, and says what is in which file', async () => {
    const { context, err } = fakeContext(cwd);
    await runConvert(context, {
      input: { operand: review, settings: {} },
      format: 'moses',
      writeOptions: { splitAt: 0.5 },
      output: { path: join(cwd, 'x.moses'), clobber: true },
      toStdout: false,
      all: false,
    });
    expect(err()).toMatch(
      /^wrote x\.sure\.moses\.\w+ and x\.sure\.moses\.\w+: \d+ pairs?\nwrote x\.rest\.moses\.\w+ and .*\n$/,
    );
    expect(readdirSync(cwd)).toHaveLength(4);
  });

  test('reports how many rejected rows are not links in the output, and includes them if told to', async () => {
    const old = (await readReviewFile(review)).review;
    const path = join(cwd, 'x.paralign');
    const rows = old.rows.map((row) => ({ ...row, status: 'rejected' as const }));
    (await createReviewFile(path, { ...old, rows })).store.close();
    const convert = async (writeOptions: WriteOptions) => {
      const { context, out, warnings } = fakeContext(cwd);
      const output = { path: null, clobber: true };
      await runConvert(context, {
        input: { operand: path, settings: {} },
        format: 'vecalign',
        writeOptions,
        output,
        toStdout: false,
        all: false,
      });
      return {
        links: out().match(/\d\]:\[\d/g)?.length ?? 0,
        codes: warnings.map(({ code }) => code),
      };
    };
    expect(await convert({})).toEqual({ links: 0, codes: ['rejected-unaligned'] });
    expect(await convert({ pairsOnly: true })).toMatchObject({ links: 0 });
    const taken = await convert({ rejected: true });
    expect(taken.links).toBeGreaterThan(0);
    expect(taken.codes).toEqual([]);
  });

  test('does not replace a file without permission', async () => {
    const { context } = fakeContext(cwd);
    const output = { path: join(cwd, 'there.csv'), clobber: false };
    writeFileSync(output.path, '');
    const request = {
      input: { operand: review, settings: {} },
      format: 'csv',
      writeOptions: {},
      output,
      toStdout: false,
      all: false,
    } as const;
    await expect(runConvert(context, request)).rejects.toMatchObject({ code: 'exists' });
  });
});
