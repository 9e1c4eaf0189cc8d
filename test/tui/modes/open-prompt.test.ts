import { describe, expect, test } from 'vitest';
import { openPrompt } from '../../../src/tui/modes/open-prompt.js';
import type { PromptKind, View } from '../../../src/tui/view/view-state.js';
import { simpleReview } from '../../review/fixture.js';
import { longRow, sit, viewOf } from '../person.js';

const filled = ({ mode }: View) => (mode.type === 'field' ? mode.field.text : null);

describe('a field that opens', () => {
  test.each<[PromptKind, string]>([
    [{ of: 'search' }, ''],
    [{ of: 'command' }, ''],
    [{ of: 'note' }, 'earlier'],
    [{ of: 'export' }, 'book.csv'],
    [{ of: 'language', source: 1, paragraph: 1 }, 'fr'],
    [{ of: 'text', stream: 1 }, 'fr sentence 1.'],
  ])('is filled with what is there: %j', (prompt, text) => {
    const person = sit(simpleReview(3));
    person.keys('g t');
    person.type('earlier');
    person.keys('enter');
    expect(filled(openPrompt(person.view(), prompt))).toBe(text);
  });

  test('needs a text to edit', () => {
    const view = openPrompt(viewOf(longRow([['One.'], []])), { of: 'text', stream: 1 });
    expect(view.mode.type).toBe('normal');
    expect(view.toast?.text).toBe('this column has no sentence here');
  });

  test('is refused in a read-only review if it would change something', () => {
    const view = viewOf(simpleReview(3), { readOnly: 'read only' });
    expect(openPrompt(view, { of: 'note' }).toast?.text).toBe('read only');
    expect(filled(openPrompt(view, { of: 'search' }))).toBe('');
    expect(filled(openPrompt(view, { of: 'export' }))).toBe('book.csv');
  });
});
