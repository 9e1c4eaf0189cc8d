/** Whether the name of an output fits what is in it. */
import { basename, extname } from 'node:path';
import { AppError } from '../../errors.js';

/** A format and the endings that name it, without a dot. */
export interface NamedEndings {
  readonly name: string;
  readonly endings: readonly string[];
}

/** The endings that a command knows. */
export interface KnownEndings {
  /** Formats that it writes. */
  readonly formats: readonly NamedEndings[];
  /** Formats that it will write one day. */
  readonly toCome?: readonly NamedEndings[];
}

/** What says nothing of the format: any may be in it. */
const anyFormat = ['', 'txt'];

/** Belongs to several formats: which is to be said. */
const severalFormats = 'xml';

/**
 * Throws AppError `usage` for an output whose name says that it holds something else than `format`
 * (null: nothing was said of it).
 */
export function checkEnding(path: string, format: string | null, known: KnownEndings): void {
  const name = basename(path);
  const ending = extname(name).slice(1).toLowerCase();
  if (anyFormat.includes(ending)) return;
  const { formats, toCome = [] } = known;
  const names = ({ endings }: NamedEndings): boolean => endings.includes(ending);
  const own = formats.find((candidate) => candidate.name === format);
  if (own !== undefined && (names(own) || ending === severalFormats)) return;
  const other = formats.find(names);
  const expected = toCome.find(names);
  const all = formats.map(({ endings }) => `.${endings[0]}`).join(', ');
  if (own !== undefined && (other ?? expected) !== undefined)
    throw new AppError(
      'usage',
      `${path}: .${ending} is the ending of ${(other ?? expected)?.name}, the format is ${own.name}`,
      { hint: `end it in .${own.endings[0]}, or leave out --format` },
    );
  if (own !== undefined)
    throw new AppError('usage', `${path}: .${ending} is no ending of ${own.name}`, {
      hint: `end it in .${own.endings[0]} or .txt`,
    });
  if (expected !== undefined)
    throw new AppError('usage', `${path}: the ${expected.name} format can't be written yet`, {
      hint: `end it in one of ${all}`,
    });
  throw new AppError('usage', `${path}: the ending .${ending} names no format`, {
    hint:
      ending === severalFormats
        ? 'say which format it is with --format'
        : `end it in one of ${all}, or in .txt and say --format`,
  });
}
