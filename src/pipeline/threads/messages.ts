/** Messages between the main thread and the text thread: plain data. */
import type { Cells } from '../../check/passages.js';
import type { Check, Embedding, Source } from '../../domain.js';
import type { ErrorCode } from '../../errors.js';
import type { Glossary } from '../../text/terms/glossary.js';
import type { ReadSources } from '../alignment.js';
import type { CompareOrder, NearestTable } from '../excerpts/compare-parts.js';
import type { ReadInputs } from '../read-inputs.js';
import type { FileInput, SegmentationSettings } from '../source-input.js';
import type { AlignThreadData } from './align-messages.js';
import type { PackedSentences } from './packed-sentences.js';

/** Orders to the thread. */
export type TextOrder =
  /**
   * The files of the run. After the answer, a `source` follows for each source that is not left to the main thread, and
   * a `vectors` after each of them if the work is divided.
   */
  | {
      readonly kind: 'files';
      readonly inputs: readonly FileInput[];
      readonly settings: SegmentationSettings;
      /** Whether the main thread segments and embeds a part of the sources. */
      readonly isDivided: boolean;
      /** Whether the model is the bundled one, which the thread can load too. */
      readonly isBundled: boolean;
    }
  /** Reads the streams that rows will consist of. */
  | { readonly kind: 'read'; readonly streams: readonly PackedStream[] }
  /** Checks all rows of the streams it has read. */
  | {
      readonly kind: 'check';
      readonly rows: readonly Cells[];
      readonly glossary: Glossary | undefined;
    }
  /** Compares parts of a long source that the thread has read, at the same time as the main thread. */
  | ({ readonly kind: 'compare' } & CompareOrder)
  /** There is no more to do: the thread ends by itself, which is when it keeps its code for the next start. */
  | { readonly kind: 'end' };

/** Asks the thread to align as well, whenever it has nothing else to do; there is no answer. */
export type AlignToo = { readonly kind: 'align' } & AlignThreadData;

/** Its answers, in the order of the orders: one for each, except for `files` and `end`. */
export type TextAnswer =
  | ({ readonly kind: 'files'; readonly left: LeftSources } & Omit<
      ReadSources,
      'sources' | 'embeddings'
    >)
  | { readonly kind: 'source'; readonly source: PackedSource }
  /** Of the streams of a source; null if that failed, so that the main thread finds the error itself. */
  | { readonly kind: 'vectors'; readonly embeddings: readonly (Embedding | null)[] | null }
  | { readonly kind: 'read' }
  | { readonly kind: 'check'; readonly checks: Check[][] }
  /** A table for each short text; null if the thread can't. */
  | { readonly kind: 'compare'; readonly tables: readonly NearestTable[] | null }
  /** Anything but an AppError is sent unchanged. */
  | { readonly kind: 'failure'; readonly failure: FailureFields | Error };

/** The first sources of a run, which are left to the main thread. */
export type LeftSources = Pick<ReadInputs, 'texts' | 'languages'>;

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
