/** What styles and symbols look like: colours for those who can see them, symbols for everybody. */
import type { BidiMode } from '../../terminal/bidi.js';
import type { Line, Style } from '../../terminal/line.js';

/** Signs of the screen; every one has an ASCII form. */
export interface Symbols {
  readonly accepted: string;
  readonly rejected: string;
  readonly edited: string;
  readonly doubtful: string;
  readonly unreviewed: string;
  readonly problem: string;
  readonly note: string;
  readonly flag: string;
  readonly selected: string;
  readonly column: string;
  readonly bar: string;
  readonly rule: string;
  readonly empty: string;
  readonly full: string;
  readonly rest: string;
  readonly cut: string;
  readonly crossing: string;
  readonly ellipsis: string;
  readonly dot: string;
}

const unicode: Symbols = {
  accepted: '✓',
  rejected: '✗',
  edited: '✎',
  doubtful: '?',
  unreviewed: '·',
  problem: '!',
  note: '≡',
  flag: '⚑',
  selected: '>',
  column: '▸',
  bar: '│',
  rule: '─',
  empty: '∅',
  full: '█',
  rest: '░',
  cut: '✂',
  crossing: '⤫',
  ellipsis: '…',
  dot: '·',
};

const ascii: Symbols = {
  accepted: '+',
  rejected: '-',
  edited: 'e',
  doubtful: '?',
  unreviewed: '.',
  problem: '!',
  note: 'n',
  flag: 'F',
  selected: '>',
  column: '*',
  bar: '|',
  rule: '-',
  empty: '(none)',
  full: '#',
  rest: '.',
  cut: '---8<---',
  crossing: 'x',
  ellipsis: '...',
  dot: '-',
};

/** SGR codes of a style word: always, and only where colours are wanted. */
const codes: Readonly<Record<string, { readonly always?: string; readonly color?: string }>> = {
  bold: { always: '1' },
  dim: { always: '2' },
  underline: { always: '4' },
  inverse: { always: '7' },
  good: { color: '32' },
  fair: { color: '33' },
  poor: { color: '31' },
  human: { color: '36' },
  accent: { color: '34' },
  error: { always: '1', color: '31' },
  check: { always: '4', color: '33' },
  hit: { always: '7' },
  cursor: { always: '7' },
  removed: { always: '9', color: '31' },
  added: { always: '4', color: '32' },
  title: { always: '1' },
  selected: { always: '1' },
};

/** How a person's terminal wants to be written to. */
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
    symbols: options.ascii ? ascii : unicode,
    color: options.color,
    bidi: options.bidi ?? 'logical',
  };
}

/** How far below the threshold a confidence is merely doubtful. */
const fairBand = 0.2;

/** The style of a confidence: good from the person's threshold on, then fair, then poor. */
export function confidenceStyle(confidence: number, threshold: number): Style {
  if (confidence >= threshold) return 'good';
  return confidence >= threshold - fairBand ? 'fair' : 'poor';
}

const cache = new Map<string, string>();

function sgr(style: Style, theme: Theme): string {
  const key = theme.color ? style : `-${style}`;
  let sequence = cache.get(key);
  if (sequence === undefined) {
    const parts = style.split(' ').flatMap((word) => {
      const known = codes[word];
      return [known?.always, theme.color ? known?.color : undefined].filter(
        (code) => code !== undefined,
      );
    });
    sequence = parts.length === 0 ? '' : `\u001b[${[...new Set(parts)].join(';')}m`;
    cache.set(key, sequence);
  }
  return sequence;
}

/** A line as the terminal gets it. */
export function paint(line: Line, theme: Theme): string {
  let out = '';
  for (const { text, style } of line) {
    const open = style === '' ? '' : sgr(style, theme);
    out += open === '' ? text : `${open}${text}\u001b[0m`;
  }
  return out;
}
