import type { CommandSpec } from '../command.js';
import { modelOptions } from '../../arguments/options.js';

/** `paralign doctor`. */
export const doctor: CommandSpec = {
  description:
    'Shows the version, the system, the model and whether it works, the folders in use, what the\nterminal can do, and where each setting comes from. Lists every mistake in the configuration, with\nfile, line and column. Exits with 78 if a setting is wrong, or with 1 if anything else is.',
  arguments: [],
  explainsSettings: true,
  options: [modelOptions.model],
  examples: [
    { command: 'paralign doctor', meaning: 'check everything' },
    { command: 'paralign doctor --json', meaning: 'print the same as JSON, for a bug report' },
  ],
  async run(context, args) {
    const { readDoctorRequest } = await import('./request.js');
    const request = readDoctorRequest(args);
    const { runDoctor } = await import('./run.js');
    return runDoctor(context, request);
  },
};
