import type { CommandSpec } from '../command.js';
import { modelOptions } from '../../arguments/options.js';

/** `paralign doctor`. */
export const doctor: CommandSpec = {
  description:
    'Shows the version, the machine, the model and whether its files are intact, where files are\nkept, what the terminal can do, and every setting with where it came from. Exits with 1 when\nsomething is wrong.',
  arguments: [],
  explainsSettings: true,
  options: [modelOptions.model],
  examples: [
    { command: 'paralign doctor', meaning: 'what is in force here, and is it in order' },
    { command: 'paralign doctor --json', meaning: 'the same, for a bug report' },
  ],
  async run(context, args) {
    const { readDoctorRequest } = await import('./request.js');
    const request = readDoctorRequest(args);
    const { runDoctor } = await import('./run.js');
    return runDoctor(context, request);
  },
};
