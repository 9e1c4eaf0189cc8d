import type { CommandSpec } from '../command.js';
import { modelOptions } from '../../arguments/options.js';

/** `paralign doctor`. */
export const doctor: CommandSpec = {
  description:
    'Shows the version, the machine, the model and whether it is intact and works, where files are\nkept, what the terminal can do, every setting with where it came from, and all that is wrong\nwith the configuration, with file, line and column. Exits with 78 when a setting is wrong,\nwith 1 when something else is.',
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
