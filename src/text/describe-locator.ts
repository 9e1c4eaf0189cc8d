import type { Locator } from '../domain.js';
import { columnLetters } from './column-letters.js';

/**
 * A place in a file as people write it: `page 3`, `0:01:02.500-0:01:04.000`, `unit 17`,
 * `chapter2.xhtml#p4`, `Sheet1!B12`.
 */
export function describeLocator(locator: Locator): string {
  switch (locator.kind) {
    case 'page':
      return `page ${locator.page}`;
    case 'cue':
      return `${clock(locator.start)}-${clock(locator.end)}`;
    case 'unit':
      return `unit ${locator.id}`;
    case 'href':
      return locator.href;
    case 'cell': {
      const cell = `${columnLetters(locator.column - 1).toUpperCase()}${locator.row}`;
      return locator.sheet === undefined ? cell : `${locator.sheet}!${cell}`;
    }
  }
}

/** Milliseconds as hours, minutes and seconds. */
function clock(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = milliseconds / 1000;
  const rest = String(Math.round(milliseconds) % 1000).padStart(3, '0');
  return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}
