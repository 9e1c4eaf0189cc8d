import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readStatsRequest } from '../../../../src/cli/commands/stats/request.js';
import { runStats } from '../../../../src/cli/commands/stats/run.js';
import { stats } from '../../../../src/cli/commands/stats/spec.js';
import { tableText } from '../../../../src/write/write-table.js';
import { makeRow, makeSource, makeTable, smallTable } from '../../../write/table-fixture.js';
import { fakeContext } from '../fake-context.js';
import { parsed } from '../parsed.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-stats-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const read = (line: string) => readStatsRequest(parsed(stats, line));

async function run(line: string, json = false) {
  const { context, out, warnings } = fakeContext(cwd, { json });
  const code = await runStats(context, read(line));
  return { code, out: out(), warnings };
}

const json = async (line: string) =>
  JSON.parse((await run(line, true)).out) as {
    files: { file: string; pairs: number }[];
    total: { pairs: number; rows: number };
  };

describe('runStats', () => {
  beforeEach(async () => {
    writeFileSync(join(cwd, 'x.csv'), await tableText(smallTable(), 'csv'));
  });

  test('prints the numbers of a file, and how much of each text is in pairs', async () => {
    const { code, out } = await run('x.csv');
    expect(code).toBe(0);
    expect(out).toContain('x.csv\n');
    expect(out).toMatch(/^a {2}a\.txt: en 4; 3 of 4 sentences in pairs/m);
    expect(out).toMatch(/^pairs +2: 1-1 1 \(50%\), 2-1 1 \(50%\)$/m);
    expect(out).toMatch(/^without a partner +1 sentence$/m);
    expect(out).toContain('b: in pairs, of b.txt');
    expect((await run('x.csv --no-coverage')).out).not.toContain('b: in pairs');
  });

  test.each(['tsv', 'json', 'jsonl', 'tmx', 'xliff', 'po', 'tei'] as const)(
    'counts the same pairs in %s',
    async (format) => {
      writeFileSync(join(cwd, `x.${format}`), await tableText(smallTable(), format));
      expect((await json(`x.${format}`)).total.pairs).toBe(2);
    },
  );

  test('counts several files together, a line each', async () => {
    writeFileSync(join(cwd, 'y.jsonl'), await tableText(smallTable(), 'jsonl'));
    const { files, total } = await json('x.csv y.jsonl');
    expect(files.map(({ file, pairs }) => [file, pairs])).toEqual([
      ['x.csv', 2],
      ['y.jsonl', 2],
    ]);
    expect(total).toMatchObject({ pairs: 4, rows: 8 });
    expect((await run('x.csv y.jsonl')).out).toMatch(/^all 2 files$/m);
  });

  test('of a batch, counts the results that its report names', async () => {
    mkdirSync(join(cwd, 'out'));
    for (const name of ['one.csv', 'stray.csv', 'two.csv', 'two.left-out.csv'])
      writeFileSync(join(cwd, 'out', name), await tableText(smallTable(), 'csv'));
    const report = {
      format: 'paralign-batch',
      jobs: [
        { id: 'one', output: 'one.csv' },
        { id: 'two', outputs: [{ output: 'two.csv' }, { output: 'two.left-out.csv' }] },
        { id: 'bad', status: 'failed' },
      ],
    };
    writeFileSync(join(cwd, 'out/report.json'), JSON.stringify(report));
    expect((await json('out')).files.map(({ file }) => file)).toEqual([
      'out/one.csv',
      'out/two.csv',
    ]);
    writeFileSync(join(cwd, 'out/report.json'), '{"my":"own"}');
    expect((await json('out')).files).toHaveLength(3);
  });

  test('of several files, one that cannot be read is said, and the others are counted', async () => {
    writeFileSync(join(cwd, 'bad.csv'), 'no rows');
    const { code, out, warnings } = await run('bad.csv x.csv', true);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ total: { pairs: 2 } });
    expect(warnings).toHaveLength(1);
    await expect(run('bad.csv')).rejects.toMatchObject({ code: 'empty-source' });
  });

  test('a folder without alignments and a file that is not there are errors', async () => {
    mkdirSync(join(cwd, 'empty'));
    await expect(run('empty')).rejects.toMatchObject({ code: 'no-input' });
    await expect(run('nowhere.csv')).rejects.toMatchObject({ code: 'file-not-found' });
    expect(() => read('- -')).toThrow(expect.objectContaining({ code: 'given-twice' }));
  });

  test('what is hostile in names and headings is made visible', async () => {
    const source = makeSource('a\u001b[31m.txt', 'en', ['One\u202e.', 'Two.', 'a.']);
    const paragraphs = source.paragraphs.map((own, n) => ({ ...own, heading: n < 2 ? 1 : 0 }));
    const table = makeTable(
      [{ ...source, paragraphs }, makeSource('b', 'de', ['x.'])],
      [makeRow([[0], [0]]), makeRow([[1], []]), makeRow([[2], []])],
    );
    writeFileSync(join(cwd, 'h.json'), await tableText(table, 'json'));
    const { out } = await run('h.json');
    expect(out).toContain('One.');
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });
});
