/** A check in words. */
import type { Check } from '../../../domain.js';
import { columnLabel } from '../../../review/lookup.js';
import type { Review } from '../../../review/model.js';

const names: Readonly<Record<Check['code'], string>> = {
  number: 'numbers differ',
  date: 'dates differ',
  unit: 'units differ',
  name: 'names differ',
  negation: 'negation on one side only',
  quotation: 'quotation on one side only',
  length: 'lengths differ more than usual',
  untranslated: 'left untranslated',
};

/** "numbers differ: a en 27 / b fr 28". */
export function describeCheck({ code, a, b }: Check, review: Pick<Review, 'streams'>): string {
  const side = ({ stream, values }: Check['a']) => {
    return `${columnLabel(review, stream)} ${values.length === 0 ? 'none' : values.join(', ')}`;
  };
  return `${names[code]}: ${side(a)} / ${side(b)}`;
}
