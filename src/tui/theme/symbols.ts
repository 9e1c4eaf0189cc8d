/** The signs of the screen, and what they say. */

/** What stands for the confidence of a row that has none. */
export const unmeasured = '-';

/** Signs of the screen; every one has an ASCII form. */
export interface Symbols {
  readonly accepted: string;
  readonly rejected: string;
  readonly edited: string;
  readonly doubtful: string;
  readonly unreviewed: string;
  readonly problem: string;
  readonly note: string;
  readonly noise: string;
  readonly flag: string;
  readonly selected: string;
  readonly marked: string;
  readonly unmeasured: string;
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

/** Signs for terminals that have them. */
export const unicodeSymbols: Symbols = {
  accepted: '✓',
  rejected: '✗',
  edited: '✎',
  doubtful: '?',
  unreviewed: '·',
  problem: '!',
  note: '≡',
  noise: '~',
  flag: '⚑',
  selected: '>',
  marked: '*',
  unmeasured,
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

/** Signs for all others. */
export const asciiSymbols: Symbols = {
  accepted: '+',
  rejected: '-',
  edited: 'e',
  doubtful: '?',
  unreviewed: '.',
  problem: '!',
  note: 'n',
  noise: '~',
  flag: 'F',
  selected: '>',
  marked: '*',
  unmeasured,
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

/** What the signs say, in the order of the help page; lines, bars and dots need no explanation. */
export const legend: readonly (readonly [keyof Symbols, string])[] = [
  ['accepted', 'Accepted'],
  ['rejected', 'Rejected'],
  ['edited', 'Edited: a person changed its texts or what is linked'],
  ['doubtful', 'Needs review: unsure, a check fails, or a person marked it or put it together'],
  ['unreviewed', 'Not reviewed; nothing speaks against it'],
  ['problem', 'A check fails: number, date, unit, name or negation'],
  ['crossing', 'Out of order'],
  ['noise', 'Noise: not aligned'],
  ['flag', 'Flagged'],
  ['note', 'Has a note'],
  ['unmeasured', 'In place of a confidence: a person put the row together'],
  ['selected', 'The selected row'],
  ['marked', 'Before a number: marked, to be linked'],
  ['column', 'Before a name: the active column'],
  ['empty', 'This column has no sentence here'],
  ['cut', 'Where a row or a sentence is to be split'],
];
