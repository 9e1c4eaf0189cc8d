/**
 * The whole pipeline: bytes in, table out. Each step is a stage in its own folder; the two
 * halves, which the program runs side by side, are in segmentation.ts and alignment.ts.
 */
import type { Table } from '../domain.js';
import type { AlignOptions } from './align-options.js';
import { alignSegmented } from './alignment.js';
import type { IsolatedRead } from '../read/read-source.js';
import { readInputs } from './read-inputs.js';
import { segmentRead } from './segmentation.js';
import type { SourceInput, TextInput } from './source-input.js';

/**
 * Aligns files and texts sentence by sentence: every source with every other one, also those that one
 * file holds. The same sources, options and model give the same table.
 * Files of formats that may do harm (PDF) are read by `isolate`, without it in this process.
 * Throws AppError for sources that cannot be read; what merely looks doubtful goes to `onDiagnostic`.
 */
export async function alignSources(
  inputs: readonly (SourceInput | TextInput)[],
  options: AlignOptions,
  isolate?: IsolatedRead,
): Promise<Table> {
  const read = await readInputs(inputs, options, isolate);
  const { named, lengths, links } = read;
  return alignSegmented(
    { named, lengths, links, sources: [...segmentRead(read, options)] },
    options,
  );
}
