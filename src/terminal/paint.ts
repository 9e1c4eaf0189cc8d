/** Colour for the terminal: the sixteen basic ones, which follow the user's theme. */

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

/** A way to set text apart. */
export type Style = keyof typeof codes;

/** Wraps text in colour codes, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** A painter for a stream that may or may not take colour. */
export function painter(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => {
    const [on, off] = codes[style];
    return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
