import { createHash } from 'node:crypto';
import { NotARegularFile, openRegular } from './read-bounded.js';
import { systemErrorCode } from './system-error.js';

/** SHA-256 of a file in hexadecimal; undefined if it does not exist or is not a regular file. */
export async function hashFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    const file = await openRegular(path);
    for await (const chunk of file.createReadStream()) hash.update(chunk as Uint8Array);
  } catch (error) {
    if (error instanceof NotARegularFile || systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}
