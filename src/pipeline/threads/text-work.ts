import type { Source } from '../../domain.js';
import type { SourceInput, SourceOptions } from '../source-input.js';
import type { RowChecker } from '../row-checker.js';

/** Whoever reads, segments and checks the texts of one run. */
export interface TextWork extends RowChecker {
  /** As `segment` of segmentation.ts. All sources are to be asked for at once. */
  segment(input: SourceInput, options: SourceOptions): Promise<Source>;
  /** Ends it, whatever it is doing. */
  close(): Promise<void>;
}
