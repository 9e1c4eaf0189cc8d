/** Checks that the ending of an output file fits its format. */
import { basename, extname } from 'node:path';
import { AppError } from '../../errors.js';

/** A format and the endings that name it, without a dot. */
export interface NamedEndings {
  readonly name: string;
  readonly endings: readonly string[];
}

/** The endings that a command knows. */
export interface KnownEndings {
  /** Formats that it can write. */
  readonly formats: readonly NamedEndings[];
}

/** Endings that fit every format. */
const anyFormat = ['', 'txt'];

/** An ending of several formats: --format must name one. */
const severalFormats = 'xml';

/**
 * Throws AppError `usage` if the name of an output contradicts `format` (null if no format was
 * given).
 */
export function checkEnding(path: string, format: string | null, known: KnownEndings): void {
  const name = basename(path);
  const ending = extname(name).slice(1).toLowerCase();
  if (anyFormat.includes(ending)) return;
  const { formats } = known;
  const names = ({ endings }: NamedEndings): boolean => endings.includes(ending);
  const own = formats.find((candidate) => candidate.name === format);
  if (own !== undefined && (names(own) || ending === severalFormats)) return;
  const other = formats.find(names);
  const all = formats.map(({ endings }) => `.${endings[0]}`).join(', ');
  if (own !== undefined && other !== undefined)
    throw new AppError(
      'usage',
      `${path}: .${ending} is the ending of ${other.name}, but the format is ${own.name}`,
      { hint: `use the ending .${own.endings[0]}, or leave out --format` },
    );
  if (own !== undefined)
    throw new AppError('usage', `${path}: .${ending} is not an ending of ${own.name}`, {
      hint: `use the ending ${[...new Set([own.endings[0], 'txt'])].map((one) => `.${one}`).join(' or ')}`,
    });
  throw new AppError('usage', `${path}: .${ending} is not the ending of a known format`, {
    hint:
      ending === severalFormats
        ? 'name the format with --format'
        : `use one of the endings ${all}, or .txt with --format`,
  });
}
