import { describe, expect, test } from 'vitest';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

/** A user who typed a command line. */
function typed(line: string, review = simpleReview(12)) {
  const person = sit(review);
  person.keys(':');
  person.type(line);
  person.keys('enter');
  return person;
}

describe('the command line', () => {
  test('goes to a row by its number, which stays the same when others are merged', () => {
    expect(typed('7').place()).toBe(7);
    expect(typed('700').message()).toBe('there is no row 700');
    expect(typed('7', simpleReview(0)).message()).toBe('there is no row 7');
    const person = sit(simpleReview(12));
    person.keys('g m : 7 enter');
    expect(person.place()).toBe(6);
  });

  test('shows all rows if the filter hides the wanted one', () => {
    const person = sit(simpleReview(12));
    person.keys('f d : 7 enter');
    expect(person.view().filter).toEqual({ by: 'all' });
    expect(person.place()).toBe(7);
  });

  test.each([
    ['w', [{ type: 'save' }]],
    ['q', [{ type: 'quit' }]],
    ['wq', [{ type: 'quit' }]],
    ['x', [{ type: 'quit' }]],
    ['export my book.csv', [{ type: 'export', path: 'my book.csv', replace: false }]],
    ['', []],
  ])(':%s', (line, effects) => {
    expect(typed(line).asked()).toEqual(effects);
  });

  test('asks for the name of an export without one', () => {
    expect(typed('export').view().mode).toMatchObject({ prompt: { of: 'export' } });
  });

  test('sets the threshold, from 0 to 1', () => {
    expect(typed('threshold .3').view().threshold).toBe(0.3);
    for (const line of ['threshold', 'threshold 2', 'threshold x']) {
      expect(typed(line).message()).toBe('the threshold must be a number from 0 to 1');
      expect(typed(line).view().threshold).toBe(0.8);
    }
  });

  test('filters', () => {
    expect(typed('filter doubtful').view().filter).toEqual({ by: 'doubtful' });
  });

  test.each(['s/en/de/', 's/en/de', 's|en|de|g', 's,en,de,'])(
    'replaces in this row, and asks first: %s',
    (line) => {
      const person = sit(simpleReview(12));
      person.keys('g');
      person.keys(`: ${[...line].join(' ')} enter`);
      expect(person.view().mode).toMatchObject({
        question: 'replace "en" with "de" in 1 row (a en 1, b fr 1)?',
      });
      person.keys('y');
      const { rows } = person.view().review;
      expect(rows.map(({ edits }) => edits[0]).slice(0, 2)).toEqual(['de sdetdece 1.', undefined]);
    },
  );

  test('with %, it replaces in all rows shown, and says in how many of each column', () => {
    const person = typed('%s/en/de/');
    expect(person.view().mode).toMatchObject({
      question: 'replace "en" with "de" in 12 rows (a en 12, b fr 12)?',
    });
    person.keys('y');
    expect(person.view().review.rows[11]?.edits[0]).toBe('de sdetdece 12.');
  });

  test.each(['help', 'h'])(':%s shows the keys', (line) => {
    expect(typed(line).view().mode.type).toBe('help');
  });

  test('names an unknown command', () => {
    expect(typed('make').message()).toBe('unknown command ":make" (:help lists them)');
  });
});
