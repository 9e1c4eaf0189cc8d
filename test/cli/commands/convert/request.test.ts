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
});
