/**
 * The way through the house: bytes in, table out. Each step is a stage of its own folder; the two
 * halves, which the program lets run side by side, are in segmentation.ts and alignment.ts.
 */
import { alignSegmented } from './alignment.js';
import type { Table } from '../domain.js';
import { segment } from './segmentation.js';
import type { SourceInput } from './source-input.js';
import type { TextInput } from './source-input.js';
import type { AlignOptions } from './align-options.js';

/**
 * Aligns sources sentence by sentence. The same sources, options and model give the same table.
 * Throws AppError for sources that can't be read; what merely looks doubtful goes to `onDiagnostic`.
 */
export async function alignSources(
  inputs: readonly (SourceInput | TextInput)[],
  options: AlignOptions,
): Promise<Table> {
  const sources = inputs.map((input, index) =>
    segment(input, { ...options, language: options.languages?.[index] }),
  );
  return alignSegmented(sources, options);
}
