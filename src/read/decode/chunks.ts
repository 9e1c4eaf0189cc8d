/** Files that arrive in chunks. */
import { AppError } from '../../errors.js';

/** Most bytes that are read at once: more may not fit one JavaScript string. */
export const mostBytes = 0x1fffffe8;

/** The beginning of a stream, and the whole of it, beginning included. */
export interface PeekedStream {
  /** At most the requested length; shorter only if the stream is. */
  readonly head: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Reads a stream until it has the first `length` bytes. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  length: number,
): Promise<PeekedStream> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  for (let size = 0; size < length; size += first.at(-1)?.length ?? 0) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  async function* whole(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* first.splice(0);
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(first).subarray(0, length), chunks: whole() };
}

/** All bytes of a stream. Throws AppError `too-large` once there are more than `limit`. */
export async function collect(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limit: number = mostBytes,
): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    all.push(chunk);
    size += chunk.length;
    checkSize(name, size, limit);
  }
  return Buffer.concat(all);
}

/** Throws AppError `too-large` for more bytes than are read at once. */
export function checkSize(name: string, size: number, limit: number = mostBytes): void {
  if (size > limit) {
    throw new AppError('too-large', `${name}: larger than ${limit} bytes`, {
      hint: 'split it',
    });
  }
}
