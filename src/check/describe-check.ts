/** Describes a check's finding in words. */
import type { Check } from '../domain.js';

const names: Readonly<Record<Check['code'], string>> = {
  number: 'numbers differ',
  date: 'dates differ',
  unit: 'units differ',
  name: 'names differ',
  negation: 'negation on one side only',
  quotation: 'quotation on one side only',
  length: 'lengths differ more than usual',
  untranslated: 'left untranslated',
  glossary: 'agreed translation missing',
};

/**
 * A finding for people to read: "numbers differ: a en 27 / b fr 28".
 *
 * @param columnName the name that the reader knows a stream by, given its index
 */
export function describeCheck(
  { code, a, b }: Check,
  columnName: (stream: number) => string,
): string {
  const side = ({ stream, values }: Check['a']) =>
    `${columnName(stream)} ${values.length === 0 ? 'none' : values.join(', ')}`;
  return `${names[code]}: ${side(a)} / ${side(b)}`;
}
