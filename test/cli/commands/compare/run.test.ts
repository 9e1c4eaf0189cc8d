import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCompareRequest } from '../../../../src/cli/commands/compare/request.js';
import { runCompare } from '../../../../src/cli/commands/compare/run.js';
import { compare } from '../../../../src/cli/commands/compare/spec.js';
import type { Row, Table } from '../../../../src/domain.js';
import { tableText } from '../../../../src/write/write-table.js';
import { makeRow, makeSource, makeTable } from '../../../write/table-fixture.js';
import { fakeContext } from '../fake-context.js';
import { parsed } from '../parsed.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-compare-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const read = (line: string) => readCompareRequest({ cwd }, parsed(compare, line));

async function run(line: string, json = false) {
  const { context, out } = fakeContext(cwd, { json });
  const code = await runCompare(context, read(line));
  return { code, out: out() };
}

const texts = ['One.', 'Two\u001b[2J.', 'Three, "four".', 'Five.'];
const table = (rows: readonly Row[]): Table =>
  makeTable([makeSource('a.txt', 'en', texts), makeSource('b.txt', 'es', texts)], rows);
const pairs = (more: readonly Partial<Row>[] = []) =>
  table(texts.map((_, n) => makeRow([[n], [n]], more[n])));
const joined = () =>
  table([
    makeRow([[0], [0]]),
    makeRow([
      [1, 2],
      [1, 2],
    ]),
    makeRow([[3], [3]]),
  ]);

describe('runCompare', () => {
  beforeEach(async () => {
    writeFileSync(join(cwd, 'one.csv'), await tableText(pairs(), 'csv'));
    writeFileSync(join(cwd, 'two.jsonl'), await tableText(joined(), 'jsonl'));
  });

  test('counts what both have, scores one against the other, and lists the places with their texts', async () => {
    const { code, out } = await run('one.csv two.jsonl');
    expect(code).toBe(0);
    expect(out).toMatch(/^in both +2$/m);
    expect(out).toMatch(/^only in A +2$/m);
    expect(out).toMatch(/^only in B +1$/m);
    expect(out).toMatch(/^strict +0\.500 +0\.667 +0\.571$/m);
    expect(out).toMatch(/^lax +1\.000 +1\.000 +1\.000$/m);
    expect(out).toContain(
      'place 1 of 1\nA row 2:  a 2  b 2  0.90\n  row 3:  a 3  b 3  0.90\nB row 2:  a 2-3  b 2-3  0.90\n',
    );
    expect(out).toContain('  a 3  Three, "four".\n');
    expect(out).not.toContain('\u001b');
    expect((await run('one.csv two.jsonl --no-list')).out).not.toContain('place');
  });

  test('takes links by number, which have no texts of their own', async () => {
    writeFileSync(join(cwd, 'gold'), '[0]:[0]\n[1, 2]:[1, 2]\n[3]:[3]\n');
    expect((await run('one.csv gold')).out).toContain('  a 3  Three, "four".\n');
    expect((await run('gold gold')).out).toMatch(/^in both +3$/m);
  });

  test('is one document under --json', async () => {
    expect(JSON.parse((await run('one.csv two.jsonl', true)).out)).toMatchObject({
      a: 'one.csv',
      b: 'two.jsonl',
      both: 2,
      onlyA: 2,
      onlyB: 1,
      strict: { precision: 0.5 },
      decisions: { rows: 0, kappa: null },
      differences: [{ a: [{ id: 2, sentences: [[2], [2]] }, { id: 3 }], b: [{ id: 2 }] }],
    });
  });

  test('writes a list to walk through', async () => {
    await run('one.csv two.jsonl -o list.csv');
    const lines = readFileSync(join(cwd, 'list.csv'), 'utf8').split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(
      'place,kind,file,id,a_sentences,a_text,b_sentences,b_text,status,confidence,note',
    );
    expect(lines[2]).toBe(
      '1,links,one.csv,3,3,"Three, ""four"".",3,"Three, ""four"".",unreviewed,0.900000,',
    );
    expect(lines[3]).toMatch(/^1,links,two\.jsonl,2,2-3,/);
  });

  test('says how far decisions agree, and which do not', async () => {
    const decide = (statuses: readonly Row['status'][]) =>
      pairs(statuses.map((status) => ({ status })));
    writeFileSync(
      join(cwd, 'ann.csv'),
      await tableText(decide(['accepted', 'accepted', 'rejected', 'unreviewed']), 'csv'),
    );
    writeFileSync(
      join(cwd, 'ben.csv'),
      await tableText(decide(['accepted', 'rejected', 'rejected', 'accepted']), 'csv'),
    );
    const { out } = await run('ann.csv ben.csv');
    expect(out).toContain('decisions: 3 rows decided in both, 2 alike; kappa 0.400');
    expect(out).toMatch(/^ {2}accepted +1 +1$/m);
    expect(out).toContain('decided differently\nA row 2:  a 2  b 2  0.90  accepted\nB row 2:');
  });

  test('exits with 1 if --min-f1 is not reached', async () => {
    expect((await run('one.csv two.jsonl --min-f1 .6')).code).toBe(1);
    expect((await run('one.csv two.jsonl --min-f1 .5')).code).toBe(0);
  });

  test('refuses alignments of other texts', async () => {
    const other = ['Eins.', 'Zwei.', 'Drei.', 'Vier.'];
    const sources = [makeSource('a.txt', 'de', other), makeSource('b.txt', 'es', other)];
    const table = makeTable(
      sources,
      other.map((_, n) => makeRow([[n], [n]])),
    );
    writeFileSync(join(cwd, 'other.csv'), await tableText(table, 'csv'));
    await expect(run('one.csv other.csv')).rejects.toMatchObject({
      code: 'source-changed',
      message: expect.stringContaining('only 0 of 8 sentences are the same') as unknown,
    });
    writeFileSync(join(cwd, 'long.gold'), '[90]:[90]\n');
    await expect(run('one.csv long.gold')).rejects.toMatchObject({ code: 'source-changed' });
  });

  test('refuses what holds no links, and to write over what it reads', async () => {
    writeFileSync(join(cwd, 'page.html'), '<!DOCTYPE html><p>Hello</p>');
    await expect(run('one.csv page.html')).rejects.toMatchObject({ code: 'no-links' });
    await expect(run('one.csv two.jsonl -o one.csv')).rejects.toMatchObject({
      code: 'protected-file',
    });
    await expect(run('one.csv two.jsonl -o list.pdf')).rejects.toMatchObject({ code: 'usage' });
    expect(() => read('- -')).toThrow(expect.objectContaining({ code: 'given-twice' }));
    expect(() => read('a b -o -')).toThrow('-o -');
  });
});
