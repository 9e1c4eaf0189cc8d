import { expect, test } from 'vitest';
import { promptLabel } from '../../../src/tui/compose/prompt-label.js';
import type { PromptKind } from '../../../src/tui/view/view-state.js';
import { simpleReview } from '../../review/fixture.js';
import { viewOf } from '../person.js';

test.each<[PromptKind, string]>([
  [{ of: 'search' }, '/'],
  [{ of: 'command' }, ':'],
  [{ of: 'filter' }, 'show: '],
  [{ of: 'note' }, 'note: '],
  [{ of: 'export' }, 'export to: '],
  [{ of: 'find' }, 'replace in all rows shown: '],
  [{ of: 'replacement', find: 'dog' }, 'replace "dog" with: '],
  [{ of: 'language', source: 1, paragraph: 3 }, 'language of paragraph 3 of b.txt: '],
  [{ of: 'text', stream: 1 }, 'text of fr: '],
])('the field for %j has a label', (prompt, label) => {
  expect(promptLabel(viewOf(simpleReview(3)), prompt)).toBe(label);
});
