/**
 * The types that every stage shares. Text flows one way:
 * source -> paragraphs -> sentences -> streams -> beads -> groups -> rows.
 *
 * Offsets are 0-based UTF-16 offsets into `Source.text`, half-open, so that
 * `source.text.slice(start, end)` gives the passage back. Numbers that people see
 * (`number`, `paragraph`) are 1-based.
 */

/** A half-open passage of a source's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Why a passage is not part of the text proper: `boilerplate` is page furniture (counters, "Subscribe
 * to get ...", share bars), `markup` left-over markup such as a piece of an <img> tag, `repeat` what
 * was said before in the same source, word for word (pull quotes), `manual` what a reviewer took out.
 */
export const noiseReasons = ['boilerplate', 'markup', 'repeat', 'manual'] as const;
/** One of `noiseReasons`. */
export type NoiseReason = (typeof noiseReasons)[number];

/** Where a block stands in its file, for files whose offsets in the text say nothing to people. */
export type Locator =
  /** A page, 1-based. */
  | { readonly kind: 'page'; readonly page: number }
  /** A subtitle's time on the screen, in milliseconds from the beginning. */
  | { readonly kind: 'cue'; readonly start: number; readonly end: number }
  /** A translation unit or message, by the id that the file gives it. */
  | { readonly kind: 'unit'; readonly id: string }
  /** A file inside the file, a chapter of a book, as the file itself links to it. */
  | { readonly kind: 'href'; readonly href: string }
  /** A table's cell: 1-based row and column, and the sheet where there are several. */
  | {
      readonly kind: 'cell';
      readonly row: number;
      readonly column: number;
      readonly sheet?: string;
    };

/** A block of a source as the reader found it, before its language is known. */
export interface Block extends Span {
  /** 1-based, in document order. */
  readonly number: number;
  /** Markdown or HTML heading level, 0 for running text. */
  readonly heading: number;
  readonly noise: NoiseReason | null;
  /** Where it stands in the file, if the format has such places. */
  readonly locator?: Locator;
  /** The file marks it as one sentence: it is never split, merged or taken for noise. */
  readonly segmented?: true;
}

/** A block of a source, with its language. */
export interface Paragraph extends Block {
  /** BCP-47 tag, `und` when there is nothing to go by. */
  readonly language: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The unit that is aligned. */
export interface Sentence extends Span {
  /** 1-based within its source, noise included. */
  readonly number: number;
  /** Number of the paragraph it stands in. */
  readonly paragraph: number;
  /** BCP-47. */
  readonly language: string;
  /** Exactly `source.text.slice(start, end)`; may hold line breaks of a hard-wrapped file. */
  readonly text: string;
  readonly noise: NoiseReason | null;
}

/**
 * Whether a source's text is the file's own, so that offsets are places in the file, or was
 * extracted from it, so that offsets are places in what was extracted.
 */
export type TextOrigin = 'file' | 'extracted';

/** An encoding that a file may be in, and how probable that is, from 0 to 1. */
export interface EncodingGuess {
  readonly encoding: string;
  readonly probability: number;
}

/** In which encoding a file was read where its bytes leave that in doubt. */
export interface EncodingDoubt extends EncodingGuess {
  /** What else it may be, the most probable first. */
  readonly others: readonly EncodingGuess[];
}

/** One text after reading. */
export interface SourceText {
  /**
   * Unique in a run; what outputs call it: the file's name (with as much of its path as tells it from
   * the others), `file:part` for one of several texts of a file.
   */
  readonly name: string;
  /**
   * As decoded, untouched: BOM removed, line ends and normal form as in the file. Or what was
   * extracted from the file.
   */
  readonly text: string;
  /** What it was read as, by its name in the table of formats: `text`, `markdown`. */
  readonly format: string;
  readonly textIs: TextOrigin;
  /** BCP-47 tag of the whole text, where the file says so itself. */
  readonly language?: string;
  /** Absent where the encoding of the file is certain. */
  readonly encodingDoubt?: EncodingDoubt;
  /** In document order; they don't overlap, and no two begin at the same offset. */
  readonly blocks: readonly Block[];
}

/** Blocks of two texts of one file that the file itself gives as each other's translation. */
export interface BlockLinks {
  /** Index of the first text among those of the file. */
  readonly a: number;
  /** Index of the second text among those of the file. */
  readonly b: number;
  /** Numbers of blocks, 1-based. */
  readonly links: readonly { readonly a: readonly number[]; readonly b: readonly number[] }[];
}

/** One text, segmented. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** As in `SourceText`; absent where nobody knows (a review of version 1). */
  readonly format?: string;
  /** As in `SourceText`; the file's own when absent. */
  readonly textIs?: TextOrigin;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  /** As in `SourceText`. */
  readonly encodingDoubt?: EncodingDoubt;
}

/** The sentences of one source in one language, in order. A source in two languages has two. */
export interface Stream {
  /** Index of the source in the run. */
  readonly source: number;
  /** BCP-47 tag of the stream; single foreign sentences inside it keep their own. */
  readonly language: string;
  readonly sentences: readonly Sentence[];
}

/** How a bead came about. */
export const methods = ['parallel', 'comparable', 'anchor', 'manual'] as const;
/** One of `methods`. */
export type Method = (typeof methods)[number];

/** One alignment link: n sentences of one stream with m of another. One side may be empty. */
export interface Bead {
  /** Positions in stream `a` (0-based, ascending). */
  readonly a: readonly number[];
  /** Positions in stream `b` (0-based, ascending). */
  readonly b: readonly number[];
  /** Similarity as the aligner computed it; 0 for an empty side, and for `manual` beads: nobody measured them. */
  readonly score: number;
  /** Calibrated probability that the bead is exactly right, 0 to 1; 0 for `manual` beads. */
  readonly confidence: number;
  readonly method: Method;
  /** Out of document order. */
  readonly crossing: boolean;
}

/** Whether two streams are translations in the same order or overlap in part, in any order. */
export const modes = ['parallel', 'comparable'] as const;
/** One of `modes`. */
export type Mode = (typeof modes)[number];

/** All beads between two streams: every sentence of both exactly once. */
export interface Alignment {
  /** Index of the first stream in the run. */
  readonly a: number;
  /** Index of the second stream in the run. */
  readonly b: number;
  readonly mode: Mode;
  /** One sentence on why `auto` took this mode, or that it was asked for. */
  readonly reason: string;
  readonly beads: readonly Bead[];
}

/** Beads joined across streams: one row of the synoptic table. */
export interface Group {
  /** For every stream of the run, the positions of its sentences in this row (ascending, maybe none). */
  readonly cells: readonly (readonly number[])[];
  /** Mean score of the links inside; 0 for a single stream's sentences. */
  readonly score: number;
  /** Smallest confidence of the links that hold the row together. */
  readonly confidence: number;
  readonly method: Method;
  readonly crossing: boolean;
}

/** What a check compares. */
export const checkCodes = [
  'number',
  'date',
  'unit',
  'name',
  'negation',
  'quotation',
  'length',
  'untranslated',
] as const;
/** One of `checkCodes`. */
export type CheckCode = (typeof checkCodes)[number];

/** One side of what a check found: the passages that have no counterpart. */
export interface CheckSide {
  /** Index of the stream in the run. */
  readonly stream: number;
  /** The values as the check understood them, e.g. `2020-11-30`; empty when this side lacks it. */
  readonly values: readonly string[];
  /** Where they stand in the source's text, one span a value; none where a reviewer edited this side's text. */
  readonly spans: readonly Span[];
}

/** Something that differs between two sides of a row and that a person should look at. */
export interface Check {
  readonly code: CheckCode;
  readonly a: CheckSide;
  readonly b: CheckSide;
}

/** What the reviewer decided about a row. */
export const statuses = ['unreviewed', 'accepted', 'rejected', 'edited'] as const;
/** One of `statuses`. */
export type Status = (typeof statuses)[number];

/** A group with what is known about it: what outputs write, one line each. */
export interface Row extends Group {
  /** The number that a review knows it by, from 1; its place among the rows when absent. */
  readonly id?: number;
  readonly status: Status;
  readonly checks: readonly Check[];
  readonly note: string;
  /** A reviewer's bookmark. */
  readonly flagged?: boolean;
  /** For streams whose text a reviewer edited: the text to show instead. Index = stream. */
  readonly edits?: Readonly<Record<number, string>>;
}

/** Everything a run found; the input of every writer and of the review. */
export interface Table {
  readonly sources: readonly Source[];
  readonly streams: readonly Stream[];
  /** Pairwise, as aligned; each pair of streams at most once, `a < b`. */
  readonly alignments: readonly Alignment[];
  /** Every sentence of every stream exactly once, in reading order of the first source. */
  readonly rows: readonly Row[];
  /** Above every number that a row has or had; one more than there are rows when absent. */
  readonly nextId?: number;
}

/** One unit row a sentence. */
export interface Vectors {
  readonly count: number;
  readonly dimension: number;
  /** count x dimension, row-major; unit rows, all zero where nothing was known. */
  readonly units: Float32Array;
  /** Length of each row's unnormalised sum: `unit * norm` is what span arithmetic adds up. */
  readonly norms: Float32Array;
}

/** The subword pieces of a list of sentences, for what counts single words: lexicon and coverage. */
export interface Pieces {
  /** Local piece ids (rows of `vectors`) of all sentences, one after the other. */
  readonly ids: Int32Array;
  /** Where each sentence begins in `ids`; count + 1 entries. */
  readonly offsets: Int32Array;
  /** The distinct pieces as text. */
  readonly texts: readonly string[];
  /** One row a distinct piece. */
  readonly vectors: Vectors;
}

/** What embedding a stream gives. */
export interface Embedding {
  readonly vectors: Vectors;
  /** Null for models that have no meaningful single-piece vectors (transformers). */
  readonly pieces: Pieces | null;
}

/** A loaded sentence model. */
export interface Embedder {
  /** Name and content hash: the key of cached vectors. */
  readonly id: string;
  readonly dimension: number;
  /** BCP-47 languages the model was trained on; null when unknown. */
  readonly languages: ReadonlySet<string> | null;
  /** Embeds texts in order; `onProgress` gets the number done so far. */
  embed(
    texts: readonly string[],
    options?: { readonly pieces?: boolean; readonly onProgress?: (done: number) => void },
  ): Promise<Embedding>;
  close(): Promise<void>;
}

/** A piece of an output. An output is one file, or several of the same name with different endings. */
export interface OutputPart {
  /** What the file's name has after the output's own: `.en` of `book.moses.en`, mostly nothing. */
  readonly file: string;
  /** What comes next in that file; text is written as UTF-8. */
  readonly chunk: string | Uint8Array;
}
