/**
 * Warnings are data: stages report them as values, and only this module turns them into sentences.
 * What to do about a warning depends on where it is read, so the front ends add that.
 */

import type { EncodingDoubt, EncodingGuess } from './domain.js';

/** What a filter goes by. */
export const filterReasons = [
  'status',
  'confidence',
  'quality',
  'checks',
  'type',
  'language',
  'repeat',
] as const;
/** One of `filterReasons`. */
export type FilterReason = (typeof filterReasons)[number];

/** Something a person should know that doesn't stop the run. */
export type Diagnostic =
  /** The model was not trained on a stream's language. */
  | {
      readonly code: 'language-unknown-to-model';
      readonly source: string;
      readonly language: string;
      readonly model: string;
    }
  /** The model knows a stream's language, but not well. */
  | {
      readonly code: 'language-weak-in-model';
      readonly source: string;
      readonly language: string;
      readonly model: string;
    }
  /** A stream's language was guessed from too little text. */
  | {
      readonly code: 'language-uncertain';
      readonly source: string;
      readonly paragraphs: readonly number[];
    }
  /** A source's bytes may be in several encodings. */
  | ({ readonly code: 'encoding-uncertain'; readonly source: string } & EncodingDoubt)
  /** A source's file is odd in some way that did not stop its reading. */
  | { readonly code: 'odd-file'; readonly source: string; readonly notice: string }
  /** A file of known translations was looked up in the sources. */
  | {
      readonly code: 'anchors-found';
      readonly source: string;
      readonly found: number;
      readonly total: number;
    }
  /** A source is all noise, or has no sentences. */
  | { readonly code: 'nothing-to-align'; readonly source: string }
  /** Sentences that are in no stream: a stray foreign passage, or an unknown language. */
  | { readonly code: 'sentences-left-out'; readonly source: string; readonly count: number }
  /** Rejected rows, which an output without statuses lists as unaligned sentences. */
  | { readonly code: 'rejected-unaligned'; readonly count: number }
  /** Rejected rows that an output of pairs leaves out. */
  | { readonly code: 'rejected-left-out'; readonly count: number }
  /** Rows without a partner, noise among them, that an output of pairs leaves out. */
  | { readonly code: 'unpaired-left-out'; readonly count: number }
  /** Noise that an output without it leaves out. */
  | { readonly code: 'noise-left-out'; readonly count: number }
  /** Rows that a filter of an output leaves out. */
  | { readonly code: 'filtered-out'; readonly reason: FilterReason; readonly count: number }
  /** Links out of order, which an output without room for them lists as unaligned sentences. */
  | { readonly code: 'crossing-unaligned'; readonly count: number }
  /** Characters that the format of an output forbids. */
  | { readonly code: 'characters-replaced'; readonly count: number }
  /** Anything else that needs saying once. */
  | { readonly code: 'note'; readonly message: string };

/** One line without a full stop: what and where. */
export function describeDiagnostic(diagnostic: Diagnostic): string {
  switch (diagnostic.code) {
    case 'language-unknown-to-model':
      return `${diagnostic.source}: the model "${diagnostic.model}" was not trained on "${diagnostic.language}"; expect poor pairs`;
    case 'language-weak-in-model':
      return `${diagnostic.source}: the model "${diagnostic.model}" knows "${diagnostic.language}" poorly; expect more wrong pairs than usual`;
    case 'language-uncertain':
      return `${diagnostic.source}: the language of ${diagnostic.paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${diagnostic.paragraphs.join(', ')} is uncertain`;
    case 'encoding-uncertain':
      return `${diagnostic.source}: read as ${guess(diagnostic)}${alternatives(diagnostic.others)}`;
    case 'odd-file':
      return `${diagnostic.source}: ${diagnostic.notice}`;
    case 'anchors-found':
      return `${diagnostic.source}: ${diagnostic.found} of its ${diagnostic.total} pairs occur in the texts and were used as anchors`;
    case 'nothing-to-align':
      return `${diagnostic.source}: no sentences to align (the text is empty or all noise)`;
    case 'sentences-left-out':
      return diagnostic.count === 1
        ? `${diagnostic.source}: 1 sentence is left out because of its language`
        : `${diagnostic.source}: ${diagnostic.count} sentences are left out because of their language`;
    case 'rejected-unaligned':
      return `${rows(diagnostic.count, 'rejected ')} written as unaligned`;
    case 'rejected-left-out':
      return `${rows(diagnostic.count, 'rejected ')} left out`;
    case 'unpaired-left-out':
      return `${rows(diagnostic.count, 'unpaired ')} left out`;
    case 'noise-left-out':
      return `${rows(diagnostic.count)} of noise left out`;
    case 'filtered-out':
      return `${rows(diagnostic.count)} left out ${filterWords[diagnostic.reason]}`;
    case 'crossing-unaligned':
      return `${rows(diagnostic.count, 'crossing ')} written as unaligned`;
    case 'characters-replaced':
      return diagnostic.count === 1
        ? '1 character that the format forbids is replaced by U+FFFD'
        : `${diagnostic.count} characters that the format forbids are replaced by U+FFFD`;
    case 'note':
      return diagnostic.message;
  }
}

const filterWords: Readonly<Record<FilterReason, string>> = {
  status: 'because of the status',
  confidence: 'because of the confidence',
  quality: 'because of the quality',
  checks: 'because no check found a difference',
  type: 'because of the type',
  language: 'because of the language',
  repeat: 'because the same pair comes before',
};

function guess({ encoding, probability }: EncodingGuess): string {
  return `${encoding} (${Math.round(probability * 100)}%)`;
}

function alternatives(others: readonly EncodingGuess[]): string {
  if (others.length === 0) return ', but this is not certain';
  const words = others.map(guess);
  const last = words.pop();
  return words.length > 0
    ? `; ${words.join(', ')} and ${last} are also possible`
    : `; ${last} is also possible`;
}

function rows(count: number, kind = ''): string {
  return count === 1 ? `1 ${kind}row is` : `${count} ${kind}rows are`;
}
