import {
  copyFileSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reviewServices, SessionModels } from '../../../../src/cli/commands/review/services.js';
import { openReviewFile, readReviewFile } from '../../../../src/platform/review/review-file.js';
import { reviewCompanions } from '../../../../src/platform/protected-files.js';

let cwd = '';
const at = (name: string): string => join(cwd, name);
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'paralign-services-')));
  const fixture = new URL('../../../fixtures/review-v1.paralign', import.meta.url);
  copyFileSync(fixture, at('r.paralign'));
  writeFileSync(at('a.txt'), 'the source');
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function exporting(path: string, replace = true): Promise<string> {
  const { store, review } = await openReviewFile(at('r.paralign'));
  const models = new SessionModels({ model: { model: null, cache: false } });
  const services = reviewServices({ cwd }, models, store, null, {
    operation: {},
    inputs: [
      ...reviewCompanions(store.path),
      { path: at('a.txt'), what: 'the source a.txt' },
      { path: at('config.json'), what: 'the configuration' },
    ],
  });
  try {
    const outcome = await services.exportTo(path, review, replace);
    return outcome.done ? outcome.message : `asks about ${outcome.exists}`;
  } finally {
    store.close();
    await models.close();
  }
}

describe('exportTo', () => {
  test('writes the format named by the ending', async () => {
    expect(await exporting('x.tsv')).toContain(`rows to ${at('x.tsv')}`);
    expect(readFileSync(at('x.tsv'), 'utf8')).toMatch(/^id\t/);
  });

  test('asks before it replaces a file', async () => {
    writeFileSync(at('there.csv'), 'mine');
    expect(await exporting('there.csv', false)).toBe(`asks about ${at('there.csv')}`);
    expect(readFileSync(at('there.csv'), 'utf8')).toBe('mine');
    await exporting('there.csv', true);
    expect(readFileSync(at('there.csv'), 'utf8')).toMatch(/^id,/);
  });

  test('takes the filters that follow the name of the file', async () => {
    await exporting('all rows.jsonl');
    await exporting('some rows.jsonl --type 1-1 --min-confidence .5');
    const lines = (name: string) => readFileSync(at(name), 'utf8').trim().split('\n');
    const kept = lines('all rows.jsonl').filter((line) => {
      const { type, confidence } = JSON.parse(line) as { type: string; confidence: number };
      return type === '1-1' && confidence >= 0.5;
    });
    expect(lines('some rows.jsonl')).toEqual(kept);
    await expect(exporting('x.csv --types 1-1')).rejects.toThrow('did you mean "--type"?');
  });

  test('divides an export, and asks about either file', async () => {
    expect(await exporting('x.csv --split-at .9')).toContain(
      `to ${at('x.sure.csv')} and ${at('x.rest.csv')}`,
    );
    rmSync(at('x.sure.csv'));
    expect(await exporting('x.csv --split-at .9', false)).toBe(`asks about ${at('x.rest.csv')}`);
  });

  test('writes another review, with its decisions, and replaces none', async () => {
    await exporting('copy.paralign');
    expect((await readReviewFile(at('copy.paralign'))).review).toEqual(
      (await readReviewFile(at('r.paralign'))).review,
    );
    await expect(exporting('copy.paralign')).rejects.toMatchObject({ exitCode: 73 });
  });

  test.each(['a.txt', 'r.paralign', 'r.paralign.journal', 'r.paralign.lock', 'r.paralign.bak'])(
    'never replaces %s, by whatever name',
    async (name) => {
      if (name !== 'r.paralign.lock') writeFileSync(at(name), readFileSync(at('r.paralign')));
      const before = name === 'r.paralign.lock' ? null : readFileSync(at(name), 'utf8');
      symlinkSync(name, at('soft.csv'));
      if (before !== null) linkSync(at(name), at('hard.csv'));
      for (const path of [name, 'soft.csv', ...(before === null ? [] : ['hard.csv'])])
        await expect(exporting(path)).rejects.toMatchObject({ code: 'protected-file' });
      if (before !== null) expect(readFileSync(at(name), 'utf8')).toBe(before);
    },
  );

  test('refuses a configuration file that does not exist yet', async () => {
    await expect(exporting('config.json')).rejects.toMatchObject({ code: 'protected-file' });
  });

  test.each([
    ['x.foo', '.foo is not the ending of a known format'],
    ['x', 'this is not the ending of a known format'],
  ])('refuses %s', async (path, message) => {
    await expect(exporting(path)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(message),
    });
  });
});
