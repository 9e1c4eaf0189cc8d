/** How people name a source of a run: by its column's letter, its number, or its name. */
import { AppError } from '../../errors.js';
import { columnIndex, columnLetters } from '../../text/column-letters.js';

/** A source as outputs and as the user call it. */
export interface NamedSource {
  readonly name: string;
  /** The operand as typed. */
  readonly operand?: string;
}

/**
 * Index of the source that `reference` means: its name or path first, then its letter (`A`, `b`) or
 * 1-based number. Throws AppError `usage`; `option` is named in the message.
 */
export function findSource(
  reference: string,
  sources: readonly NamedSource[],
  option: string,
): number {
  const byName = sources.findIndex(
    ({ name, operand }) => name === reference || operand === reference,
  );
  if (byName >= 0) return byName;
  const index = /^[1-9]\d*$/.test(reference)
    ? Number(reference) - 1
    : (columnIndex(reference) ?? -1);
  if (index >= 0 && index < sources.length) return index;
  throw new AppError('usage', `${option}: no source "${reference}"`, {
    hint: `sources go by letter, number or name: ${sources
      .map(({ name }, order) => `${columnLetters(order).toUpperCase()}=${name}`)
      .join(', ')}`,
  });
}
