import { parse } from 'csv-parse/sync';
import { AppError } from '../../errors.js';

/**
 * The columns that `--columns` names: separated by commas; a header with a comma in it stands in quotes, as
 * in CSV. Throws AppError `usage` for no column and for a quote that is not closed.
 */
export function readColumns(value: string): string[] {
  const names = parseLine(value).map((name) => name.trim());
  if (names.length === 0 || names.some((name) => name === '')) throw unclear(value);
  return names;
}

function parseLine(value: string): string[] {
  try {
    const [line = []]: string[][] = parse(value, { relaxColumnCount: true });
    return line;
  } catch (error) {
    throw unclear(value, error);
  }
}

function unclear(value: string, cause?: unknown): AppError {
  return new AppError('usage', `--columns: "${value}" is not a list of columns`, {
    hint: 'name them by header, letter or number: en,es or B,D or 2,4',
    cause,
  });
}
