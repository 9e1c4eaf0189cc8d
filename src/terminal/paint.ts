/** Colour for the terminal: the sixteen basic colours, which follow the user's theme. */

/** SGR parameters (ECMA-48) that turn each attribute on and off. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  inverse: [7, 27],
  strike: [9, 29],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

/** A way to make text stand out. */
export type Attribute = keyof typeof codes;

/** Whether an attribute is a colour, which some people and terminals do without. */
export function isColor(attribute: Attribute): boolean {
  return codes[attribute][0] >= 30;
}

/** The sequence that turns the attributes on, each once; empty if there are none. */
export function turnOn(attributes: readonly Attribute[]): string {
  const parameters = new Set(attributes.map((attribute) => codes[attribute][0]));
  return parameters.size === 0 ? '' : `\u001b[${[...parameters].join(';')}m`;
}

/** The sequence that turns all attributes off. */
export const turnOff = '\u001b[0m';

/** Wraps text in colour codes, or returns it unchanged. */
export type Paint = (attribute: Attribute, text: string) => string;

/** A painter for a stream with or without colour. */
export function painter(color: boolean): Paint {
  if (!color) return (_attribute, text) => text;
  return (attribute, text) => {
    const [on, off] = codes[attribute];
    return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
