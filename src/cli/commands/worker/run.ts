/** `paralign worker`: answers jobs that other systems hand out. */
import { AppError } from '../../../errors.js';
import { answerLines } from '../../../jobs/lines/answer-lines.js';
import { pooledRunner } from '../../../jobs/workers/runners.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { describeWithFlags, errorHint } from '../../output/flag-hints.js';
import type { CommandContext } from '../command.js';
import type { LinesRequest, ServeRequest } from './request.js';

/** Runs `paralign worker --stdin`. */
export async function answerStandardInput(
  context: CommandContext,
  request: LinesRequest,
): Promise<void> {
  const { cwd, signal, streams, stdout } = context;
  if (streams.stdin.isTTY)
    throw new AppError('stdin-is-a-terminal', 'standard input is the terminal, not jobs', {
      hint: 'pipe jobs in, a line of JSON each: paralign worker --stdin < jobs.jsonl',
    });
  await context.holding(async () => {
    const runner = await pooledRunner(request.lanes, request.model);
    try {
      await answerLines(streams.stdin, {
        runner,
        settings: request.settings,
        model: request.model,
        folder: cwd,
        write: (line) => stdout.write(line),
        words: { diagnostic: describeWithFlags, hint: errorHint },
        signal,
      });
    } finally {
      await runner.close();
    }
  });
}

/** Runs `paralign worker --queue`. */
export async function serve(
  context: CommandContext,
  { queue, lanes, model }: ServeRequest,
): Promise<void> {
  const { signal, quiet, stderr, warn } = context;
  // Loaded late: it brings the queue's library.
  const { serveQueue } = await import('../../../jobs/queue/serve-queue.js');
  await context.holding(async () => {
    const runner = await pooledRunner(lanes, model, undefined, { drains: true });
    let done = 0;
    let failed = 0;
    if (!quiet) await stderr.write(`serving ${queue.shown}, ${lanes} at a time\n`);
    try {
      await serveQueue(queue, {
        runner,
        signal,
        onEnd: (result) => {
          if (result.status === 'failed') {
            failed++;
            void stderr.write(`paralign: ${oneLine(`${result.id}: ${result.error.message}`)}\n`);
          } else done++;
          context.progress(`${done} done${failed > 0 ? `, ${failed} failed` : ''}`);
        },
        onTrouble: (message) =>
          warn({
            code: 'note',
            message: `the queue at ${queue.shown} does not answer (${message}); waiting for it`,
          }),
      });
    } finally {
      await runner.close();
    }
    if (!quiet) await stderr.write(`${done} done${failed > 0 ? `, ${failed} failed` : ''}\n`);
  });
}
