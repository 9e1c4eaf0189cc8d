/**
 * References to a source that has not been read yet: the letter of its column, its number or its name.
 * They are resolved once all sources are read.
 */
import { AppError } from '../../errors.js';
import { columnIndex, columnLetters } from '../../text/column-letters.js';

/** A source by its name in outputs and by the user's name for it. */
export interface NamedSource {
  readonly name: string;
  /** The operand as typed; `operand:part` for one of several sources of a file. */
  readonly operand?: string;
}

/** A source by letter, number or name. */
export interface SourceReference {
  readonly source: string;
  /** Where it was given, for messages: `--pivot`. */
  readonly where: string;
}

/** Languages of some sources, or of all in order. Plain data. */
export interface LanguageReferences {
  /**
   * A source by letter, number or name, or by its 0-based index, and its BCP-47 tag. The last one
   * for a source counts.
   */
  readonly bySource: readonly { readonly source: string | number; readonly language: string }[];
  /** Empty, or a language for every source. */
  readonly inOrder: readonly string[];
  /** Where they were given, for messages: `--lang`. */
  readonly where: string;
}

/** Languages by index of the source, or by reference. */
export type SourceLanguages = readonly (string | undefined)[] | LanguageReferences;

/**
 * Index of the source that `reference` means: its name or path first, then its letter (`A`, `b`) or
 * 1-based number. Throws AppError `usage`; `option` appears in the message.
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
    hint: `refer to a source by letter, number or name: ${sources
      .map(({ name }, order) => `${columnLetters(order).toUpperCase()}=${name}`)
      .join(', ')}`,
  });
}

/**
 * The language of every source, undefined if none is given. Throws AppError `usage` for a missing
 * source, or if languages in order are more or fewer than the sources.
 */
export function resolveLanguages(
  languages: SourceLanguages | undefined,
  sources: readonly NamedSource[],
): (string | undefined)[] {
  if (languages === undefined) return sources.map(() => undefined);
  if (!('bySource' in languages)) return sources.map((_, index) => languages[index]);
  const { bySource, inOrder, where } = languages;
  const resolved: (string | undefined)[] = sources.map(() => undefined);
  for (const { source, language } of bySource) {
    resolved[typeof source === 'number' ? source : findSource(source, sources, where)] = language;
  }
  if (inOrder.length > 0 && inOrder.length !== sources.length) {
    throw new AppError(
      'usage',
      `${where} ${inOrder.join(',')}: ${inOrder.length} languages for ${sources.length} sources`,
      { hint: `say which source you mean: ${where} A=es` },
    );
  }
  return sources.map((_, index) => resolved[index] ?? inOrder[index]);
}

/** Index of the source that rows follow. Throws AppError `usage` for a missing source. */
export function resolvePivot(
  pivot: number | SourceReference | undefined,
  sources: readonly NamedSource[],
): number | undefined {
  return typeof pivot === 'object' ? findSource(pivot.source, sources, pivot.where) : pivot;
}
