import { describe, expect, test } from 'vitest';
import { examplePage } from '../example-page.js';
import { lacksBrowser, useBrowser } from './browser.js';

const columns = [
  { name: 'a.txt', language: 'en' },
  { name: 'b.txt', language: 'ar' },
];
const page = examplePage({
  columns,
  rows: [
    ['The first sentence of 1990.', 'الجملة الأولى'],
    { texts: ['Views: 14', null], method: 'noise', confidence: 0 },
    { texts: ['Share this', null], method: 'noise', confidence: 0 },
    {
      texts: ['It rained for 12 days.', 'أمطرت 13 يوما'],
      confidence: 0.3,
      checks: [{ code: 'number', text: 'numbers differ: a.txt en 12 / b.txt ar 13' }],
    },
    ['A café in Zürich.', 'مقهى'],
    { texts: ['The last one.', null], confidence: 0 },
  ],
});

describe.skipIf(lacksBrowser)('reading the page (needs chromium)', () => {
  const open = useBrowser();
  const rowsShown = (target: Awaited<ReturnType<typeof open>>['page']) =>
    target.locator('.body > .row:visible').count();

  test('rows are rows, texts carry language and direction, noise is folded', async () => {
    const { page: shown, errors, requests } = await open(page);
    const row = shown.getByRole('row', { name: /It rained/ });
    await expect.poll(() => row.count()).toBe(1);
    const arabic = row.getByRole('cell').nth(1);
    expect(await arabic.getAttribute('lang')).toBe('ar');
    expect(await arabic.getAttribute('dir')).toBe('rtl');
    expect(await rowsShown(shown)).toBe(5);
    await shown.getByRole('button', { name: /2 rows not aligned: Views: 14/ }).click();
    expect(await rowsShown(shown)).toBe(6);
    expect([errors, requests]).toEqual([[], []]);
  });

  test('marks the word under the pointer and those that say the same', async () => {
    const linked = examplePage({
      columns: [
        { name: 'a.txt', language: 'en' },
        { name: 'b.txt', language: 'de' },
      ],
      rows: [
        { texts: ['A tree.', 'Ein Baum.'], words: [[0, 1, 2, 6, 4, 8]] },
        ['No links.', 'Keine.'],
      ],
    });
    const { page: shown, errors } = await open(linked);
    const marked = () =>
      shown.evaluate<string[]>(`[...(CSS.highlights.get('same-words') ?? [])].map(String)`);
    const box = await shown.evaluate<[number, number]>(`{
      const [cell] = [...document.querySelectorAll('#row-1 .text')].slice(1);
      const range = document.createRange();
      const text = [...cell.childNodes].find((node) => node.nodeType === 3);
      range.setStart(text, 5);
      range.setEnd(text, 7);
      const { x, y, width, height } = range.getBoundingClientRect();
      [x + width / 2, y + height / 2];
    }`);
    await shown.mouse.move(...box);
    await expect.poll(marked).toEqual(['tree', 'Baum']);
    await shown.locator('#row-2 .text').nth(1).hover();
    await expect.poll(marked).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('without scripts the first rows and the numbers are there', async () => {
    const { page: shown } = await open(page, { javaScriptEnabled: false });
    expect(await shown.locator('.table [role=row]').count()).toBe(7);
    expect(await shown.getByText('Numbers differ: 1').count()).toBe(1);
  });

  test('a link leads to its row, and a selected row changes the address', async () => {
    const { page: shown } = await open(page, { hash: '#row-5' });
    expect(await shown.locator('.row.selected').getAttribute('id')).toBe('row-5');
    await shown.keyboard.press('j');
    expect(shown.url()).toMatch(/#row-6$/);
    await shown.getByText('Numbers differ: 1').click();
    await shown.locator('#checks ~ details li a').click();
    expect(await shown.locator('.row.selected').getAttribute('id')).toBe('row-4');
  });

  test('a link to folded noise opens it', async () => {
    const { page: shown } = await open(page, { hash: '#row-3' });
    expect(await shown.locator('.row.selected').innerText()).toContain('Share this');
  });

  test('search goes through all columns; accents and case only matter if they are typed', async () => {
    const { page: shown } = await open(page);
    const search = shown.getByRole('searchbox');
    for (const [typed, expected] of [
      ['cafe', 1],
      ['Café', 0],
      ['CAFE', 0],
      ['zürich', 1],
      ['zúrich', 0],
      ['أمطرت', 1],
      ['nowhere', 0],
      ['', 5],
    ] as const) {
      await search.fill(typed);
      await expect.poll(() => rowsShown(shown), { message: typed }).toBe(expected);
    }
  });

  test('filters choose rows, alone and together', async () => {
    const { page: shown } = await open(page);
    await shown.getByRole('combobox', { name: 'Confidence' }).selectOption('doubtful');
    await expect.poll(() => rowsShown(shown)).toBe(1);
    await shown.getByRole('combobox', { name: 'Check' }).selectOption('number');
    expect(await rowsShown(shown)).toBe(1);
    await shown.getByRole('combobox', { name: 'Confidence' }).selectOption('sure');
    await expect.poll(() => rowsShown(shown)).toBe(0);
    await shown.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => rowsShown(shown)).toBe(5);
    await shown
      .locator('#counts ~ div a', { hasText: '1-0' })
      .or(shown.locator('a[href$="type=1-1"]'))
      .first()
      .click();
    await expect.poll(() => rowsShown(shown)).toBe(3);
  });

  test('keys move as in the review, and can be turned off', async () => {
    const { page: shown } = await open(page);
    const selected = () => shown.locator('.row.selected').getAttribute('id');
    await shown.keyboard.press('j');
    expect(await selected()).toBe('row-1');
    await shown.keyboard.press('j');
    expect(await selected()).toBe('row-4');
    await shown.keyboard.press('G');
    expect(await selected()).toBe('row-6');
    await shown.keyboard.press('[');
    expect(await selected()).toBe('row-4');
    await shown.keyboard.press('g');
    await shown.keyboard.press('>');
    expect(await selected()).toBe('row-4');
    await shown.keyboard.press('?');
    await shown.getByRole('dialog').getByLabel('Single keys work').uncheck();
    await shown.keyboard.press('Escape');
    await shown.keyboard.press('g');
    expect(await selected()).toBe('row-4');
  });

  test('printing shows all rows and no controls', async () => {
    const long = examplePage({
      columns,
      rows: Array.from({ length: 700 }, (_, k) => [`Sentence ${k + 1}.`, 'جملة']),
    });
    const { page: shown } = await open(long);
    expect(await rowsShown(shown)).toBeLessThan(60);
    await shown.emulateMedia({ media: 'print' });
    await shown.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await rowsShown(shown)).toBe(700);
    for (const control of ['.bar', '#actions', '.zoom'])
      expect(await shown.locator(control).isVisible()).toBe(false);
  });

  test('in a long table rows are drawn as they come into sight', async () => {
    const long = examplePage({
      columns,
      rows: Array.from({ length: 3000 }, (_, k) => [
        `${'word '.repeat((k % 7) * 12)}${k + 1}.`,
        'جملة',
      ]),
    });
    const { page: shown } = await open(long, { hash: '#row-2000' });
    await expect.poll(() => shown.locator('#row-2000').isVisible()).toBe(true);
    const box = await shown.locator('#row-2000').boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(900);
    await shown.keyboard.press('G');
    await expect.poll(() => shown.locator('#row-3000').isVisible()).toBe(true);
    expect(await shown.locator('#row-3000').getAttribute('aria-rowindex')).toBe('3001');
  });
});

describe.skipIf(lacksBrowser)('the map and the texts side by side (needs chromium)', () => {
  const open = useBrowser();

  test('a row under the pointer lights up on the map; the map leads to its row', async () => {
    const { page: shown } = await open(page);
    await shown.locator('#row-4').hover();
    await expect.poll(() => shown.locator('.zoom output').innerText()).toBe('row 4: 4 with 2');
    await shown.locator('.plot').focus();
    await shown.keyboard.press('ArrowRight');
    await shown.keyboard.press('ArrowRight');
    expect(await shown.locator('.row.selected').getAttribute('id')).toBe('row-4');
    const box = await shown.locator('.plot').boundingBox();
    if (!box) throw new Error('no map');
    // The first of six sentences across, the first of three down; the strips at the edges are 10 wide.
    await shown.mouse.click(box.x + 10 + box.width / 12, box.y + 10 + box.height / 6);
    expect(await shown.locator('.row.selected').getAttribute('id')).toBe('row-1');
  });

  test('the brush zooms', async () => {
    const { page: shown } = await open(page);
    const box = await shown.locator('.plot').boundingBox();
    if (!box) throw new Error('no map');
    const whole = shown.getByRole('button', { name: 'Whole map' });
    expect(await whole.isDisabled()).toBe(true);
    await shown.mouse.move(box.x + 30, box.y + 30);
    await shown.mouse.down();
    await shown.mouse.move(box.x + 90, box.y + 90);
    await shown.mouse.up();
    expect(await whole.isEnabled()).toBe(true);
    await whole.click();
    expect(await whole.isDisabled()).toBe(true);
  });

  test('side by side, ribbons join the texts, and one follows the other', async () => {
    const long = examplePage({
      columns,
      rows: Array.from({ length: 400 }, (_, k) =>
        k === 20
          ? { texts: ['Moved.', 'جملة'], crossing: true as const }
          : [`${'word '.repeat((k % 7) * 12)}${k + 1}.`, 'جملة'],
      ),
    });
    const { page: shown, errors } = await open(long);
    await shown.getByRole('button', { name: 'Side by side' }).click();
    await expect.poll(() => shown.locator('.gutter path').count()).toBeGreaterThan(3);
    const left = shown.locator('.pane').first();
    await left.hover();
    await shown.mouse.wheel(0, 5000);
    const middle = async (pane: number) =>
      Number(
        await shown.evaluate(
          `[...document.querySelectorAll('.pane')[${pane}].querySelectorAll('.piece')]
            .filter((piece) => piece.getBoundingClientRect().top < 500).at(-1)?.dataset.index`,
        ),
      );
    await expect.poll(() => middle(0)).toBeGreaterThan(15);
    await expect.poll(async () => Math.abs((await middle(0)) - (await middle(1)))).toBeLessThan(12);
    await shown.keyboard.press('g');
    await shown.getByRole('searchbox').fill('Moved');
    await expect.poll(() => shown.locator('.gutter path.crossing').count()).toBe(1);
    expect(errors).toEqual([]);
  });
});
