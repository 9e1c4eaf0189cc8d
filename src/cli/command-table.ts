/** The commands, in the order in which help lists them. Adding one: a file and a line here. */
import type { CommandEntry } from './commands/command.js';

/** Every command of the program. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'align',
    summary: 'Align two or more sources sentence by sentence',
    load: async () => (await import('./commands/align/spec.js')).align,
  },
  {
    name: 'review',
    summary: 'Review an alignment on the screen, or go on with a review',
    load: async () => (await import('./commands/review/spec.js')).review,
  },
  {
    name: 'convert',
    summary: 'Export a review in any output format',
    load: async () => (await import('./commands/convert/spec.js')).convert,
  },
  {
    name: 'show',
    summary: 'Show a review on the terminal, pair by pair',
    load: async () => (await import('./commands/show/spec.js')).show,
  },
  {
    name: 'explain',
    summary: 'Show why a row of the alignment is as it is',
    load: async () => (await import('./commands/explain/spec.js')).explain,
  },
  {
    name: 'batch',
    summary: 'Align many sets of sources, from a manifest or folders',
    load: async () => (await import('./commands/batch/spec.js')).batch,
  },
  {
    name: 'score',
    summary: 'Score alignments against gold: precision, recall, F1',
    load: async () => (await import('./commands/score/spec.js')).score,
  },
  {
    name: 'detect',
    summary: 'Show the paragraphs of sources with their languages',
    load: async () => (await import('./commands/detect/spec.js')).detect,
  },
  {
    name: 'segment',
    summary: 'Show the sentences of sources',
    load: async () => (await import('./commands/segment/spec.js')).segment,
  },
  {
    name: 'embed',
    summary: 'Write the vector of every sentence, for other tools',
    load: async () => (await import('./commands/embed/spec.js')).embed,
  },
  {
    name: 'models',
    summary: 'List, verify or download sentence models',
    load: async () => (await import('./commands/models/spec.js')).models,
  },
  {
    name: 'doctor',
    summary: 'Show what is in force here, and whether it is in order',
    load: async () => (await import('./commands/doctor/spec.js')).doctor,
  },
  {
    name: 'completion',
    summary: 'Print a completion script for bash, zsh or fish',
    load: async () => (await import('./commands/completion/spec.js')).completion,
  },
];
