import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { parseReview } from '../../../src/review/file/parse-review.js';
import { act, type Action } from '../../../src/review/history.js';
import { isRefusal, type Review } from '../../../src/review/model.js';
import { decide, setNote } from '../../../src/review/operations/decide.js';
import { mergeRows } from '../../../src/review/operations/rows.js';
import { simpleReview } from '../fixture.js';
import { reviewText } from '../review-text.js';

const accept = (review: Review, id: number): Action => {
  const draft = decide(review, id, 'accepted');
  if (isRefusal(draft)) throw new Error(draft.refused);
  return { type: 'do', entry: draft };
};

/** A review file as plain data, to be damaged. */
interface DamagedFile {
  format?: unknown;
  version: unknown;
  sentences: { start?: unknown; end: unknown }[];
  rows: { status: unknown; cells: number[][] }[];
  history: { position: unknown };
}

describe('a review file', () => {
  test('comes back as it was, history and undone steps included', () => {
    let review = simpleReview(4, ['en', 'fr', 'he']);
    const operations = [
      (now: Review) => mergeRows(now, 0, 'next'),
      (now: Review) => setNote(now, 3, 'a "quoted" note ☎️ 彼'),
    ];
    for (const operation of operations) {
      const draft = operation(review);
      if (isRefusal(draft)) throw new Error(draft.refused);
      review = act(review, { type: 'do', entry: draft });
    }
    review = act(review, accept(review, 3));
    review = act(review, { type: 'undo' });
    const text = reviewText(review);
    expect(parseReview('x', text)).toEqual(review);
    expect(reviewText(parseReview('x', text))).toBe(text);
  });

  test('keeps the encoding that the sources were read in', () => {
    const review: Review = {
      ...simpleReview(2),
      origin: { model: null, segmented: false, encoding: 'macroman' },
    };
    expect(parseReview('x', reviewText(review))).toEqual(review);
    expect(reviewText(simpleReview(2))).not.toContain('"encoding"');
  });

  test.each<[string, (file: DamagedFile) => void, RegExp]>([
    ['no format', (file) => delete file.format, /"format" is missing/],
    ['another format', (file) => (file.format = 'x'), /"format"/],
    ['a version that is no number', (file) => (file.version = 'two'), /"version"/],
    ['a status that does not exist', (file) => (file.rows[1]!.status = 'maybe'), /rows\.1\.status/],
    ['a missing field', (file) => delete file.sentences[2]!.start, /sentences\.2\.start/],
    [
      'a sentence in two rows',
      (file) => (file.rows[1]!.cells[0] = [0]),
      /rows\[1\]\.cells\[0\]\[0\].*two rows/,
    ],
    ['a sentence in no row', (file) => file.rows.pop(), /is in no row/],
    ['a span beyond the text', (file) => (file.sentences[3]!.end = 9999), /outside the text/],
    ['a cell too many', (file) => file.rows[0]!.cells.push([]), /rows\[0\]\.cells.*3 cells for 2/],
    ['a position beyond the history', (file) => (file.history.position = 7), /history\.position/],
  ])('says which field is wrong: %s', (_, damage, message) => {
    const file = JSON.parse(reviewText(simpleReview(4)));
    damage(file);
    expect(() => parseReview('book.paralign', JSON.stringify(file))).toThrow(message);
    expect(() => parseReview('book.paralign', JSON.stringify(file))).toThrow(AppError);
  });

  test.each<[string, RegExp, string, RegExp]>([
    ['a sentence’s id', /"id":3,"source":0/, '"id":2000000000,"source":0', /is too high/],
    [
      'an id beyond whole numbers',
      /"id":3,"source":0/,
      '"id":1e300,"source":0',
      /sentences\.3\.id/,
    ],
    ['a sentence of a row', /"cells":\[\[1\]/, '"cells":[[4000000000]', /no sentence 4000000000/],
    [
      'a stream’s source',
      /"streams":\[\n\{"source":0/,
      '"streams":[{"source":900000000',
      /no source/,
    ],
    ['the next row', /"nextRow":4/, '"nextRow":1e18', /nextRow/],
    ['the count of actions', /"sequence":0/, '"sequence":9007199254740991', /sequence/],
    ['a score that is infinite', /"score":0.8/, '"score":1e999', /score/],
    [
      'a paragraph’s end',
      /"start":0,"end":\d+,"heading"/,
      '"start":0,"end":6700000,"heading"',
      /outside the text/,
    ],
    ['an alignment’s stream', /"a":0,"b":1/, '"a":0,"b":4000000000', /alignments\[0\]/],
    [
      'a text that was edited',
      /"method":"parallel"/,
      '"method":"parallel","edits":{"4000000000":"x"}',
      /no stream/,
    ],
    ['nesting', /"model":null/, `"model":${'['.repeat(30_000)}${']'.repeat(30_000)}`, /"model"/],
  ])('may hold no number that what it holds does not bear out: %s', (_, found, put, message) => {
    const text = reviewText(simpleReview(4));
    const damaged = text.replace(found, put);
    expect(damaged).not.toBe(text);
    const before = process.memoryUsage().rss;
    expect(() => parseReview('x', damaged)).toThrow(message);
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });

  test.each([1, 2])('of version %i opens', (version) => {
    const name = `review-v${version}.paralign`;
    const text = readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
    const review = parseReview(name, text);
    expect(review.rows).toHaveLength(3);
    expect(review.rows[0]).toMatchObject({ status: 'accepted', note: 'checked twice' });
    expect(review.history.entries.map((entry) => entry.label)).toContain('merged 2 and 3');
    expect(JSON.parse(reviewText(review))).toMatchObject({ version: 2 });
  });

  test('of version 2 keeps what its sources were read as, and where their blocks stand', () => {
    const url = new URL('../../fixtures/review-v2.paralign', import.meta.url);
    const text = readFileSync(url, 'utf8');
    const review = parseReview('review-v2.paralign', text);
    expect(review.sources).toMatchObject([
      {
        format: 'memory',
        textIs: 'extracted',
        paragraphs: [
          { locator: { kind: 'unit', id: 'u1' }, segmented: true },
          { locator: { kind: 'page', page: 4 } },
          { locator: { kind: 'cue', start: 1500, end: 3250.5 } },
          { locator: { kind: 'href', href: 'ch1.xhtml#s2' } },
        ],
      },
      {
        format: 'text',
        textIs: 'file',
        paragraphs: [
          {},
          { locator: { kind: 'cell', row: 2, column: 1, sheet: 'Sheet 1' } },
          { locator: { kind: 'cell', row: 3, column: 1 } },
          {},
        ],
      },
    ]);
    expect(reviewText(review)).toBe(text);
  });

  test('of version 1 knows nothing of that', () => {
    const url = new URL('../../fixtures/review-v1.paralign', import.meta.url);
    const review = parseReview('x', readFileSync(url, 'utf8'));
    expect(review.sources[0]).not.toHaveProperty('format');
    expect(review.sources[0]?.paragraphs[0]).not.toHaveProperty('locator');
  });

  const splitting = {
    srx: {
      name: 'rules.srx',
      cascade: true,
      maps: [{ languages: '.*', list: 'All' }],
      lists: [{ name: 'All', rules: [{ breaks: true, before: '\\.', after: '\\s' }] }],
    },
    abbreviations: [{ language: null, words: ['nr'] }],
  };

  test('keeps the agreed translations that rows are checked by', () => {
    const plain = simpleReview(2);
    const entries = [
      [
        { language: 'en', text: 'branch' },
        { language: 'de', text: 'Zweig' },
      ],
    ];
    const glossary = { name: 'g.csv', entries };
    const review = { ...plain, origin: { ...plain.origin, glossary } };
    expect(parseReview('x', reviewText(review)).origin.glossary).toEqual(glossary);
    expect(() =>
      parseReview('x', reviewText(review).replace('"text":"Zweig"', '"text":7')),
    ).toThrow('the field "glossary.entries.0.1.text" is wrong');
  });

  test('keeps how sentences were split, and where markup stands', () => {
    const plain = simpleReview(2);
    const markup = [
      { start: 0, end: 2, opens: true as const },
      { start: 4, end: 6 },
    ];
    const sources = plain.sources.map((source) => ({
      ...source,
      paragraphs: source.paragraphs.map((own) => ({ ...own, markup })),
    }));
    const review = { ...plain, sources, origin: { ...plain.origin, splitting } };
    const again = parseReview('x', reviewText(review));
    expect(again.origin.splitting).toEqual(splitting);
    expect(again.sources[0]?.paragraphs[0]?.markup).toEqual(markup);
    expect(reviewText(plain)).not.toMatch(/splitting|markup/);
  });

  test.each([
    [{ start: 5, end: 3 }, 'lies outside the paragraph'],
    [{ start: 0, end: 9999 }, 'lies outside the paragraph'],
  ])('with markup %o is refused', (mark, problem) => {
    const plain = simpleReview(2);
    const sources = plain.sources.map((source) => ({
      ...source,
      paragraphs: source.paragraphs.map((own) => ({ ...own, markup: [mark] })),
    }));
    expect(() => parseReview('x', reviewText({ ...plain, sources }))).toThrow(problem);
  });

  test('with a rule that can not be used is refused', () => {
    const plain = simpleReview(1);
    const text = reviewText({ ...plain, origin: { ...plain.origin, splitting } });
    expect(() => parseReview('x', text.replace('"before":"\\\\."', '"before":"("'))).toThrow(
      'splitting.srx.lists.0.rules.0.before',
    );
  });

  test('of a newer version is refused with what to do', () => {
    const newer = reviewText(simpleReview(1)).replace('"version":2', '"version":3');
    const refusal = expect.objectContaining({
      message: 'x.paralign: has version 3, but this program reads only up to 2',
      hint: 'update paralign to open it',
      exitCode: 65,
    });
    expect(() => parseReview('x.paralign', newer)).toThrow(refusal);
  });
});
