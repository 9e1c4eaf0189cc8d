import { describe, expect, test } from 'vitest';
import { readConvertRequest } from '../../../../src/cli/commands/convert/request.js';
import { convert } from '../../../../src/cli/commands/convert/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readConvertRequest({ cwd: '/here' }, parsed(convert, line));

describe('readConvertRequest', () => {
  test.each([
    ['book.paralign', null],
    ['book.paralign -o x.paralign', 'paralign'],
    ['book.paralign -o x.jsonl', 'jsonl'],
    ['book.paralign -o x.jsonl --format tsv', 'tsv'],
    ['book.paralign --json', 'json'],
  ])('%s is written as %s', (line, format) => {
    expect(read(line)).toMatchObject({
      input: { operand: 'book.paralign' },
      format,
    });
  });

  test('reads the filters', () => {
    const line =
      'x.csv --status accepted,edited --min-confidence .8 --type 1-1,2-01 --language English+spa,fr --dedup folded --checks';
    expect(read(line).writeOptions).toMatchObject({
      statuses: ['accepted', 'edited'],
      minConfidence: 0.8,
      types: ['1-1', '2-1'],
      languages: [['en', 'es'], ['fr']],
      dedup: 'folded',
      differing: true,
    });
    expect(read('x.csv -o y.csv --split-at .9').writeOptions).toMatchObject({ splitAt: 0.9 });
    expect(
      read('x.csv -o y.csv --left-out --quality --min-quality .5 --dedup exact --dedup-by either')
        .writeOptions,
    ).toMatchObject({
      leftOut: true,
      quality: true,
      minQuality: 0.5,
      dedup: 'exact',
      dedupBy: 'either',
    });
  });

  test.each([
    ['x.csv --type one', '--type one: not a type of rows'],
    ['x.csv --language xx', '--language: "xx" is not a known language'],
    ['x.csv --split-at .9', '--split-at writes two files'],
    ['x.csv --left-out', '--left-out writes two files'],
    ['x.csv --dedup-by a', '--dedup-by says which texts --dedup compares'],
    ['x.csv -o y.paralign --min-quality .5', '--min-quality does not apply to a review'],
    ['x.csv -o y.paralign --dedup exact', '--dedup does not apply to a review'],
    ['x.csv -o y.paralign --checks', '--checks does not apply to a review'],
  ])('refuses %s', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });
});
