import type { CommandSpec } from '../command.js';
import { inputOptions, modelOptions, outputOptions } from '../../arguments/options.js';

/** `paralign embed FILE`. */
export const embed: CommandSpec = {
  description:
    'Writes a vector of length one for every sentence, in the order of "paralign segment" and including\nnoise; with --segmented, for every line. A sentence without any word that the model knows gets a\nrow of zeros. npy and raw are little-endian float32 in C order.',
  arguments: [{ name: 'FILE', summary: 'A text; - is standard input', kind: 'file' }],
  options: [
    inputOptions.segmented,
    inputOptions.lang,
    inputOptions.only,
    inputOptions.encoding,
    inputOptions.from,
    inputOptions.columns,
    inputOptions.rows,
    inputOptions.joinCues,
    inputOptions.srx,
    inputOptions.abbreviations,
    modelOptions.model,
    modelOptions.cache,
    outputOptions.output,
    outputOptions.clobber,
    {
      long: 'format',
      group: 'Output',
      value: { name: 'FORMAT', kind: 'choice', choices: ['npy', 'raw', 'jsonl'] },
      summary:
        'Format of the result (default: by the ending of FILE, otherwise npy; on a terminal jsonl)',
    },
  ],
  examples: [
    {
      command: 'paralign embed report.es.txt -o report.es.npy',
      meaning: 'write one row per sentence, for numpy.load',
    },
    {
      command: 'paralign embed overlaps.txt --segmented --format raw -o overlaps.bin',
      meaning: 'write one row per line, for vecalign',
    },
  ],
  async run(context, args) {
    const { readEmbedRequest } = await import('./request.js');
    const request = readEmbedRequest(context, args);
    const { runEmbed } = await import('./run.js');
    return runEmbed(context, request);
  },
};
