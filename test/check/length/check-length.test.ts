import { describe, expect, test } from 'vitest';
import { checkRow } from '../made-row.js';

const sentence = 'They went down to the river in the evening and sat there for a long time';

describe('length', () => {
  test('a side that is many times as long as usual is found, with both lengths', () => {
    const long = `${Array.from({ length: 8 }, () => sentence).join(' ')}.`;
    const [check, ...more] = checkRow('en', long, 'de', 'Sie gingen am Abend zum Fluss hinunter.');
    expect(more).toEqual([]);
    expect(check).toMatchObject({
      code: 'length',
      a: { values: [String(long.replaceAll(' ', '').length)] },
    });
    expect(check?.a.spans).toEqual([{ start: 100, end: 100 + long.length }]);
  });

  test('East Asian characters count twice', () => {
    const chinese = '傍晚他们走到河边，在那里坐了很长时间，谁也没有说话。';
    expect(checkRow('en', `${sentence}.`, 'zh', chinese)).toEqual([]);
  });

  test('short sentences vary freely', () => {
    expect(checkRow('en', 'Yes.', 'de', 'Ja, das ist auch so.')).toEqual([]);
  });
});
