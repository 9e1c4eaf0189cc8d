import { describe, expect, it } from 'vitest';
import { isPlainUtf8, withoutUtf8Mark } from '../../../src/read/decode/plain-utf8.js';

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 3) yield bytes.subarray(from, from + 3);
}

const isPlain = (content: string | Uint8Array): Promise<boolean> => {
  const bytes = Buffer.from(content);
  return isPlainUtf8(bytes.subarray(0, 64), inPieces(bytes));
};

describe('a file that is surely UTF-8', () => {
  it.each(['', 'plain text\r\n\twith tabs', 'año 你好 🙂', '\ufeffwith a mark', 'año ~{a~}'])(
    'is %j',
    async (text) => {
      expect(await isPlain(text)).toBe(true);
    },
  );

  it('has no other bytes, no signature of a program and no shifts of character sets', async () => {
    expect(await isPlain(Buffer.from('a\xf1o', 'latin1'))).toBe(false);
    expect(await isPlain(Buffer.from('cut off: \u20ac').subarray(0, -1))).toBe(false);
    expect(await isPlain('\x00')).toBe(false);
    expect(await isPlain('\x01'.repeat(5))).toBe(false);
    expect(await isPlain('%PDF-1.7')).toBe(false);
    expect(await isPlain('\x1b$B$3$s\x1b(B')).toBe(false);
  });

  it('loses its mark', async () => {
    const parts: Uint8Array[] = [];
    for await (const piece of withoutUtf8Mark(inPieces(Buffer.from('\ufeffa\ufeffb'))))
      parts.push(piece);
    expect(Buffer.concat(parts).toString()).toBe('a\ufeffb');
  });
});
