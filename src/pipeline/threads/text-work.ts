import type { CarryOutTasks } from '../align-tasks.js';
import type { ReadSources } from '../alignment.js';
import type { ModelChoice } from '../chosen-model.js';
import type { RowChecker } from '../row-checker.js';
import type { FileInput, SegmentationSettings } from '../source-input.js';

/** Reads, segments and checks the texts of one run. */
export interface TextWork extends RowChecker {
  /**
   * Reads all inputs of the run, then segments their texts source by source without further
   * requests. Nobody else may need the bytes of the inputs. Rejects as `readInputs` does.
   *
   * @param model what they will be embedded with; some may be embedded on the way
   */
  read(
    inputs: readonly FileInput[],
    settings: SegmentationSettings,
    model: ModelChoice,
  ): Promise<ReadSources>;
  /** Aligns, on as many cores as the run may use. */
  readonly carryOut: CarryOutTasks;
  /** Ends the work immediately. */
  close(): Promise<void>;
}
