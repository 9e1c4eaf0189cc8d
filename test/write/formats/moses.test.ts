import { describe, expect, test } from 'vitest';
import { makeRow, makeSource, makeTable } from '../table-fixture.js';
import { exchangeTable, hostileTable, threeTexts } from './exchange-table.js';
import { written } from './written.js';

describe('moses', () => {
  test('is a file for each language, with a line for each pair', async () => {
    expect(await written(exchangeTable(), 'moses')).toEqual({
      files: {
        '.en': 'Fish & <b>chips</b> cost "3".\nTwo. Three.\n',
        '.ar': 'سمك & بطاطا.\nاثنان وثلاثة.\n',
      },
      said: [
        { code: 'rejected-left-out', count: 1 },
        { code: 'unpaired-left-out', count: 2 },
      ],
    });
  });

  test('has as many lines in both, whatever the texts hold', async () => {
    const breaks = ['\n', '\r\n', '\r', '\v', '\f', '\x1c', '\x1e', '\u0085', '\u2028', '\u2029'];
    const table = makeTable(
      [makeSource('a', 'en', ['x']), makeSource('b', 'es', ['y'])],
      [makeRow([[0], [0]], { edits: { 0: breaks.join('x'), 1: '' } })],
    );
    const { files } = await written(table, 'moses');
    expect(files).toEqual({ '.en': ' x x x x x x x x x \n', '.es': '\n' });
    const hostile = await written(hostileTable(), 'moses');
    expect(hostile.files['.en']?.match(/\n/g)).toHaveLength(2);
    expect(hostile.said).toEqual([{ code: 'characters-replaced', count: 4 }]);
  });

  test('tells two texts in one language apart', async () => {
    const table = makeTable([makeSource('a', 'en', ['x']), makeSource('b', 'en', ['y'])], []);
    expect((await written(table, 'moses')).files).toEqual({ '.en.a': '', '.en.b': '' });
  });

  test('refuses three texts', async () => {
    await expect(written(threeTexts(), 'moses')).rejects.toThrow('holds two sources, not 3');
  });
});
