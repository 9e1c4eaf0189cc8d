import { describe, expect, test } from 'vitest';
import { readEmbedRequest } from '../../../../src/cli/commands/embed/request.js';
import { embed } from '../../../../src/cli/commands/embed/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readEmbedRequest({ cwd: '/here' }, parsed(embed, line));

describe('readEmbedRequest', () => {
  test.each([
    ['a', null],
    ['a -o v.npy', 'npy'],
    ['a -o v.jsonl', 'jsonl'],
    ['a -o v.jsonl --format raw', 'raw'],
    ['a -o v.txt', null],
  ])('%s gives the format %s', (line, format) => {
    expect(read(line).format).toBe(format);
  });

  test('reads the source, the model and the output', () => {
    expect(read('a --segmented --model own --no-cache -o v.npy --no-clobber')).toMatchObject({
      sources: ['a'],
      settings: { segmented: true },
      model: { model: 'own', cache: false },
      output: { path: '/here/v.npy', clobber: false },
    });
  });
});
