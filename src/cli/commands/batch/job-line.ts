import type { Job, JobResult } from '../../../jobs/job.js';
import { errorHint } from '../../output/flag-hints.js';

/** One line for people about a finished job. */
export function jobLine(job: Job, result: JobResult): string {
  if (result.status === 'failed') {
    const { message } = result.error;
    const hint = errorHint(result.error);
    return `${job.id}: failed: ${message}${hint ? `; ${hint}` : ''}`;
  }
  const { facts } = result.finished;
  const { pairs, unmatched, noise, doubtful, differences } = facts.counts;
  const languages = facts.sources.map(({ languages: own }) => own.join('+') || '-').join(' ');
  const leftOut = facts.diagnostics.reduce(
    (sum, diagnostic) => sum + (diagnostic.code === 'filtered-out' ? diagnostic.count : 0),
    0,
  );
  const counts = [
    `${pairs} ${facts.sources.length > 2 ? 'row' : 'pair'}${pairs === 1 ? '' : 's'}`,
    `${unmatched.join('+')} unmatched`,
    ...(noise > 0 ? [`${noise} noise`] : []),
    ...(doubtful > 0 ? [`${doubtful} doubtful`] : []),
    ...(differences > 0 ? [`${differences} with differences`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out by filters`] : []),
  ];
  const modes = facts.modes.join('+');
  return `${job.id}: ${languages}, ${modes}: ${counts.join(', ')}${result.status === 'unchanged' ? ' (unchanged)' : ''}`;
}
