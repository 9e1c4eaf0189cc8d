import { AppError } from '../../../errors.js';

/** What an RTF file is made of, in its order. What a handler throws ends the scan. */
export interface RtfHandlers {
  /** A group begins. */
  open(): void;
  close(): void;
  /** A control word such as `\par`, with its number if it has one. */
  word(name: string, value: number | undefined): void;
  /** A control symbol such as `\~`, by its character. */
  symbol(character: string): void;
  /** A byte written as `\'e9`. */
  hex(byte: number): void;
  /** Bytes of text as they stand; empty never. */
  bytes(bytes: Uint8Array): void;
}

/** Deepest nesting of groups. */
const mostDepth = 500;
const longestName = 32;

const [open, close, backslash, quote, star] = [0x7b, 0x7d, 0x5c, 0x27, 0x2a];
const isLetter = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isBreak = (byte: number): boolean => byte === 0x0a || byte === 0x0d;

/**
 * Goes through an RTF file once. What follows its outermost group is not looked at.
 *
 * @param name the file, for messages
 * @returns the offset where the outermost group ends
 * @throws AppError `unreadable-document` with the offset, for a file that is cut off or nested too deeply
 */
export function scanRtf(name: string, bytes: Uint8Array, handlers: RtfHandlers): number {
  const refuse = (reason: string, at: number): AppError =>
    new AppError(
      'unreadable-document',
      `${name}: not RTF that can be read: ${reason} at byte ${at}`,
      {
        hint: 'repair the file, or save it again in the program that made it',
      },
    );
  const { length } = bytes;
  let depth = 0;
  let at = 0;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    if (byte === open) {
      at++;
      depth++;
      if (depth > mostDepth) throw refuse(`groups are nested more than ${mostDepth} deep`, at);
      handlers.open();
    } else if (byte === close) {
      at++;
      handlers.close();
      depth--;
      if (depth <= 0) return at;
    } else if (byte === backslash) {
      at = control(bytes, at + 1, handlers);
    } else if (isBreak(byte)) {
      at++;
    } else {
      let end = at + 1;
      while (end < length && isPlain(bytes[end] ?? 0)) end++;
      handlers.bytes(bytes.subarray(at, end));
      at = end;
    }
  }
  throw refuse(`it is cut off: ${depth} ${depth === 1 ? 'group' : 'groups'} still open`, length);
}

function isPlain(byte: number): boolean {
  return byte !== open && byte !== close && byte !== backslash && !isBreak(byte);
}

/** Reads what follows a backslash; returns where it ends. */
function control(bytes: Uint8Array, from: number, handlers: RtfHandlers): number {
  const first = bytes[from];
  if (first === undefined) return from;
  if (!isLetter(first)) return controlSymbol(bytes, from, first, handlers);
  let at = from;
  while (isLetter(bytes[at] ?? 0)) at++;
  const word = latin(bytes, from, Math.min(at, from + longestName));
  const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0);
  if (isNegative) at++;
  const digits = at;
  let value = 0;
  for (; isDigit(bytes[at] ?? 0); at++)
    value = Math.min(value * 10 + ((bytes[at] ?? 0) - 0x30), 0x7fffffff);
  const number = at === digits ? undefined : isNegative ? -value : value;
  // One space after a control word belongs to it.
  if (bytes[at] === 0x20) at++;
  // Raw data: never more than there is.
  if (word === 'bin') return Math.min(bytes.length, at + Math.max(0, number ?? 0));
  handlers.word(word, number);
  return at;
}

function controlSymbol(
  bytes: Uint8Array,
  at: number,
  first: number,
  handlers: RtfHandlers,
): number {
  if (first === quote) {
    const digits = latin(bytes, at + 1, at + 3);
    if (!/^[\da-f]{2}$/i.test(digits)) return at + 1;
    handlers.hex(Number.parseInt(digits, 16));
    return at + 3;
  }
  if (isBreak(first)) {
    handlers.word('par', undefined);
    return first === 0x0d && bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  }
  handlers.symbol(first === star ? '*' : String.fromCharCode(first));
  return at + 1;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to && at < bytes.length; at++)
    text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
