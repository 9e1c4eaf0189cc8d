import { describe, expect, test } from 'vitest';
import { readTermsRequest } from '../../../../src/cli/commands/terms/request.js';
import { terms } from '../../../../src/cli/commands/terms/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readTermsRequest({ cwd: '/here' }, parsed(terms, line));

describe('readTermsRequest', () => {
  test.each([
    ['x.csv', null],
    ['x.csv -o t.tbx', 'tbx'],
    ['x.csv -o t.txt --format tbx', 'tbx'],
    ['x.csv --json', 'json'],
  ])('%s is written as %s', (line, format) => {
    expect(read(line).format).toBe(format);
  });

  test('reads what is looked for', () => {
    expect(read('x.csv --between en,fr --least 5 --top 9')).toMatchObject({
      between: ['en', 'fr'],
      terms: { least: 5, most: 9 },
    });
    expect(read('x.csv')).toMatchObject({ between: null, terms: { least: 3, most: 200 } });
  });

  test.each([
    ['x.csv --between en', '--between en: name two texts'],
    ['x.csv --least 1', '--least must be a whole number from 2'],
    ['x.csv --delimiter ab', '--delimiter must be one character'],
  ])('refuses %s', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });
});
