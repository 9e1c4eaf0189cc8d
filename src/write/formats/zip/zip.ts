/** Zip archives written piece by piece, with the same bytes for the same entries. */
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Iterable<string> | AsyncIterable<string>;
  /** Not compressed, and its size before its content: what EPUB demands of its first file. */
  readonly stored?: boolean;
}

/** Noon, so that no time zone moves the date; archives hold local times. */
const mtime = new Date(2000, 0, 1, 12);

/**
 * The bytes of an archive. An entry is only asked for when the one before it has been written, so that an
 * archive of any size needs little memory.
 */
export async function* zipBytes(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = new ZipFile();
  const output = zip.outputStream;
  if (!(output instanceof Readable)) throw new TypeError('an archive that is no stream');
  let current: Readable | undefined;
  const feed = async (): Promise<void> => {
    for await (const { name, content, stored = false } of entries) {
      const options = { mtime, forceDosTimestamp: true, compress: !stored, mode: 0o100644 };
      if (typeof content === 'string') {
        zip.addBuffer(Buffer.from(content), name, options);
        continue;
      }
      current = Readable.from(bytesOf(content), { objectMode: false });
      zip.addReadStream(current, name, options);
      await finished(current);
    }
    zip.end();
  };
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', fail);
  const fed = feed().catch(fail);
  try {
    for await (const chunk of output) if (chunk instanceof Uint8Array) yield chunk;
    await fed;
  } finally {
    current?.destroy();
  }
}

/** Pieces of a size that is worth compressing. */
const pieceLength = 1 << 16;

async function* bytesOf(content: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const piece of content) {
    text += piece;
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
