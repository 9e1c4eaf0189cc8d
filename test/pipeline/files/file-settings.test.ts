import { describe, expect, test } from 'vitest';
import { readFileSettings } from '../../../src/pipeline/files/file-settings.js';

const noFile = () => Promise.reject(new Error('no file is asked for'));
const file = (text: string) => () => Promise.resolve(new TextEncoder().encode(text));

describe('readFileSettings', () => {
  test('fills in what is not said', async () => {
    expect(await readFileSettings({}, noFile)).toEqual({
      segmented: false,
      keepNoise: false,
      mode: 'auto',
      checks: true,
    });
  });

  test('reads the anchors; which sources are meant is found out later', async () => {
    const settings = {
      languages: { bySource: [{ source: 'B', language: 'es' }], inOrder: [], where: '--lang' },
      pivot: { source: 'stdin', where: '--pivot' },
      anchors: { name: 'known', path: '/known' },
      mode: 'parallel',
    } as const;
    expect(await readFileSettings(settings, file('{"b":[2],"c":[3]}'))).toMatchObject({
      languages: settings.languages,
      pivot: settings.pivot,
      mode: 'parallel',
      anchors: {
        name: 'known',
        lines: [
          {
            line: 1,
            sides: [
              { source: 1, sentences: [2] },
              { source: 2, sentences: [3] },
            ],
          },
        ],
      },
    });
  });

  test('names the line of the anchors file that is wrong', async () => {
    const settings = { anchors: { name: 'known', path: '/known' } };
    await expect(readFileSettings(settings, file('1:1\nnonsense'))).rejects.toThrow(/^known:2: /);
  });
});
