import type { Locator } from '../domain.js';
import { columnIndex } from './column-letters.js';

/** The place that `describeLocator` wrote; what looks like none of the others is taken for a link. */
export function parseLocator(text: string): Locator {
  const page = /^page (\d{1,9})$/.exec(text)?.[1];
  if (page !== undefined) return { kind: 'page', page: Number(page) };
  const clock = String.raw`(\d{1,6}):([0-5]\d):([0-5]\d)\.(\d{3})`;
  const cue = new RegExp(`^${clock}-${clock}$`).exec(text)?.slice(1).map(Number);
  if (cue) return { kind: 'cue', start: milliseconds(cue), end: milliseconds(cue.slice(4)) };
  if (text.startsWith('unit ')) return { kind: 'unit', id: text.slice('unit '.length) };
  const [, sheet, letters = '', row] = /^(?:(.+)!)?([A-Z]{1,3})([1-9]\d{0,8})$/s.exec(text) ?? [];
  const column = columnIndex(letters);
  if (row !== undefined && column !== undefined)
    return {
      kind: 'cell',
      row: Number(row),
      column: column + 1,
      ...(sheet !== undefined && { sheet }),
    };
  return { kind: 'href', href: text };
}

function milliseconds([hours = 0, minutes = 0, seconds = 0, rest = 0]: readonly number[]): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest;
}
