import type { ArgumentSpec } from '../arguments/option-spec.js';

/** The operands of commands that take one file of linked texts. */
export const tableOperands: readonly ArgumentSpec[] = [
  {
    name: 'FILE',
    summary: 'A review (FILE.paralign), or a translation memory or table of linked texts',
    kind: 'file',
  },
  {
    name: 'TEXT',
    summary:
      'The two texts, if FILE links them by sentence number only (vecalign, ladder, linkgrp)',
    kind: 'file',
    min: 0,
    max: 2,
  },
];
