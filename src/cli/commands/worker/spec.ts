import type { CommandSpec } from '../command.js';
import { alignOptionTable, jobsOption, outputOptions } from '../../arguments/options.js';

/** `paralign worker --stdin`. */
export const worker: CommandSpec = {
  description:
    'With --stdin, reads a job from every line of standard input and prints one line for each, in their order:\n\n  {"id": 7, "sources": [{"path": "en.txt"}, {"name": "es", "text": "Hola.", "lang": "es"}],\n   "options": {"mode": "parallel"}}\n\nA source is a file, or a text with a name. "options" are those of this command, by their long names, for this\njob alone. The answer is {"id": 7, ...} with what --format json holds, or {"id": 7, "error": {"code",\n"message"}}; "id" is null where a line is no job. Ends with 0 once all lines are answered.',
  arguments: [],
  options: [
    ...alignOptionTable,
    outputOptions.pairsOnly,
    {
      long: 'stdin',
      group: 'Run',
      summary: 'Take jobs from standard input, a line of JSON each, and answer each with a line',
    },
    {
      ...jobsOption,
      configurable: false,
      summary: 'How many jobs to run at once, each in its own process (default: 1)',
    },
  ],
  examples: [
    {
      command: 'paralign worker --stdin < jobs.jsonl > answers.jsonl',
      meaning: 'answer every job of a file',
    },
    {
      command: 'parallel --pipe -N 100 paralign worker --stdin < jobs.jsonl > answers.jsonl',
      meaning: 'the same with GNU parallel, a worker for every hundred jobs',
    },
  ],
  async run(context, args) {
    const { readWorkerRequest } = await import('./request.js');
    const request = readWorkerRequest(context, args);
    const { runWorker } = await import('./run.js');
    return runWorker(context, request);
  },
};
