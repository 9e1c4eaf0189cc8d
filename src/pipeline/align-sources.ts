/**
 * The whole pipeline: bytes in, table out. Each step is a stage in its own folder; the two
 * halves, which the program runs side by side, are in segmentation.ts and alignment.ts.
 */
import type { Table } from '../domain.js';
import type { AlignOptions } from './align-options.js';
import { alignSegmented } from './alignment.js';
import { readInputs } from './read-inputs.js';
import { segmentRead } from './segmentation.js';
import type { SourceInput, TextInput } from './source-input.js';

/**
 * Aligns files and texts sentence by sentence: every source with every other one, including those in
 * one file. The same sources, options and model give the same table.
 * Throws AppError for sources that can't be read; doubtful cases are reported to `onDiagnostic`.
 */
export async function alignSources(
  inputs: readonly (SourceInput | TextInput)[],
  options: AlignOptions,
): Promise<Table> {
  const read = await readInputs(inputs, options);
  const { named, links } = read;
  return alignSegmented({ named, links, sources: [...segmentRead(read, options)] }, options);
}
