import type { AlignFilesOptions } from '../../pipeline/files/align-files.js';
import type { CommandContext } from './command.js';

/** What an alignment on the command line is watched by: warnings, progress, signals. */
export function alignWatch(
  context: CommandContext,
): Required<Pick<AlignFilesOptions, 'cwd' | 'signal' | 'onDiagnostic' | 'onProgress' | 'compute'>> {
  return {
    cwd: context.cwd,
    signal: context.signal,
    onDiagnostic: (diagnostic) => context.warn(diagnostic),
    onProgress: (stage, done, total) => context.progress(`${stage} ${done} of ${total}`),
    compute: (work) => context.endingAtOnce(work),
  };
}
