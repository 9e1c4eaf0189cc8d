import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { reviewFromTable } from '../../../src/review/from-table.js';
import type { Review } from '../../../src/review/model.js';
import { mergeRows } from '../../../src/review/operations/rows.js';
import { simpleReview, table } from '../../review/fixture.js';
import { seededRandom } from '../../seeded-random.js';
import { noStore, showReview, type FakeOptions } from '../fake-terminal.js';

/** For what is painted in a moment, unless the machine is busy. */
const patience = { timeout: 60_000, interval: 5 };

let shown: ReturnType<typeof showReview> | undefined;
afterEach(async () => {
  await shown?.quit();
  shown = undefined;
});
const show = (review: Review, options: FakeOptions = {}) => (shown = showReview(review, options));
const see = (wanted: string | RegExp) =>
  vi.waitFor(() => expect(shown?.screen()).toMatch(wanted), patience);

const english = ['The dog\u001b[2J sleeps 👍🏽.', 'It was 27.', 'An end\u0007.', 'And more.'];
const at = english.join(' ').indexOf('27');

const worlds = reviewFromTable(
  table(
    [
      {
        language: 'en',
        sentences: english,
      },
      {
        language: 'ja',
        sentences: ['犬が寝ている。', 'それは２７でした。', '終わり。', 'もっと。'],
      },
      { language: 'he', sentences: ['הכלב ישן.', 'זה היה 27.', 'סוף.', 'עוד.'] },
      { language: 'hi', sentences: ['कुत्ता सो रहा है।', 'यह २७ था।', 'अंत।', 'और।'] },
    ],
    [0, 1, 2, 3].map((row) => ({
      cells: [[row], [row], row === 2 ? [] : [row], [row]].map((cell, stream) =>
        row === 3 && stream === 2 ? [2, 3] : cell,
      ),
      confidence: row === 1 ? 0.3 : 0.95,
      ...(row === 1
        ? {
            checks: [
              {
                code: 'number' as const,
                a: { stream: 0, values: ['27'], spans: [{ start: at, end: at + 2 }] },
                b: { stream: 3, values: ['28'], spans: [] },
              },
            ],
          }
        : {}),
    })),
  ),
  { model: null, segmented: false },
);

describe('the screen', () => {
  test('shows list, detail, progress and hints, on the first row that needs review', async () => {
    show(simpleReview(20), { columns: 130, rows: 30 });
    await see('en sentence 1.');
    await see(/> +5 1-1 +\.40 \?/);
    await see(/5 of 20 · 1-1 · confidence \.40/);
    await see(/0\/20 0 %/);
    await see(/a accept/);
  });

  test('is shown before Ink is loaded, and keys typed meanwhile are not lost', async () => {
    const terminal = show(simpleReview(20), { columns: 130, rows: 30 });
    // Nothing has been awaited yet.
    expect(terminal.screen()).toMatch(/> +5 1-1 +\.40 \?/);
    terminal.send('a');
    await see(/accepted 5/);
  });

  test('every frame of a random session fits the screen and has no control characters', async () => {
    const random = seededRandom(3);
    const sizes = [
      [160, 50],
      [80, 24],
      [61, 13],
      [120, 30],
      [40, 8],
    ] as const;
    const keys = [
      'j',
      'k',
      'l',
      'a',
      'r',
      'm',
      'J',
      's',
      '\r',
      '\u001b',
      'x',
      'u',
      '?',
      'f',
      'd',
      'i',
      'e',
      'X',
      '+',
      '-',
      'o',
      'v',
      'L',
      'A',
      'y',
      ':',
      '3',
      '/',
      't',
      'n',
      ']',
      'G',
      '%',
      'b',
      'c',
      'w',
      'q',
    ];
    let columns = 100;
    let rows = 30;
    const terminal = show(worlds, { columns, rows, color: true });
    await see('dog');
    for (let step = 0; step < 250; step++) {
      if (random() < 0.08) {
        [columns, rows] = sizes[Math.floor(random() * sizes.length)] ?? [100, 30];
        terminal.writes.length = 0;
        terminal.resize(columns, rows);
      }
      const key = keys[Math.floor(random() * keys.length)] ?? 'j';
      // Don't quit the session, and don't export.
      const { mode } = terminal.driver.view();
      if (key === 'q' && mode.type === 'normal') continue;
      if (key === '\r' && mode.type === 'field' && /[qxe]/.test(mode.field.text)) continue;
      terminal.send(key);
      await new Promise((resolve) => setTimeout(resolve, 2));
      await terminal.driver.settled();
    }
    await vi.waitFor(() => expect(terminal.frames().length).toBeGreaterThan(0), patience);
    await new Promise((resolve) => setTimeout(resolve, 60));
    for (const frame of terminal.frames()) {
      const lines = stripVTControlCharacters(frame).replace(/\n$/, '').split('\n');
      expect(lines.length).toBeLessThanOrEqual(rows - 1);
      for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
      // eslint-disable-next-line no-control-regex
      expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u{f0000}-\u{f3fff}]/u);
    }
  });

  test('shows what a check found, in the text and in words', async () => {
    show(worlds, { columns: 150, rows: 40, color: true });
    await see(/numbers differ: a en 27 \/ d hi 28/);
    const frame = shown?.frames().at(-1) ?? '';
    // eslint-disable-next-line no-control-regex
    expect(frame).toMatch(/\u001b\[4;33m27\u001b\[0m/);
  });

  test('shows decisions in a separate colour, and without colour if there are none', async () => {
    const terminal = show(simpleReview(6), { columns: 130, rows: 30, color: true });
    await see('en sentence 1.');
    terminal.send('a');
    await see(/accepted 5/);
    expect(terminal.frames().at(-1)).toMatch(/\u001b\[36(?:;1)?m✓/);
    await terminal.quit();
    const plain = show(simpleReview(6), { columns: 130, rows: 30 });
    await see('en sentence 1.');
    plain.send('a');
    await see(/accepted 5/);
    // eslint-disable-next-line no-control-regex
    expect(plain.frames().join('')).not.toMatch(/\u001b\[(?:\d+;)*3\d/);
  });

  test('has an ASCII form', async () => {
    show(simpleReview(6), { columns: 130, rows: 30, ascii: true });
    await see('en sentence 1.');
    shown?.send('a');
    await see(/\+ {5}en sentence 5/);
    // eslint-disable-next-line no-control-regex
    expect(shown?.screen()).not.toMatch(/[^\u0000-\u007f]/);
  });

  test('shows differences between texts in the same language side by side, inline or not at all', async () => {
    const versions = reviewFromTable(
      table(
        [
          { language: 'en', sentences: ['He found himself alone on the lines.'] },
          { language: 'en', sentences: ['He was alone on the line.'] },
        ],
        [{ cells: [[0], [0]] }],
      ),
      { model: null, segmented: false },
    );
    show(versions, { columns: 130, rows: 30 });
    await see(
      /He \[-found himself-\] alone on the \[-lines-\]\. +│ He \{\+was\+\} alone on the \{\+line\+\}\./,
    );
    shown?.send('d');
    await see(/He \[-found himself-\]\{\+was\+\} alone on the \[-lines-\]\{\+line\+\}\./);
    shown?.send('d');
    await see(/b en +1 {2}He was alone on the line\./);
  });

  test('a step that could not be written is undone', async () => {
    const store = {
      ...noStore(),
      append: () => {
        throw new AppError('journal', 'no space left on device');
      },
    };
    const terminal = show(simpleReview(6), { store });
    await see('en sentence 1.');
    terminal.send('a');
    await see(/not saved, so the change was undone: no space left on device/);
    expect(terminal.driver.view().review.rows[4]?.status).toBe('unreviewed');
    expect(terminal.driver.view().review.sequence).toBe(0);
  });

  test('a proposal is previewed, and applied only if the user confirms', async () => {
    const review = simpleReview(6);
    const terminal = show(review, {
      services: { realign: async (own) => mergeRows(own, 4, 'next') },
    });
    await see('en sentence 1.');
    terminal.send('R');
    await see(/merged 5 and 6[\s\S]*- 1-1[\s\S]*\+ 2-2[\s\S]*y apply/);
    expect(terminal.driver.view().review).toBe(review);
    terminal.send('y');
    await see(/5 of 5/);
    expect(terminal.driver.view().review.rows).toHaveLength(5);
  });

  test('leaves the alternate screen and shows the cursor when it is done', async () => {
    const terminal = show(simpleReview(3));
    await see('en sentence 1.');
    await terminal.quit();
    const all = terminal.writes.join('');
    expect(all.indexOf('\u001b[?1049h')).toBe(0);
    expect(all.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(all.lastIndexOf('\u001b[?1049h'));
    expect(all.lastIndexOf('\u001b[?25h')).toBeGreaterThan(all.lastIndexOf('\u001b[?25l'));
    shown = undefined;
  });
});
