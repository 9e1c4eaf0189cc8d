import { describe, expect, test } from 'vitest';
import { readScoreRequest } from '../../../../src/cli/commands/score/request.js';
import { score } from '../../../../src/cli/commands/score/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readScoreRequest(parsed(score, line));

describe('readScoreRequest', () => {
  test('reads the gold, the tests and the minimum F1', () => {
    expect(read('gold a -')).toEqual({ gold: 'gold', tests: ['a', '-'], minF1: 0 });
    expect(read('gold a --min-f1 .9').minF1).toBe(0.9);
  });

  test('reads standard input only once', () => {
    expect(() => read('- -')).toThrow(expect.objectContaining({ code: 'given-twice' }));
  });
});
