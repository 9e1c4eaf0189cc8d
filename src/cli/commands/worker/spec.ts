import type { CommandSpec } from '../command.js';
import {
  alignOptionTable,
  jobsOption,
  outputOptions,
  queueOption,
} from '../../arguments/options.js';

/** `paralign worker --stdin`. */
export const worker: CommandSpec = {
  description:
    'With --stdin, reads a job from every line of standard input and prints one line for each, in their order:\n\n  {"id": 7, "sources": [{"path": "en.txt"}, {"name": "es", "text": "Hola.", "lang": "es"}],\n   "options": {"mode": "parallel"}}\n\nA source is a file, or a text with a name. "options" are those of this command, by their long names, for this\njob alone. The answer is {"id": 7, ...} with what --format json holds, or {"id": 7, "error": {"code",\n"message"}}; "id" is null where a line is no job. Ends with 0 once all lines are answered.\n\nWith --queue, runs the jobs that "paralign batch --queue" puts there, on any number of machines, until it is ended:\nSIGTERM lets the jobs under way finish first. Their files are on a file system that all machines share.',
  arguments: [],
  options: [
    ...alignOptionTable,
    outputOptions.pairsOnly,
    {
      long: 'stdin',
      group: 'Run',
      summary: 'Take jobs from standard input, a line of JSON each, and answer each with a line',
    },
    { ...queueOption, summary: `Take jobs from batches elsewhere. ${queueOption.summary}` },
    {
      ...jobsOption,
      configurable: false,
      summary:
        'How many jobs to run at once, each in its own process (default: 1, with --queue one per core)',
    },
  ],
  examples: [
    {
      command: 'paralign worker --queue redis://host',
      meaning: 'run the jobs of a queue on all cores',
    },
    {
      command: 'paralign worker --stdin < jobs.jsonl > answers.jsonl',
      meaning: 'answer every job of a file',
    },
    {
      command: 'parallel --pipe -N 100 paralign worker --stdin < jobs.jsonl > answers.jsonl',
      meaning: 'the same with GNU parallel, a worker for every hundred jobs',
    },
  ],
  whenUnread: 'fail',
  async run(context, args) {
    const { readWorkerRequest } = await import('./request.js');
    const request = await readWorkerRequest(context, args);
    const { answerStandardInput, serve } = await import('./run.js');
    return request.from === 'stdin'
      ? answerStandardInput(context, request)
      : serve(context, request);
  },
};
