import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/domain.js';
import {
  describeChange,
  describeProgress,
  describeRow,
  describeToast,
} from '../../../src/tui/plain/describe-view.js';
import { simpleReview } from '../../review/fixture.js';
import { oneRow, sit, viewOf } from '../person.js';

describe('a view in words', () => {
  test('a row is its place and state, then one line per column, with the active one marked', () => {
    const check: Check = {
      code: 'number',
      a: { stream: 0, values: ['27'], spans: [] },
      b: { stream: 1, values: ['28'], spans: [] },
    };
    const person = sit(oneRow(['It was 27.', 'Fin.'], ['en', 'fr'], [check]));
    person.keys('F t x enter');
    expect(describeRow(person.view())).toBe(
      [
        'row 1 (1 of 1), 1-1, confidence .90, unreviewed, flagged, check the translation',
        '* a en 1: It was 27.',
        '  b fr 1: Fin.',
        '  check: numbers differ: a en 27 / b fr 28',
        '  note: x',
        '',
      ].join('\n'),
    );
  });

  test('without a row, it says how to show all', () => {
    const person = sit(simpleReview(3));
    person.keys('f r');
    expect(describeRow(person.view())).toBe('no row is shown (f all shows all)\n');
  });

  test('no text can control the terminal', () => {
    const view = viewOf(oneRow(['\u001b[2Jgone', 'Fin.'], ['en', 'fr']));
    expect(describeRow(view)).toContain('␛[2Jgone');
  });

  test('progress is counted in words', () => {
    const person = sit(simpleReview(10));
    person.keys('a r');
    expect(describeProgress(person.view())).toBe(
      'book.paralign: 10 rows, 1 accepted, 1 rejected, 0 edited, 0 to review\n',
    );
  });

  test('errors are labelled', () => {
    const view = viewOf(simpleReview(3));
    expect(describeToast(view)).toBe('');
    expect(describeToast({ ...view, toast: { text: 'saved', kind: 'info' } })).toBe('saved\n');
    expect(describeToast({ ...view, toast: { text: 'disk', kind: 'error' } })).toBe(
      'ERROR: disk\n',
    );
  });

  test('what is open is described; the row only if it is another one or was asked for', () => {
    const person = sit(simpleReview(10));
    const said = (keys: string) => {
      const before = person.view();
      person.keys(keys);
      return describeChange(before, person.view());
    };
    expect(said('F')).toMatch(/flagged[\s\S]*row 5 \(5 of 10\)/);
    expect(said('v')).toBe('1 marked; L on another row links them\n');
    expect(said('A')).toBe('accept 8 rows with confidence 0.80 or more? (y/n)\n');
    expect(said('n')).toContain('row 5 (5 of 10)');
    expect(said('t')).toBe('note: \n(an empty line keeps it, - removes it)\n');
    expect(said('esc')).toContain('row 5 (5 of 10)');
    expect(said('?')).toMatch(/^next +j down +Next row/);
  });
});
