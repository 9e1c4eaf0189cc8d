/** What the program's own thread and the one beside it say to each other: plain data. */
import type { Cells } from '../../check/passages.js';
import type { Check, Source } from '../../domain.js';
import type { ErrorCode } from '../../errors.js';
import type { ReadSources } from '../alignment.js';
import type { FileInput, SegmentationSettings } from '../source-input.js';
import type { PackedSentences } from './packed-sentences.js';

/** What the thread is asked to do. */
export type TextOrder =
  /** The files of the run; a `source` follows for each source that the answer names. */
  | {
      readonly kind: 'files';
      readonly inputs: readonly FileInput[];
      readonly settings: SegmentationSettings;
    }
  /** Reads the streams that rows will be made of. */
  | { readonly kind: 'read'; readonly streams: readonly PackedStream[] }
  /** Checks all rows of the streams that it has read. */
  | { readonly kind: 'check'; readonly rows: readonly Cells[] };

/** What it answers, in the order of the orders: once, but for `files`. */
export type TextAnswer =
  | ({ readonly kind: 'files' } & Omit<ReadSources, 'sources'>)
  | { readonly kind: 'source'; readonly source: PackedSource }
  | { readonly kind: 'read' }
  | { readonly kind: 'check'; readonly checks: Check[][] }
  /** Anything but an AppError travels as it is. */
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

/** What an AppError is made of; its class is lost between threads. */
export interface FailureFields {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | undefined;
}
