/** What readers of documents take and give. */
import type { Block, BlockLinks, EncodingDoubt, NoiseReason, TextOrigin } from '../../domain.js';

/** A block as a reader finds it. Numbers and more noise are added when all blocks are known. */
export interface FoundBlock extends Omit<Block, 'number' | 'noise'> {
  /** Where the document itself shows that the block is not part of the text proper. */
  readonly noise?: NoiseReason;
}

/** A text in a file, with its blocks in order. */
export interface FoundText {
  readonly text: string;
  readonly blocks: readonly FoundBlock[];
  /** Tells it from the file's other texts: a language, a column, a file inside an archive. */
  readonly part?: string;
  /** BCP-47 tag of the whole text, where the file says so itself. */
  readonly language?: string;
  /** For readers that decode by themselves: absent if the encoding is certain. */
  readonly encodingDoubt?: EncodingDoubt;
  /**
   * What is odd about the file and does not stop its reading, each as one clause without the file's name:
   * `3 units have no text in fr`.
   */
  readonly notices?: readonly string[];
}

/** Several texts in a file, maybe with links between their blocks. */
export interface FoundTexts {
  readonly texts: readonly FoundText[];
  readonly links?: readonly BlockLinks[];
}

/** How particular formats are read; plain data. */
export interface ReaderSettings {
  /** The columns of a table to read, in order, by header, letter or number from 1. */
  readonly columns?: readonly string[];
  /**
   * Whether the rows of a table say what belongs together (`linked`, the default), or each column is a
   * running text.
   */
  readonly rows?: TableRows;
  /** Join the subtitles that one sentence runs over. */
  readonly joinCues?: boolean;
}

/** How the columns of a table are related. */
export const tableRows = ['linked', 'text'] as const;
/** One of `tableRows`. */
export type TableRows = (typeof tableRows)[number];

/** What a reader is asked for. */
export interface ReaderOptions extends ReaderSettings {
  /** Every line is a block, empty ones too: readers whose text is the file's own go by lines then. */
  readonly segmented: boolean;
  /** Name of the encoding if somebody named it; for readers that decode by themselves. */
  readonly encoding?: string;
  /** Told before each page is read, where a format has pages, with the characters found before it. */
  readonly onPage?: (page: number, characters: number) => void;
}

type Found = FoundText | FoundTexts;

/**
 * Finds texts and their blocks in a file. A reader takes decoded text, or bytes when the format has
 * an encoding of its own or none, or a stream of bytes when it need not hold the file at once. It
 * throws AppError, which names the file, for what it can't read safely and whole.
 */
export type DocumentReader = { readonly textIs: TextOrigin } & (
  | {
      readonly takes: 'text';
      read(name: string, text: string, options: ReaderOptions): Found | Promise<Found>;
    }
  | {
      readonly takes: 'bytes';
      read(name: string, bytes: Uint8Array, options: ReaderOptions): Found | Promise<Found>;
    }
  | {
      readonly takes: 'stream';
      read(
        name: string,
        chunks: AsyncIterable<Uint8Array>,
        options: ReaderOptions,
      ): Found | Promise<Found>;
    }
);
