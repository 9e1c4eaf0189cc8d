import { describe, expect, test } from 'vitest';
import { lineText } from '../../../../src/terminal/line.js';
import {
  inlineDiff,
  sideBySide,
  styledText,
} from '../../../../src/tui/compose/detail/diff-runs.js';
import { oneRow, sit } from '../../person.js';

const text = (own: string) => styledText(own, []);

describe('differences as they are drawn', () => {
  test('shows both texts unchanged side by side, whatever the diff does with white space', () => {
    const texts = ['As time passed, Amr and 👍🏽 they  were forced', 'Over time, Amr and they were'];
    const person = sit(oneRow(texts, ['en', 'en']), { columns: 130 });
    expect(person.screen()).toMatch(
      /\[-As-\] time \[-passed-\], Amr and \[-👍🏽-\] they were \[-forced-\] +│ \{\+Over\+\} time, Amr and they were\s/u,
    );
  });

  test('inline: signs around what was removed and added', () => {
    const line = inlineDiff(text('He saw the lines.'), text('He was on the line.'), 'en');
    expect(line && lineText(line)).toBe('He [-saw-]{+was on+} the [-lines-]{+line+}.');
    expect(line?.filter(({ style }) => style === 'removed').map((run) => run.text)).toEqual([
      '[-',
      'saw',
      '-]',
      '[-',
      'lines',
      '-]',
    ]);
  });

  test('side by side: each text with only its own changes', () => {
    const sides = sideBySide(text('a b c'), text('a x c d'), 'en');
    expect(sides?.map(lineText)).toEqual(['a [-b-] c', 'a {+x+} c {+d+}']);
  });

  test('where the texts are equal, highlights of both show', () => {
    const a = styledText('the same day', [{ start: 4, end: 8, style: 'hit' }]);
    const line = inlineDiff(a, text('the same night'), 'en');
    expect(line?.find(({ style }) => style === 'hit')?.text).toBe('same');
  });

  test('texts with too little in common have no differences', () => {
    const many = (word: string) =>
      text(Array.from({ length: 500 }, (_, at) => word + at).join(' '));
    expect(inlineDiff(many('a'), many('b'), 'en')).toBeNull();
    expect(sideBySide(many('a'), many('b'), 'en')).toBeNull();
  });
});
