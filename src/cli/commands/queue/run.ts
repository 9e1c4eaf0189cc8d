/** `paralign queue status`: what a queue holds. */
import type { QueueAddress } from '../../../jobs/queue/queue-address.js';
import { readQueueStatus, type QueueStatus } from '../../../jobs/queue/queue-status.js';
import { oneLine } from '../../../terminal/safe-text.js';
import type { CommandContext } from '../command.js';

/** Prints what a queue holds. */
export async function showStatus(
  { json, stdout }: CommandContext,
  address: QueueAddress,
): Promise<void> {
  const status = await readQueueStatus(address);
  const text = json ? JSON.stringify(status) : statusLines(status).map(oneLine).join('\n');
  await stdout.write(`${text}\n`);
}

/** A status for people, a line each. */
export function statusLines({ jobs, workers, batches, failures }: QueueStatus): string[] {
  const { waiting, running, later, failed } = jobs;
  return [
    `jobs: ${waiting} waiting, ${running} running, ${later} to be tried again, ${failed} failed`,
    `workers: ${workers.length === 0 ? 'none' : workers.join(', ')}`,
    ...batches.map(
      (batch) =>
        `batch ${batch.folder} (${batch.name}): ${batch.done + batch.failed} of ${batch.jobs}` +
        `${batch.failed > 0 ? `, ${batch.failed} failed` : ''}, as of ${batch.reportedAt}`,
    ),
    ...failures.map(
      ({ id, message, attempts }) =>
        `failed: ${id}: ${message}${attempts > 1 ? ` (tried ${attempts} times)` : ''}`,
    ),
    ...(jobs.failed > failures.length ? [`... ${jobs.failed - failures.length} more failed`] : []),
  ];
}
