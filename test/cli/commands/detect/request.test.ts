import { describe, expect, test } from 'vitest';
import { readDetectRequest } from '../../../../src/cli/commands/detect/request.js';
import { detect } from '../../../../src/cli/commands/detect/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readDetectRequest(parsed(detect, line));

describe('readDetectRequest', () => {
  test('takes sources and how they are read', () => {
    expect(read('a - --keep-noise --encoding latin1 --lang fr,es')).toEqual({
      sources: ['a', '-'],
      settings: {
        segmented: false,
        keepNoise: true,
        encoding: 'latin1',
        languages: { bySource: [], inOrder: ['fr', 'es'], where: '--lang' },
      },
    });
  });
});
