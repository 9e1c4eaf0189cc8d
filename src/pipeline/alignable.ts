import type { Table } from '../domain.js';
import { AppError } from '../errors.js';

/**
 * Throws AppError `one-text-only` (exit 65) if a run had a single source in a single language, so
 * that there was nothing to align.
 */
export function alignable(table: Table): void {
  const [source] = table.sources;
  if (table.sources.length !== 1 || !source || table.streams.length > 1) return;
  const language = table.streams[0]?.language ?? 'und';
  throw new AppError(
    'one-text-only',
    `${source.name}: there is nothing to align: the whole text is in one language (${language})`,
    { hint: 'name a second source' },
  );
}
