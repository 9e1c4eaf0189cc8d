import { inputOptions, modelOptions, outputOptions } from '../../arguments/options.js';
import type { CommandSpec } from '../command.js';

/** `paralign match DOCUMENTS`. */
export const match: CommandSpec = {
  description:
    'Finds out which documents say the same thing, across languages or within one, and writes a manifest\nfor "paralign batch" (id,source_a,source_b,score,kind,coverage_a,coverage_b,shared_terms,\nshared_passages). It holds only pairs that are believed; score is the probability that a pair is\nright, coverage the share of a document that has a counterpart in the other, kind is translation, rewrite\n(same language) or partial, and the last two say what both share.\n\nDOCUMENTS are two or more folders, zip archives or manifests, each of which is a side; or one folder: the\nfolders in it are the sides, otherwise its files are matched with each other, across languages if\nthey are in several. Folders are searched with all folders in them. Of one manifest, each column is a\nside. Names and paths count only where\nthe texts show that they agree; --by name looks at nothing else.',
  arguments: [
    {
      name: 'DOCUMENTS',
      summary: 'Folders, zip archives, manifests or files',
      kind: 'file',
      max: Infinity,
    },
  ],
  options: [
    {
      long: 'by',
      group: 'Alignment',
      value: { name: 'WHAT', kind: 'choice', choices: ['text', 'name'] },
      summary: 'Match by what the documents say, or only by their names, as batch does',
      default: 'text',
    },
    {
      long: 'partners',
      group: 'Alignment',
      value: { name: 'N', kind: 'choice', choices: ['one', 'many'] },
      summary: 'Whether a document may have several partners, such as an article and its rewrites',
      default: 'one',
    },
    {
      long: 'min-score',
      group: 'Alignment',
      value: { name: 'P', kind: 'number', min: 0.01, max: 1 },
      summary:
        'Probability below which a pair is not believed (default: .5, up to .55 where one pair in a hundred would be false)',
    },
    inputOptions.segmented,
    {
      ...inputOptions.lang,
      summary:
        'Language of a side, by letter, number or name (A=es, 2=English), or in order (es,en), if it is not recognised',
    },
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
      long: 'unmatched',
      group: 'Output',
      value: { name: 'FILE', kind: 'file' },
      summary: 'Also list the documents without a partner, one per line',
    },
    {
      long: 'explain',
      group: 'Output',
      summary: 'Show why each pair was made: shared passages and rare words (with --json as data)',
    },
    {
      long: 'align',
      group: 'Output',
      value: { name: 'DIR', kind: 'folder' },
      summary: 'Then align the pairs as "paralign batch" does, with the results in DIR; needs -o',
    },
  ],
  examples: [
    {
      command: 'paralign match english/ spanish/ -o jobs.csv',
      meaning: 'find the pairs; then run: paralign batch jobs.csv --out results',
    },
    {
      command: 'paralign match crawl/ -o jobs.csv --unmatched alone.txt',
      meaning: 'match the documents of one folder across their languages',
    },
    {
      command: 'paralign match articles/ rewrites/ --partners many -o jobs.csv --align results',
      meaning: 'give an article all of its rewrites, and align them',
    },
  ],
  whenUnread: 'go on',
  async run(context, args) {
    const { readMatchRequest } = await import('./request.js');
    const request = readMatchRequest(context, args);
    const { runMatch } = await import('./run.js');
    return runMatch(context, request);
  },
};
