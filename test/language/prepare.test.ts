import { expect, test } from 'vitest';
import { clearNoise, traitsOf } from '../../src/language/evidence-characters.js';
import { evidenceText } from '../../src/language/prepare.js';

/** What says nothing, as an expression: slow, but plain to read. */
const saysNothing = / ?[^\p{L}\p{M}'’\-\u200c ¿¡][^\p{L}\p{M}'’\-\u200c¿¡]*| {2,}/gu;

const pieces = [
  'a',
  'É',
  'e\u0301',
  '\u0301',
  '\u212b',
  '字',
  '한',
  '\u1112\u1161',
  '𐐨',
  '👍',
  '\ud801',
  '\udc28',
  ' ',
  '  ',
  '   ',
  '\u00a0',
  '\n',
  '.',
  ', ',
  "'",
  '’',
  '-',
  '¿',
  '\u200c',
  '12',
  ':',
  '：',
  '/',
  '@',
];

function* randomTexts(count: number): Generator<string> {
  let state = 7;
  for (let run = 0; run < count; run++) {
    let text = '';
    for (let length = run % 12; length > 0; length--) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      text += pieces[(state >>> 8) % pieces.length] ?? '';
    }
    yield text;
  }
}

test('blanks stand for what says nothing', () => {
  const wrong = [...randomTexts(20_000)].filter(
    (text) => clearNoise(text) !== text.replace(saysNothing, ' '),
  );
  expect(wrong).toEqual([]);
});

test('a text that does not combine is its own normal form', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => `ka${String.fromCharCode(unit)}`);
  const wrong = [...randomTexts(20_000), ...units].filter((text) => {
    const { hasColon, mayCombine } = traitsOf(text);
    return (!mayCombine && text.normalize('NFC') !== text) || hasColon !== /[:：]/.test(text);
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['Q: Où est-il ?', 'Où est-il'],
  ['JOHN SMITH: e\u0301te\u0301', 'été'],
  ['Mail to some.body@example.org today', 'Mail to today'],
  ['No: 12 men,  no  ', 'No men no'],
])('%j is judged by %j', (text, evidence) => {
  expect(evidenceText(text)).toBe(evidence);
});
