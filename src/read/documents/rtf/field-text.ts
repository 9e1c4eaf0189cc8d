/** Fields whose text stands in their instruction and not in their result. */
import { symbolText } from '../office/symbol-font.js';

/** Longest instruction that is looked at. */
export const longestInstruction = 1000;

/** A sign of a font: `SYMBOL 97 \f "Symbol" \s 12`. */
const symbol = /^\s*SYMBOL\s+(0x[\da-f]{1,6}|\d{1,7})\s/i;
const symbolFont = /\\f\s*"?([\w ]{1,60})/i;
/** Ruby as Word writes it: `EQ \* jc2 \o\ad(\s\up 9(reading),base)`. */
const ruby =
  /^\s*EQ\s[^(]*\\o\s*(?:\\a[a-z])?\s*\(\s*\\s\s*\\up\s*\d+\s*\([^)]*\)[,;]([^()]*)\)\s*$/i;

/** The text that an instruction gives by itself, empty for all but a few. */
export function textOfInstruction(instruction: string): string {
  const code = symbol.exec(instruction)?.[1];
  if (code !== undefined) return symbolText(symbolFont.exec(instruction)?.[1] ?? '', Number(code));
  return ruby.exec(instruction)?.[1] ?? '';
}
