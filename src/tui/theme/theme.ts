/** What styles and symbols look like. Nothing is shown by colour alone; symbols say the same. */
import type { BidiMode } from '../../terminal/bidi.js';
import type { Line, Style } from '../../terminal/line.js';
import { isColor, turnOff, turnOn, type Attribute } from '../../terminal/paint.js';
import { asciiSymbols, unicodeSymbols, type Symbols } from './symbols.js';

/** What each word of a style looks like; without colours, only the other attributes apply. */
const looks: Readonly<Record<string, readonly Attribute[]>> = {
  bold: ['bold'],
  dim: ['dim'],
  underline: ['underline'],
  inverse: ['inverse'],
  good: ['green'],
  fair: ['yellow'],
  poor: ['red'],
  human: ['cyan'],
  accent: ['blue'],
  error: ['bold', 'red'],
  check: ['underline', 'yellow'],
  hit: ['inverse'],
  cursor: ['inverse'],
  removed: ['strike', 'red'],
  added: ['underline', 'green'],
  title: ['bold'],
  selected: ['bold'],
};

/** How to write to the user's terminal. */
export interface Theme {
  readonly symbols: Symbols;
  readonly color: boolean;
  /** How right-to-left text is sent. */
  readonly bidi: BidiMode;
}

/** A theme: colours or not, symbols or ASCII. */
export function makeTheme(options: {
  readonly color: boolean;
  readonly ascii: boolean;
  readonly bidi?: BidiMode;
}): Theme {
  return {
    symbols: options.ascii ? asciiSymbols : unicodeSymbols,
    color: options.color,
    bidi: options.bidi ?? 'logical',
  };
}

/** For counting lines, which hardly depends on the theme: symbols differ by a few cells at most. */
export const measuringTheme: Theme = makeTheme({ color: false, ascii: false });

const remembered = new Map<string, string>();

function turnOnStyle(style: Style, { color }: Theme): string {
  const key = color ? style : `-${style}`;
  let sequence = remembered.get(key);
  if (sequence === undefined) {
    const attributes = style.split(' ').flatMap((word) => looks[word] ?? []);
    sequence = turnOn(attributes.filter((attribute) => color || !isColor(attribute)));
    remembered.set(key, sequence);
  }
  return sequence;
}

/** A line as it is written to the terminal. */
export function paintLine(line: Line, theme: Theme): string {
  let painted = '';
  for (const { text, style } of line) {
    const on = style === '' ? '' : turnOnStyle(style, theme);
    painted += on === '' ? text : `${on}${text}${turnOff}`;
  }
  return painted;
}
