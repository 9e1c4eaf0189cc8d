import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.js';
import { scoreAlignments } from '../../src/score/score-alignments.js';
import { parseVecalign } from '../../src/score/vecalign-notation.js';

const beads = (text: string) => parseVecalign('x', text.replace(/ \| /g, '\n'));

describe('scoreAlignments', () => {
  // Figures of vecalign's own score.py on the same beads.
  test('counts as vecalign: precision with deletions, recall without', () => {
    const gold = beads('[0]:[0] | [1, 2]:[1] | [3]:[] | [4]:[2, 3]');
    const test = beads(
      '[0]:[0]:0.1 | [1]:[1]:0.2 | [2]:[]:0.0 | [3]:[]:0.0 | [4]:[2]:0.5 | []:[3]:0',
    );
    const { strict, lax, counts } = scoreAlignments([{ gold, test }]);
    expect(counts).toEqual({
      test: 6,
      testStrict: 2,
      testLax: 4,
      gold: 3,
      goldStrict: 1,
      goldLax: 3,
    });
    expect(strict.precision).toBeCloseTo(2 / 6, 12);
    expect(strict.recall).toBeCloseTo(1 / 3, 12);
    expect(strict.f1).toBeCloseTo(1 / 3, 12);
    expect(lax.precision).toBeCloseTo(4 / 6, 12);
    expect(lax.recall).toBe(1);
    expect(lax.f1).toBeCloseTo(0.8, 12);
  });

  test('tells sentences without a partner on one side from those of the same number on the other', () => {
    const { counts } = scoreAlignments([
      { gold: beads('[0]:[] | [1]:[] | []:[0]'), test: beads('[0]:[] | []:[1] | []:[0] | []:[0]') },
    ]);
    expect(counts).toMatchObject({ test: 3, testStrict: 2, testLax: 2 });
  });

  test('pools counts over documents before dividing', () => {
    const right = beads('[0]:[0]');
    const wrong = beads('[0]:[1] | [1]:[0] | [2]:[]');
    const { strict } = scoreAlignments([
      { gold: right, test: right },
      { gold: right, test: wrong },
    ]);
    expect(strict.precision).toBe(1 / 4);
    expect(strict.recall).toBe(1 / 2);
  });

  test('counts equal beads once and ignores beads with two empty sides', () => {
    const gold = beads('[0]:[0] | [0]:[0] | []:[]');
    const { counts } = scoreAlignments([{ gold, test: gold }]);
    expect(counts.test).toBe(1);
    expect(counts.gold).toBe(1);
  });

  test('is 0, not NaN, if there is nothing', () => {
    const { strict, lax } = scoreAlignments([{ gold: [], test: [] }]);
    expect([strict, lax]).toEqual([
      { precision: 0, recall: 0, f1: 0 },
      { precision: 0, recall: 0, f1: 0 },
    ]);
  });
});

describe('parseVecalign', () => {
  test('reads beads with and without a score, blanks and empty lines', () => {
    expect(parseVecalign('x', '\ufeff[0, 1]:[2]:0.83\r\n\r\n[]:[3]\n[4,5,]: [ ]:1e-3\n')).toEqual([
      { a: [0, 1], b: [2] },
      { a: [], b: [3] },
      { a: [4, 5], b: [] },
    ]);
  });

  test.each(['0:1', '[0]', '[a]:[1]', '[-1]:[0]', '[0]:[1'])('names the line of %j', (line) => {
    const read = () => parseVecalign('gold.txt', `[0]:[0]\n${line}\n`);
    expect(read).toThrow(AppError);
    expect(read).toThrow(/^gold\.txt:2: /);
  });
});
