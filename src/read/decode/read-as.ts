/** Reads bytes in a legacy encoding as they occur in today's files. */
import iconv from 'iconv-lite';
import { sevenBitName, toEightBits } from './seven-bit.js';

/** Encodings of the Macintosh that had the sign of currencies before they had the euro. */
const withEuro =
  /^(?:mac(?:roman|intosh|cyrillic|ukraine|croatian|romania|iceland)|x-mac-(?:cyrillic|ukrainian))$/;

/** Reads bytes in an encoding; U+FFFD replaces invalid bytes. */
export function readAs(bytes: Uint8Array, encoding: string): string {
  const sevenBit = sevenBitName(encoding);
  if (sevenBit !== null) {
    const eightBit = toEightBits(bytes, sevenBit);
    return iconv.decode(eightBit.bytes, eightBit.encoding);
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = iconv.decode(buffer, encoding);
  return withEuro.test(encoding) ? text.replaceAll('¤', '€') : text;
}
