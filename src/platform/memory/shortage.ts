/** Recognises errors that mean a lack of memory, whatever reports them. */
import { AppError } from '../../errors.js';

/**
 * V8 (array buffers, WebAssembly), the system (ENOMEM; EAGAIN when a thread is started), worker
 * threads and onnxruntime each report it differently.
 */
const shortage =
  /array buffer allocation failed|out of memory|cannot allocate memory|bad_alloc|failed to allocate memory|posixthread|resource temporarily unavailable|reached heap limit|thread.*memory/i;

const codes = new Set(['ENOMEM', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_MEMORY_ALLOCATION_FAILED']);

/** Address space that WebAssembly reserves beyond the memory it uses, in bytes. */
const reserved = 26e9;

/** The error for a shortage of memory (exit 71); undefined for any other error. */
export function fromShortage(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  const isShortage =
    error.name !== 'AppError' &&
    ((typeof code === 'string' && codes.has(code)) || shortage.test(error.message));
  if (!isShortage) return fromShortage(error.cause);
  const what = error.message.split('\n')[0]?.slice(0, 200) ?? '';
  return new AppError('out-of-memory', `not enough memory: ${what}`, {
    hint: /webassembly|wasm/i.test(what)
      ? `address space is limited (ulimit -v): allow at least ${reserved / 1e9} GB, or run paralign with NODE_OPTIONS=--disable-wasm-trap-handler, which needs about 3 GB`
      : 'close other programs, raise the limit (ulimit -v, the container), or align the texts in parts',
    cause: error,
  });
}
