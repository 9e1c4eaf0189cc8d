/** What a process that reads a file is asked, and what it answers. */
import type { FoundText, FoundTexts, ReaderOptions } from '../../read/documents/document.js';
import type { ErrorCode } from '../../errors.js';

/** The file to read; its bytes come on standard input. */
export interface ReadOrder {
  /** Name of one of paralign's formats. */
  readonly format: string;
  /** What messages call the file. */
  readonly name: string;
  /** How many bytes there are. */
  readonly length: number;
  readonly options: ReaderOptions;
}

/** What came of it. */
export type ReadAnswer =
  | { readonly kind: 'found'; readonly found: FoundText | FoundTexts }
  /** What an AppError is made of; its class is lost between processes. */
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly hint: string | undefined;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** The file descriptor on which a process reports where it is and what limit it reached. */
export const reportDescriptor = 4;

/** A line of such a report. */
export type Report =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'limit'; readonly limit: 'memory' | 'time' };
