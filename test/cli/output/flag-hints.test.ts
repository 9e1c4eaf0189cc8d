import { describe, expect, test } from 'vitest';
import { describeWithFlags, errorHint } from '../../../src/cli/output/flag-hints.js';

describe('describeWithFlags', () => {
  test.each([
    [
      { code: 'nothing-to-align', source: 'a' },
      'a: no sentences to align (the text is empty or all noise; --keep-noise includes noise)',
    ],
    [
      { code: 'language-uncertain', source: 'a', paragraphs: [1, 3] },
      'a: the language of paragraphs 1, 3 is uncertain (check it with "paralign detect", set it with --lang)',
    ],
    [
      { code: 'language-unknown-to-model', source: 'a', language: 'xx', model: 'm' },
      'a: the model "m" was not trained on "xx"; expect poor pairs (name the language with --lang if it was misdetected; "paralign models download Xenova/multilingual-e5-small" fetches a larger model, --model Xenova/multilingual-e5-small uses it)',
    ],
    [
      { code: 'language-weak-in-model', source: 'a', language: 'gu', model: 'm' },
      'a: the model "m" knows "gu" poorly; expect more wrong pairs than usual ("paralign models download Xenova/multilingual-e5-small" fetches a larger model, --model Xenova/multilingual-e5-small uses it)',
    ],
    [
      { code: 'sentences-left-out', source: 'a', count: 1 },
      'a: 1 sentence is left out because of its language',
    ],
    [{ code: 'note', message: 'said once' }, 'said once'],
  ] as const)('%j', (diagnostic, text) => {
    expect(describeWithFlags(diagnostic)).toBe(text);
  });
});

describe('errorHint', () => {
  test("names the flag if there is one, otherwise gives the error's own hint", () => {
    expect(errorHint({ code: 'undecodable-source', hint: 'name the encoding' })).toContain(
      '--encoding',
    );
    expect(errorHint({ code: 'io', hint: 'try again' })).toBe('try again');
    expect(errorHint({ code: 'io' })).toBeNull();
  });
});
