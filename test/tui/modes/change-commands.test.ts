import { describe, expect, test } from 'vitest';
import { shown, simpleReview } from '../../review/fixture.js';
import { longRow, sit } from '../person.js';

const rows = (person: ReturnType<typeof sit>) =>
  shown(person.view().review).map((row) => row.replace(/(\w+) sentence (\d+)\./g, '$1$2'));

describe('changing rows', () => {
  test('merges with the next row and with the previous one', () => {
    const person = sit(simpleReview(4));
    person.keys('g m');
    expect(rows(person)).toEqual(['en1 en2 | fr1 fr2', 'en3 | fr3', 'en4 | fr4']);
    person.keys('G M');
    expect(rows(person)).toEqual(['en1 en2 | fr1 fr2', 'en3 en4 | fr3 fr4']);
  });

  test('moves sentences of the active column to the next row and to the previous one', () => {
    const person = sit(simpleReview(3));
    person.keys('g l J');
    expect(rows(person)).toEqual(['en1 | ', 'en2 | fr1 fr2', 'en3 | fr3']);
    person.keys('2 g K');
    expect(rows(person)).toEqual(['en1 | fr1', 'en2 | fr2', 'en3 | fr3']);
  });

  test('swaps the active column with the next row', () => {
    const person = sit(simpleReview(2));
    person.keys('g l X');
    expect(rows(person)).toEqual(['en1 | fr2', 'en2 | fr1']);
  });

  test('unlinks the active column’s sentences', () => {
    const person = sit(simpleReview(2));
    person.keys('g x');
    expect(rows(person)).toContain('en1 | ');
    expect(rows(person)).toContain(' | fr1');
  });

  test('links marked rows, however far apart, and clears the marks', () => {
    const person = sit(simpleReview(5));
    person.keys('g v');
    expect(person.message()).toBe('1 marked; L on another row links them');
    person.keys('4 g L');
    expect(rows(person)).toContain('en1 en4 | fr1 fr4');
    expect(person.view().marked).toEqual([]);
  });

  test('keeps the marks if linking is refused', () => {
    const person = sit(simpleReview(5));
    person.keys('g v L');
    expect(person.view().marked).toHaveLength(1);
    expect(person.recorded()).toEqual([]);
  });

  test('unmarks a marked row', () => {
    const person = sit(simpleReview(5));
    person.keys('v v');
    expect(person.message()).toMatch(/^0 marked/);
  });

  test('checks changed rows if there is a checker', () => {
    const found = {
      code: 'length' as const,
      a: { stream: 0, values: ['1'], spans: [] },
      b: { stream: 1, values: ['2'], spans: [] },
    };
    const person = sit(simpleReview(4), { check: () => [found] });
    person.keys('g m');
    expect(person.row()?.checks).toEqual([found]);
  });

  test('edits the text of the active column in place', () => {
    const person = sit(simpleReview(2));
    person.keys('g l e ! enter');
    expect(person.row()?.edits[1]).toBe('fr sentence 1.!');
  });

  test('asks the driver for an editor, a realignment and an explanation', () => {
    const person = sit(simpleReview(2));
    person.keys('g l E');
    expect(person.asked()).toEqual([{ type: 'editor', stream: 1, text: 'fr sentence 1.' }]);
    person.keys('R');
    expect(person.asked()).toEqual([{ type: 'realign', row: person.row()?.id }]);
    expect(person.message()).toBe('realigning ...');
    person.keys('i');
    expect(person.asked()).toEqual([{ type: 'explain', row: person.row()?.id }]);
  });

  test('opens the language of the active column’s paragraph', () => {
    const person = sit(simpleReview(2));
    person.keys('g l P');
    expect(person.view().mode).toMatchObject({
      prompt: { of: 'language', source: 1, paragraph: 1 },
      field: { text: 'fr' },
    });
    const empty = sit(longRow([['One.'], []]));
    empty.keys('l P');
    expect(empty.message()).toBe('this column has no sentence here');
  });

  test.each(['m', 's', 'J', 'X', 'x', 'e', 'E', 'R', 'P', 't', 'a', 'A', 'u', '%'])(
    'does nothing in a read-only review: %s',
    (key) => {
      const person = sit(simpleReview(3), { readOnly: 'somebody else has it open' });
      person.keys(`g ${key}`);
      if (key === '%') person.keys('a enter b enter');
      expect(person.message()).toBe('somebody else has it open');
      expect([...person.recorded(), ...person.asked()]).toEqual([]);
    },
  );

  test('explains rows in a read-only review, too', () => {
    const person = sit(simpleReview(3), { readOnly: 'somebody else has it open' });
    person.keys('i');
    expect(person.asked()).toMatchObject([{ type: 'explain' }]);
  });
});
