import { describe, expect, test } from 'vitest';
import { readReviewRequest } from '../../../../src/cli/commands/review/request.js';
import { review } from '../../../../src/cli/commands/review/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readReviewRequest({ cwd: '/here' }, parsed(review, line));

describe('readReviewRequest', () => {
  test('uses the defaults without options', () => {
    expect(read('a b')).toEqual({
      operands: ['a', 'b'],
      settings: { segmented: false, keepNoise: false, mode: 'auto', checks: true },
      model: { model: null, cache: true },
      output: null,
      threshold: 0.8,
      plain: false,
      quality: false,
      ascii: false,
      bidi: 'logical',
      update: false,
      noEffect: [],
      imported: null,
      showKeys: false,
    });
  });

  test('knows which options affect only an alignment', () => {
    expect(read('a b --mode comparable --lang A=es --segmented --model x --update')).toMatchObject({
      noEffect: ['--segmented', '--lang', '--mode'],
      update: true,
    });
  });

  test('reads every option of the screen', () => {
    expect(
      read('-o x.paralign --plain --ascii --bidi visual --threshold .5 --keys --no-checks'),
    ).toMatchObject({
      operands: [],
      settings: { checks: false },
      output: 'x.paralign',
      threshold: 0.5,
      plain: true,
      ascii: true,
      bidi: 'visual',
      showKeys: true,
    });
  });

  test('reads --import; the encoding in a config file does not apply to it', () => {
    expect(read('x.paralign --import e.csv --dry-run --encoding windows-1252').imported).toEqual({
      name: 'e.csv',
      path: '/here/e.csv',
      encoding: 'windows-1252',
      dryRun: true,
    });
    expect(read('x.paralign --import e.csv').imported).toMatchObject({ dryRun: false });
    expect(() => read('x.paralign --dry-run')).toThrow('--dry-run works only with --import');
  });
});
