/** A process that reads one file, and may die of it. */
import { AppError } from '../../errors.js';
import { formatNamed } from '../../read/formats.js';
import { limitThisProcess } from './limits.js';
import type { ReadAnswer, ReadOrder } from './messages.js';

// Whoever asked decides about its end; Ctrl+C reaches the whole group of processes.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
const { onSize, onPage } = limitThisProcess();

process.once('message', (order: ReadOrder) => {
  // Without anything left to wait for, this process ends: nothing will come of the file.
  process.channel?.unref();
  void read(order).then((answer) => {
    process.send?.(answer, () => process.exit());
  });
});

async function read({ format, name, length, options }: ReadOrder): Promise<ReadAnswer> {
  try {
    onSize(length);
    const bytes = await readInput(length);
    const reader = await formatNamed(format).load();
    if (reader.takes !== 'bytes') throw new TypeError(`${format} is not read from bytes`);
    return { kind: 'found', found: await reader.read(name, bytes, { ...options, onPage }) };
  } catch (error) {
    if (error instanceof AppError) {
      const { code, message, hint } = error;
      return { kind: 'refused', code, message, hint };
    }
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function readInput(length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const chunk of process.stdin) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('standard input is decoded');
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes.subarray(0, at);
}
