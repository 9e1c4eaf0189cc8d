import type { CommandSpec } from '../command.js';
import { modelOptions } from '../../arguments/options.js';

/** `paralign doctor`. */
export const doctor: CommandSpec = {
  description:
    'Shows the version, the machine, the model and whether it works, where files are kept, what the\nterminal can do, and every setting with its origin. Lists everything that is wrong with the\nconfiguration, by file, line and column. Exits with 78 if a setting is wrong, or 1 if anything\nelse is.',
  arguments: [],
  explainsSettings: true,
  options: [modelOptions.model],
  examples: [
    { command: 'paralign doctor', meaning: 'check everything' },
    { command: 'paralign doctor --json', meaning: 'the same, for a bug report' },
  ],
  async run(context, args) {
    const { readDoctorRequest } = await import('./request.js');
    const request = readDoctorRequest(args);
    const { runDoctor } = await import('./run.js');
    return runDoctor(context, request);
  },
};
