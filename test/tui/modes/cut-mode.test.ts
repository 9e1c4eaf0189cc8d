import { describe, expect, test } from 'vitest';
import { shown } from '../../review/fixture.js';
import { longRow, oneRow, sit } from '../person.js';

/** The text after the cut. */
function behindCut(person: ReturnType<typeof sit>): string {
  const { mode, review } = person.view();
  if (mode.type !== 'cut') return '';
  const sentence = review.sentences[mode.sentence];
  return review.sources[sentence?.source ?? -1]?.text.slice(mode.offset, sentence?.end) ?? '';
}

describe('cutting a sentence', () => {
  test('starts at a word in the middle of the column’s longest sentence', () => {
    const person = sit(longRow([['No.', 'One two three four.'], ['Un.']]));
    person.keys('s c');
    expect(behindCut(person)).toBe('four.');
  });

  test('moves by words and by characters', () => {
    const person = sit(oneRow(['One two three.', 'Un.'], ['en', 'fr']));
    person.keys('s');
    expect(behindCut(person)).toBe('three.');
    person.keys('b');
    expect(behindCut(person)).toBe('two three.');
    person.keys('l');
    expect(behindCut(person)).toBe('wo three.');
    person.keys('h h');
    expect(behindCut(person)).toBe(' two three.');
    person.keys('w');
    expect(behindCut(person)).toBe('two three.');
  });

  test('is never inside a character or at the start of the text', () => {
    const person = sit(oneRow(['👍🏽👍🏽é.', 'Un.'], ['en', 'fr']));
    person.keys('s h h h h h h');
    expect(behindCut(person)).toBe('👍🏽é.');
    person.keys('l');
    expect(behindCut(person)).toBe('é.');
  });

  test('finds words in a language without spaces, and accepts any tag', () => {
    const person = sit(oneRow(['犬が寝ている。', 'Un.'], ['ja', 'fr']));
    person.keys('s b b b b');
    expect(behindCut(person)).toBe('が寝ている。');
    const odd = sit(oneRow(['One two three.', 'Un.'], ['x-!', 'fr']));
    odd.keys('s');
    expect(behindCut(odd)).toBe('three.');
  });

  test('moves into the neighbouring sentence of the cell', () => {
    const person = sit(longRow([['One two.', 'Three four five six.'], ['Un.']]));
    person.keys('s c b b b b');
    expect(behindCut(person)).toBe('two.');
    person.keys('w w');
    expect(behindCut(person)).toBe('five six.');
  });

  test('cuts the sentence in two', () => {
    const person = sit(oneRow(['One two three.', 'Un.'], ['en', 'fr']));
    person.keys('s enter');
    const { review } = person.view();
    expect(review.rows[0]?.cells[0]).toHaveLength(2);
    expect(shown(review)).toEqual(['One two three. | Un.']);
    expect(person.recorded()).toEqual(['do']);
  });

  test('any other key leaves the sentence unchanged', () => {
    const review = oneRow(['One two three.', 'Un.'], ['en', 'fr']);
    const person = sit(review);
    person.keys('s esc');
    expect(person.view().mode.type).toBe('normal');
    expect(person.view().review).toBe(review);
  });

  test('needs a sentence', () => {
    const person = sit(longRow([['One.'], []]));
    person.keys('l s');
    expect(person.message()).toBe('this column has no sentence here to split');
  });
});
