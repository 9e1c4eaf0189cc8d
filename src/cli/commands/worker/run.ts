/** `paralign worker`: answers jobs that other systems hand out. */
import { AppError } from '../../../errors.js';
import { answerLines } from '../../../jobs/lines/answer-lines.js';
import { pooledRunner } from '../../../jobs/workers/runners.js';
import { describeWithFlags, errorHint } from '../../output/flag-hints.js';
import type { CommandContext } from '../command.js';
import type { WorkerRequest } from './request.js';

/** Runs `paralign worker --stdin`. */
export async function runWorker(context: CommandContext, request: WorkerRequest): Promise<void> {
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
