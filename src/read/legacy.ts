import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Below this confidence (0 to 100) a guess is worth less than asking the user. */
const MIN_CONFIDENCE = 15;

/** The legacy encoding the bytes most probably are in, or null when none fits. */
export function recogniseLegacy(bytes: Uint8Array): string | null {
  for (const { name, confidence } of analyse(bytes.subarray(0, 1 << 16))) {
    if (confidence < MIN_CONFIDENCE) break;
    if (name.startsWith('UTF') || !iconv.encodingExists(name)) continue;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!iconv.decode(buffer, name).includes('\ufffd')) return name.toLowerCase();
  }
  return null;
}
