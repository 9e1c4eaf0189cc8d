import { describe, expect, test } from 'vitest';
import { readDetectRequest } from '../../../../src/cli/commands/detect/request.js';
import { detect } from '../../../../src/cli/commands/detect/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readDetectRequest(parsed(detect, line));

describe('readDetectRequest', () => {
  test('reads the sources and the options for reading them', () => {
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
