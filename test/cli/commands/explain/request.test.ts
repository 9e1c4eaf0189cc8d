import { describe, expect, test } from 'vitest';
import { readExplainRequest } from '../../../../src/cli/commands/explain/request.js';
import { explain } from '../../../../src/cli/commands/explain/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readExplainRequest({ cwd: '/here' }, parsed(explain, line));

describe('readExplainRequest', () => {
  test('reads the row and the options of align', () => {
    expect(read('a b --bead 12 --pivot b --model own')).toEqual({
      sources: ['a', 'b'],
      settings: {
        segmented: false,
        keepNoise: false,
        mode: 'auto',
        pivot: { source: 'b', where: '--pivot' },
        checks: true,
      },
      model: { model: 'own', cache: true },
      row: 12,
    });
  });

  test('needs a row', () => {
    expect(() => read('a b')).toThrow('missing --bead N, the row to explain');
  });
});
