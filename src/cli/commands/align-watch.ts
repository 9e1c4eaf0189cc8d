import type { AlignFilesOptions } from '../../pipeline/files/align-files.js';
import { ProgressEstimate } from '../output/progress-estimate.js';
import type { CommandContext } from './command.js';

/** Connects an alignment to the command line: warnings, progress and signals. */
export function alignWatch(
  context: CommandContext,
): Required<Pick<AlignFilesOptions, 'cwd' | 'signal' | 'onDiagnostic' | 'onProgress' | 'compute'>> {
  const estimate = new ProgressEstimate(() => performance.now());
  return {
    cwd: context.cwd,
    signal: context.signal,
    onDiagnostic: (diagnostic) => context.warn(diagnostic),
    onProgress: (stage, done, total) => context.progress(estimate.line(stage, done, total)),
    compute: (work) => context.endingAtOnce(work),
  };
}
