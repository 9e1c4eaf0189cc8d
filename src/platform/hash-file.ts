import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { systemErrorCode } from './system-error.js';

/** SHA-256 of a file in hexadecimal; undefined when it is not there. */
export async function hashFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}
