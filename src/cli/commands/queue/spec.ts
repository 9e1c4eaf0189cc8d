import type { CommandSpec } from '../command.js';
import { queueOption } from '../../arguments/options.js';

/** `paralign queue status`. */
export const queue: CommandSpec = {
  description:
    'Shows what a queue holds: jobs, the batches of the last week and how far they are, the workers, and the jobs that\nwere set aside with their errors.',
  arguments: [{ name: 'ACTION', summary: 'What to do', kind: 'choice', choices: ['status'] }],
  options: [queueOption],
  examples: [
    {
      command: 'paralign queue status --queue redis://host',
      meaning: 'see from anywhere how far the batches are',
    },
  ],
  async run(context, args) {
    const { readAction } = await import('./request.js');
    readAction(args);
    const { requireQueue } = await import('../../arguments/queue-option.js');
    const address = await requireQueue(context, args);
    const { showStatus } = await import('./run.js');
    return showStatus(context, address);
  },
};
