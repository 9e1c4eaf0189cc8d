import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/domain.js';
import { renderTable } from '../../../src/cli/readable/render-table.js';
import { makeRow, makeSource, makeTable, smallTable } from '../../write/table-fixture.js';
import { cellWidth } from '../../../src/terminal/cell-width.js';

const render = (table: Table, columns = 80, color = false, all = true) =>
  [...renderTable(table, { columns, color, all })].join('\n');

// eslint-disable-next-line no-control-regex
const sgr = /\u001b\[\d+m/g;

describe('renderTable', () => {
  test('shows the summary first, then the pairs side by side', () => {
    const text = render(smallTable(), 80, false, false);
    expect(text).toMatch(/^a {2}a\.txt \(en 4\)\nb {2}b\.txt \(es 2\)\n\n/);
    expect(text).toMatch(/^2 pairs: 1 1-1, 1 2-1$/m);
    expect(text).toMatch(/^without a partner: 1 in a \(--all lists them\)$/m);
    expect(text).toMatch(/^noise, left out of the alignment: 1$/m);
    expect(text).toMatch(/^row {2}type conf +a a\.txt +b b\.txt$/m);
    expect(text).toMatch(/^ +1 {2}1-1 +0\.90 +One, "two"\. +Uno, «dos»\.$/m);
    expect(text.indexOf('2 pairs')).toBeLessThan(text.indexOf('One, "two".'));
    expect(text).not.toContain('Only here.');
  });

  test('with all, lists the sentences without a partner with their numbers in the source', () => {
    const text = render(smallTable());
    expect(text).toMatch(/^Sentences without a partner in a\.txt \(a\)$/m);
    expect(text).toMatch(/^ +a2 +\[boilerplate\] Share this$/m);
    expect(text).toMatch(/^ +a5 +Only here\.$/m);
    expect(text).not.toContain('--all');
  });

  test('a rejected row is no pair: its sentences stay alone', () => {
    const { rows, ...table } = smallTable();
    const reviewed = rows.map((row, at) =>
      at === 1 ? { ...row, status: 'rejected' as const } : row,
    );
    const text = render({ ...table, rows: reviewed });
    expect(text).toMatch(/^Sentences without a partner in b\.txt \(b\)\n +b2 +Tres y cuatro\.$/m);
    expect(text).toMatch(/^1 pair: 1 1-1\nwithout a partner: 3 in a, 1 in b$/m);
  });

  test('the type of a row is shown for any number of sources', () => {
    const three = ['a', 'b', 'c'].map((name) => makeSource(name, 'en', [`text ${name}`]));
    const text = render(makeTable(three, [makeRow([[0], [0], [0]])]), 120);
    expect(text).toMatch(/^ +1 {2}1-1-1 /m);
  });

  test('shows the rows that a filter keeps, and counts only them', () => {
    const table = smallTable();
    const options = { columns: 80, color: false, keep: ({ id }: { id: number }) => id === 1 };
    const text = [...renderTable(table, options)].join('\n');
    expect(text).toMatch(/^1 pair: 1 1-1$/m);
    expect(text).not.toContain('Tres y cuatro');
  });

  test.each([40, 60, 80, 120, 300])('never writes a line wider than %i columns', (columns) => {
    const long = '他们说的话，没有人相信。'.repeat(9);
    const table = makeTable(
      [
        makeSource(`${'very-'.repeat(40)}long.txt`, 'zh', [long, long]),
        makeSource('b', 'en', [`${'word '.repeat(50)}end`]),
      ],
      [makeRow([[0], [0]]), makeRow([[1], []])],
    );
    for (const line of render(table, columns).split('\n'))
      expect(cellWidth(line)).toBeLessThanOrEqual(columns);
  });

  test('stacks the texts if there are too many columns or right-to-left text', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => makeSource(name, 'en', [`text ${name}`]));
    expect(render(makeTable(five, [makeRow([[0], [0], [0], [0], [0]])]))).toMatch(
      /a text a\n +b text b\n +c text c/,
    );
    const arabic = [makeSource('a', 'ar', ['نص']), makeSource('b', 'en', ['text'])];
    expect(render(makeTable(arabic, [makeRow([[0], [0]])]))).toMatch(/a نص\n +b text/);
  });

  test('never lets a source control the terminal', () => {
    const evil = '\u001b]0;title\u0007\u001b[2J\u202ereversed';
    const table = makeTable(
      [makeSource(`${evil}.txt`, 'en', [evil, evil]), makeSource('b', 'en', [evil])],
      [makeRow([[0], [0]], { note: evil }), makeRow([[1], []], { note: evil })],
    );
    const text = render(table, 80, true).replace(sgr, '');
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain('␛[2J');
  });

  test('marks doubt, moved rows and differences with symbols, not only with colour', () => {
    const checks = [
      {
        code: 'number' as const,
        a: { stream: 0, values: ['3'], spans: [] },
        b: { stream: 1, values: ['5'], spans: [] },
      },
    ];
    const table = makeTable(
      [makeSource('a', 'en', ['x']), makeSource('b', 'en', ['y'])],
      [makeRow([[0], [0]], { crossing: true, confidence: 0.3, checks, quality: 0.2 })],
    );
    const text = render(table, 100);
    expect(text).toMatch(/1-1 +0\.30×/);
    expect(text).toContain('! number:3≠5');
    expect(text).toMatch(/^ +quality 0\.20$/m);
    expect(text).toMatch(
      /doubtful \(confidence below 0\.5\): 1\nout of order \(×\): 1\nwith differences \(!\): 1/,
    );
  });

  test('says on lines that fit why a pair is a poor example', () => {
    const faults = ['missing', 'length', 'ends'] as const;
    const row = makeRow([[0], [0]], { quality: 0.01, faults });
    const texts = [makeSource('a', 'en', ['x']), makeSource('b', 'en', ['y'])];
    const lines = render(makeTable(texts, [row]), 60).split('\n');
    const said = lines.slice(lines.findIndex((line) => line.includes('quality')));
    expect(said.join(' ').replace(/\s+/g, ' ').trim()).toBe(
      'quality 0.01: a part has no counterpart; one side is too long for the other; one side breaks off or begins in the middle',
    );
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  });

  test('has no colour codes unless colour is on', () => {
    expect(render(smallTable())).not.toContain('\u001b');
    const colored = render(smallTable(), 80, true);
    expect(colored).toContain('\u001b[');
    expect(colored.replace(sgr, '')).toBe(render(smallTable()));
  });

  test('says which mode two texts were aligned in, and why', () => {
    const alignments = [
      { a: 0, b: 1, mode: 'parallel' as const, reason: '97% have a partner.', beads: [] },
    ];
    expect(render({ ...smallTable(), alignments })).toContain('a-b: parallel. 97% have a partner');
  });
});
