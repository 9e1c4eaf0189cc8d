import { describe, expect, test } from 'vitest';
import { readSegmentRequest } from '../../../../src/cli/commands/segment/request.js';
import { segment } from '../../../../src/cli/commands/segment/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readSegmentRequest(parsed(segment, line));

describe('readSegmentRequest', () => {
  test('reads the sources and the options for reading them', () => {
    expect(read('a - --keep-noise --encoding latin1 --lang fr,es')).toEqual({
      sources: ['a', '-'],
      settings: {
        segmented: false,
        keepNoise: true,
        encoding: 'latin1',
        languages: { bySource: [], inOrder: ['fr', 'es'], where: '--lang' },
      },
      print: 'listing',
    });
  });

  test('takes --lines or --text', () => {
    expect(read('a --lines').print).toBe('lines');
    expect(read('a --text').print).toBe('text');
    expect(() => read('a --text --lines')).toThrow('choose one of them');
  });
});
