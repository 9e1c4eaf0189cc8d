import { expect, test } from 'vitest';
import { besideLabel } from '../../src/terminal/beside-label.js';
import { lineText, run } from '../../src/terminal/line.js';

const lines = (text: string, options: Partial<Parameters<typeof besideLabel>[3]> = {}) =>
  besideLabel([run('note')], [run(text)], 16, { labelWidth: 6, ...options }).map(lineText);

test('text is wrapped beside its label', () => {
  expect(lines('one two three')).toEqual(['note  one two', '      three']);
});

test('right-to-left text is at the right edge, in the order that the terminal needs', () => {
  expect(lines('סוף', { rightToLeft: true })).toEqual(['note         סוף']);
  expect(lines('סוף', { rightToLeft: true, bidi: 'visual' })).toEqual(['note         ףוס']);
});
