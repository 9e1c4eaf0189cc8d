import type { CommandSpec } from '../command.js';
import { inputOptions, modelOptions, outputOptions } from '../../arguments/options.js';

/** `paralign embed FILE`. */
export const embed: CommandSpec = {
  description:
    'Writes a vector of length one for every sentence, in the order and with the numbers of "paralign\nsegment", noise included; with --segmented, for every line. A sentence without any word that the\nmodel knows gets a row of zeros. npy and raw are float32 in C order, little-endian.',
  arguments: [{ name: 'FILE', summary: 'Text or Markdown file, - for stdin', kind: 'file' }],
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
      summary: 'By the ending of FILE, else npy; on a terminal jsonl',
    },
  ],
  examples: [
    {
      command: 'paralign embed report.es.txt -o report.es.npy',
      meaning: 'one row a sentence, for numpy.load',
    },
    {
      command: 'paralign embed overlaps.txt --segmented --format raw -o overlaps.bin',
      meaning: 'one row a line, as vecalign reads them',
    },
  ],
  async run(context, args) {
    const { readEmbedRequest } = await import('./request.js');
    const request = readEmbedRequest(context, args);
    const { runEmbed } = await import('./run.js');
    return runEmbed(context, request);
  },
};
