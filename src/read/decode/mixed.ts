/** Files that are UTF-8 only in places: combined from several files, or damaged. */
import { readAs } from './read-as.js';

/** Whether there is a character of several bytes in UTF-8 among the bytes. */
export function hasUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => {
    const next = bytes[at + 1] ?? 0;
    return byte >= 0xc2 && byte < 0xf5 && next >= 0x80 && next < 0xc0;
  });
}

/** What is UTF-8 by itself: whole lines, or single characters. */
export type Patchwork = 'lines' | 'places';

/** A character of several bytes in UTF-8, the bytes being those of a string. */
const sequence =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g;
const sequences = new RegExp(`(?:${sequence.source})+`, 'g');
const beyondAscii = /[\x80-\xff]/;

/** Reads the UTF-8 parts as UTF-8 and the rest in another encoding. */
export function readMixed(bytes: Buffer, encoding: string, patchwork: Patchwork): string {
  const text = bytes.toString('latin1');
  const read = (part: string, name: string): string =>
    beyondAscii.test(part) ? readAs(Buffer.from(part, 'latin1'), name) : part;
  if (patchwork === 'lines') {
    return text
      .split('\n')
      .map((line) => read(line, isUtf8(line) ? 'utf-8' : encoding))
      .join('\n');
  }
  let mixed = '';
  let end = 0;
  for (const { 0: found, index } of text.matchAll(sequences)) {
    mixed += read(text.slice(end, index), encoding) + read(found, 'utf-8');
    end = index + found.length;
  }
  return mixed + read(text.slice(end), encoding);
}

function isUtf8(line: string): boolean {
  return !beyondAscii.test(line.replace(sequence, ''));
}

/** The first place of a mixed file that is unlike most of it. */
export interface OddPlace {
  readonly offset: number;
  /** What is odd there: a character in UTF-8, or a byte that is none. */
  readonly isUtf8: boolean;
}

/** The place where a mixed file differs from most of it. */
export function oddPlace(bytes: Uint8Array): OddPlace {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  let firstGood = -1;
  let firstBad = -1;
  let good = 0;
  let bad = 0;
  let end = 0;
  const gap = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      if (text.charCodeAt(at) < 0x80) continue;
      if (firstBad < 0) firstBad = at;
      bad++;
    }
  };
  for (const { 0: found, index } of text.matchAll(sequence)) {
    gap(end, index);
    end = index + found.length;
    if (firstGood < 0) firstGood = index;
    good++;
  }
  gap(end, text.length);
  return good >= bad || firstGood < 0
    ? { offset: firstBad, isUtf8: false }
    : { offset: firstGood, isUtf8: true };
}
