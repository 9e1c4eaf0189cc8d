/** The signs of the screen and their meanings. */

/** Shown in place of a missing confidence. */
export const unmeasured = '-';

/** Signs of the screen; each has an ASCII form. */
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

/** Signs for terminals with Unicode. */
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

/** Signs for all other terminals. */
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

/** What the signs mean, in the order of the help page; lines, bars and dots need no explanation. */
export const legend: readonly (readonly [keyof Symbols, string])[] = [
  ['accepted', 'Accepted'],
  ['rejected', 'Rejected'],
  ['edited', 'Edited: someone changed its texts or links'],
  ['doubtful', 'Needs review: the alignment is in doubt or changed by hand, or a check fails'],
  ['unreviewed', 'Not reviewed, but nothing looks wrong'],
  ['problem', 'A check fails: number, date, unit, name or negation'],
  ['crossing', 'Out of order'],
  ['noise', 'Noise: not aligned'],
  ['flag', 'Flagged'],
  ['note', 'Has a note'],
  ['unmeasured', 'In place of a confidence: the row was linked by hand'],
  ['selected', 'The selected row'],
  ['marked', 'Before a number: marked for linking'],
  ['column', 'Before a name: the active column'],
  ['empty', 'This column has no sentence here'],
  ['cut', 'Where a row or a sentence will be split'],
];
