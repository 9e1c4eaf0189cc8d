import type { ReadSources } from '../alignment.js';
import type { RowChecker } from '../row-checker.js';
import type { FileInput, SegmentationSettings } from '../source-input.js';

/** Whoever reads, segments and checks the texts of one run. */
export interface TextWork extends RowChecker {
  /**
   * Reads all inputs of the run, then segments what they hold, source by source, without being asked
   * again. Rejects as `readInputs` does.
   */
  read(inputs: readonly FileInput[], settings: SegmentationSettings): Promise<ReadSources>;
  /** Ends it, whatever it is doing. */
  close(): Promise<void>;
}
