/** Messages between the main thread and the text thread: plain data. */
import type { Cells } from '../../check/passages.js';
import type { Check, Source } from '../../domain.js';
import type { ErrorCode } from '../../errors.js';
import type { Glossary } from '../../text/terms/glossary.js';
import type { ReadSources } from '../alignment.js';
import type { FileInput, SegmentationSettings } from '../source-input.js';
import type { AlignThreadData } from './align-messages.js';
import type { PackedSentences } from './packed-sentences.js';

/** Orders to the thread. */
export type TextOrder =
  /** The files of the run; a `source` follows for each source that the answer names. */
  | {
      readonly kind: 'files';
      readonly inputs: readonly FileInput[];
      readonly settings: SegmentationSettings;
    }
  /** Reads the streams that rows will consist of. */
  | { readonly kind: 'read'; readonly streams: readonly PackedStream[] }
  /** Checks all rows of the streams it has read. */
  | {
      readonly kind: 'check';
      readonly rows: readonly Cells[];
      readonly glossary: Glossary | undefined;
    }
  /** There is no more to do: the thread ends by itself, which is when it keeps its code for the next start. */
  | { readonly kind: 'end' };

/** Asks the thread to align as well, whenever it has nothing else to do; there is no answer. */
export type AlignToo = { readonly kind: 'align' } & AlignThreadData;

/** Its answers, in the order of the orders: one for each, except for `files` and `end`. */
export type TextAnswer =
  | ({ readonly kind: 'files' } & Omit<ReadSources, 'sources'>)
  | { readonly kind: 'source'; readonly source: PackedSource }
  | { readonly kind: 'read' }
  | { readonly kind: 'check'; readonly checks: Check[][] }
  /** Anything but an AppError is sent unchanged. */
  | { readonly kind: 'failure'; readonly failure: FailureFields | Error };

/** A source on its way between threads. */
export interface PackedSource extends Omit<Source, 'sentences'> {
  readonly sentences: PackedSentences;
}

/** A stream on its way between threads, with the text of its source. */
export interface PackedStream {
  readonly source: number;
  readonly language: string;
  readonly text: string;
  readonly sentences: PackedSentences;
}

/** The parts of an AppError, whose class is lost between threads. */
export interface FailureFields {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | undefined;
}
