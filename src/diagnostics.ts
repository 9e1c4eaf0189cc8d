/**
 * Warnings are data: stages report them as values, and this is the only place that makes
 * sentences of them. What to do about them depends on where they are read: front ends add it.
 */

import type { EncodingDoubt, EncodingGuess } from './domain.js';

/** Something a person should know that doesn't stop the run. */
export type Diagnostic =
  /** The model was not trained on a stream's language. */
  | {
      readonly code: 'language-unknown-to-model';
      readonly source: string;
      readonly language: string;
      readonly model: string;
    }
  /** A stream's language was guessed from too little. */
  | {
      readonly code: 'language-uncertain';
      readonly source: string;
      readonly paragraphs: readonly number[];
    }
  /** A source's bytes may be in several encodings. */
  | ({ readonly code: 'encoding-uncertain'; readonly source: string } & EncodingDoubt)
  /** All of a source is noise, or it holds no sentence. */
  | { readonly code: 'nothing-to-align'; readonly source: string }
  /** Sentences that no stream took (a stray foreign passage, unknown language). */
  | { readonly code: 'sentences-left-out'; readonly source: string; readonly count: number }
  /** Rejected rows that an output without statuses has as unaligned sentences. */
  | { readonly code: 'rejected-unaligned'; readonly count: number }
  /** Rejected rows that an output of pairs leaves out. */
  | { readonly code: 'rejected-left-out'; readonly count: number }
  /** Rows without a partner, noise among them, that an output of pairs leaves out. */
  | { readonly code: 'unpaired-left-out'; readonly count: number }
  /** Rows that the filters of an output leave out. */
  | { readonly code: 'filtered-out'; readonly count: number }
  /** Anything else that a module has to say once. */
  | { readonly code: 'note'; readonly message: string };

/** One line without a full stop: what and where. */
export function describeDiagnostic(diagnostic: Diagnostic): string {
  switch (diagnostic.code) {
    case 'language-unknown-to-model':
      return `${diagnostic.source}: the model "${diagnostic.model}" was not trained on "${diagnostic.language}"; expect poor pairs`;
    case 'language-uncertain':
      return `${diagnostic.source}: the language of ${diagnostic.paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${diagnostic.paragraphs.join(', ')} is uncertain`;
    case 'encoding-uncertain':
      return `${diagnostic.source}: read as ${guess(diagnostic)}${alternatives(diagnostic.others)}`;
    case 'nothing-to-align':
      return `${diagnostic.source}: no sentence to align (all of it is noise or empty)`;
    case 'sentences-left-out':
      return `${diagnostic.source}: ${diagnostic.count} ${diagnostic.count === 1 ? 'sentence is' : 'sentences are'} in no stream`;
    case 'rejected-unaligned':
      return `${rows(diagnostic.count)} rejected: written as unaligned`;
    case 'rejected-left-out':
      return `${rows(diagnostic.count)} rejected: left out`;
    case 'unpaired-left-out':
      return `${rows(diagnostic.count)} without a partner: left out`;
    case 'filtered-out':
      return `${rows(diagnostic.count)} left out by the filters`;
    case 'note':
      return diagnostic.message;
  }
}

function guess({ encoding, probability }: EncodingGuess): string {
  return `${encoding} (${Math.round(probability * 100)}%)`;
}

function alternatives(others: readonly EncodingGuess[]): string {
  if (others.length === 0) return ', which is not certain';
  const words = others.map(guess);
  const last = words.pop();
  return `; ${words.length > 0 ? `${words.join(', ')} or ` : ''}${last} is possible`;
}

function rows(count: number): string {
  return count === 1 ? '1 row is' : `${count} rows are`;
}
