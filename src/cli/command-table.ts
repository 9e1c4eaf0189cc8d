/** The commands, in the order of help. To add one, write its spec and add an entry here. */
import type { CommandEntry } from './commands/command.js';

/** Every command of the program. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'align',
    summary: 'Align two or more texts, sentence by sentence',
    load: async () => (await import('./commands/align/spec.js')).align,
  },
  {
    name: 'review',
    summary: 'Review an alignment on screen, or continue a review',
    load: async () => (await import('./commands/review/spec.js')).review,
  },
  {
    name: 'convert',
    summary: 'Export a review to another format',
    load: async () => (await import('./commands/convert/spec.js')).convert,
  },
  {
    name: 'report',
    summary: 'Write an alignment as one HTML page',
    load: async () => (await import('./commands/report/spec.js')).report,
  },
  {
    name: 'show',
    summary: 'Print a review pair by pair',
    load: async () => (await import('./commands/show/spec.js')).show,
  },
  {
    name: 'explain',
    summary: 'Explain why sentences were paired',
    load: async () => (await import('./commands/explain/spec.js')).explain,
  },
  {
    name: 'batch',
    summary: 'Align many sets of texts, listed in a file or sorted into folders',
    load: async () => (await import('./commands/batch/spec.js')).batch,
  },
  {
    name: 'worker',
    summary: 'Run jobs that a queue or another system hands out',
    load: async () => (await import('./commands/worker/spec.js')).worker,
  },
  {
    name: 'queue',
    summary: 'Show how far the jobs of a queue are',
    load: async () => (await import('./commands/queue/spec.js')).queue,
  },
  {
    name: 'match',
    summary: 'Find out which documents belong together, and list them for batch',
    load: async () => (await import('./commands/match/spec.js')).match,
  },
  {
    name: 'terms',
    summary: 'List candidate terms and their translations',
    load: async () => (await import('./commands/terms/spec.js')).terms,
  },
  {
    name: 'score',
    summary: 'Score alignments against a hand-made one: precision, recall, F1',
    load: async () => (await import('./commands/score/spec.js')).score,
  },
  {
    name: 'compare',
    summary: 'Compare two alignments of the same texts, or the reviews of two people',
    load: async () => (await import('./commands/compare/spec.js')).compare,
  },
  {
    name: 'stats',
    summary: 'Count what is in alignments: types, confidence, checks, coverage',
    load: async () => (await import('./commands/stats/spec.js')).stats,
  },
  {
    name: 'detect',
    summary: 'Show the paragraphs of a text with their languages',
    load: async () => (await import('./commands/detect/spec.js')).detect,
  },
  {
    name: 'segment',
    summary: 'Show the sentences of a text',
    load: async () => (await import('./commands/segment/spec.js')).segment,
  },
  {
    name: 'embed',
    summary: 'Write a vector for every sentence, for other tools',
    load: async () => (await import('./commands/embed/spec.js')).embed,
  },
  {
    name: 'models',
    summary: 'List, verify or download sentence models',
    load: async () => (await import('./commands/models/spec.js')).models,
  },
  {
    name: 'doctor',
    summary: 'Check the installation, the model and the settings',
    load: async () => (await import('./commands/doctor/spec.js')).doctor,
  },
  {
    name: 'completion',
    summary: 'Print a completion script for bash, zsh or fish',
    load: async () => (await import('./commands/completion/spec.js')).completion,
  },
];
