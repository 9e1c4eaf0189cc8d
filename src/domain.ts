/**
 * The types that all stages share. Text flows one way:
 * source -> paragraphs -> sentences -> streams -> beads -> groups -> rows.
 *
 * Offsets are 0-based UTF-16 offsets into `Source.text` and half-open: `source.text.slice(start,
 * end)` is the passage. Numbers that people see (`number`, `paragraph`) are 1-based.
 */
import type { NumberMemory } from './number-memory.js';
import type { QualityFault } from './quality-faults.js';

/** A half-open passage of a source's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Why a passage is not part of the text proper: `boilerplate` is page furniture (counters,
 * "Subscribe to get ...", share bars), `markup` is left-over markup such as a piece of an <img>
 * tag, `repeat` repeats an earlier passage of the same source word for word (pull quotes), and
 * `manual` was marked by a reviewer.
 */
export const noiseReasons = ['boilerplate', 'markup', 'repeat', 'manual'] as const;
/** One of `noiseReasons`. */
export type NoiseReason = (typeof noiseReasons)[number];

/** Where a block is in its file, for formats whose text offsets mean nothing to people. */
export type Locator =
  /** A page, 1-based. */
  | { readonly kind: 'page'; readonly page: number }
  /** A subtitle's time on the screen, in milliseconds from the beginning. */
  | { readonly kind: 'cue'; readonly start: number; readonly end: number }
  /** A translation unit or message, by its id in the file. */
  | { readonly kind: 'unit'; readonly id: string }
  /** A file inside the file (a chapter of a book), as the file itself links to it. */
  | { readonly kind: 'href'; readonly href: string }
  /** A table cell: 1-based row and column, and the sheet if there are several. */
  | {
      readonly kind: 'cell';
      readonly row: number;
      readonly column: number;
      readonly sheet?: string;
    };

/** What a block is in its document if it is neither a paragraph nor a heading. */
export const blockKinds = ['list-item', 'table-cell', 'footnote', 'caption', 'quotation'] as const;
/** One of `blockKinds`. */
export type BlockKind = (typeof blockKinds)[number];

/** A passage of a block that its format writes and nobody reads as it stands: `**`, `](https://...)`, `<br>`, `&amp;`. */
export interface Markup extends Span {
  /** It belongs to what follows it, not to what comes before. */
  readonly opens?: true;
  /** What is read in its place, never longer than itself: `&` for `&amp;`. Nothing if absent. */
  readonly says?: string;
}

/** A block of a source as the reader found it, before its language is detected. */
export interface Block extends Span {
  /** 1-based, in document order. */
  readonly number: number;
  /** Heading level from 1, 0 for anything else. */
  readonly heading: number;
  /** Absent for headings, running text, and formats that do not tell. */
  readonly kind?: BlockKind;
  readonly noise: NoiseReason | null;
  /** Its place in the file, if the format has such places. */
  readonly locator?: Locator;
  /** The file marks it as one sentence: it is never split, merged or marked as noise. */
  readonly segmented?: true;
  /** Markup in it, in order, without overlap; absent if there is none. */
  readonly markup?: readonly Markup[];
  /** BCP-47 tag that the file states for it: a hint for detection, and often wrong. */
  readonly stated?: string;
}

/** A block of a source, with its language. */
export interface Paragraph extends Omit<Block, 'stated'> {
  /** BCP-47 tag; `und` if there is no evidence. */
  readonly language: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The unit of alignment. */
export interface Sentence extends Span {
  /** 1-based within its source, noise included. */
  readonly number: number;
  /** Number of its paragraph. */
  readonly paragraph: number;
  /** BCP-47. */
  readonly language: string;
  /**
   * Exactly `source.text.slice(start, end)`; may contain line breaks if the file is hard-wrapped.
   */
  readonly text: string;
  readonly noise: NoiseReason | null;
  /** Markup in it, at its places in the source's text; absent if there is none. */
  readonly markup?: readonly Markup[];
  /** A chapter begins with it: no bead reaches across its beginning. Known in streams only. */
  readonly startsChapter?: true;
}

/**
 * Whether a source's text is the file's own text, and offsets are places in the file, or was
 * extracted from the file, and offsets are places in the extracted text.
 */
export type TextOrigin = 'file' | 'extracted';

/** An encoding that a file may have, and its probability from 0 to 1. */
export interface EncodingGuess {
  readonly encoding: string;
  readonly probability: number;
}

/** The encoding a file was read in, when its bytes leave that in doubt. */
export interface EncodingDoubt extends EncodingGuess {
  /** The alternatives, most probable first. */
  readonly others: readonly EncodingGuess[];
}

/** One text after reading. */
export interface SourceText {
  /**
   * Unique in a run; the name that outputs use: the file's name, with as much of its path as
   * distinguishes it from the others, or `file:part` for one of several texts in a file.
   */
  readonly name: string;
  /**
   * As decoded and otherwise untouched: BOM removed, line ends and normal form as in the file. Or
   * the text extracted from the file.
   */
  readonly text: string;
  /** The format it was read as, by its name in the table of formats: `text`, `markdown`. */
  readonly format: string;
  readonly textIs: TextOrigin;
  /** BCP-47 tag of the whole text, if the file states it. */
  readonly language?: string;
  /** Absent if the encoding of the file is certain. */
  readonly encodingDoubt?: EncodingDoubt;
  /** What was odd about the file when it was read, without its name; absent if nothing was. */
  readonly notices?: readonly string[];
  /** In document order; they do not overlap, and no two begin at the same offset. */
  readonly blocks: readonly Block[];
}

/** Blocks of two texts of one file that the file itself links as translations. */
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
  /** As in `SourceText`; absent if unknown (a review of version 1). */
  readonly format?: string;
  /** As in `SourceText`; the file's own text if absent. */
  readonly textIs?: TextOrigin;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  /** As in `SourceText`. */
  readonly encodingDoubt?: EncodingDoubt;
  /** As in `SourceText`. */
  readonly notices?: readonly string[];
}

/** The sentences of one source in one language, in order. A source in two languages has two streams. */
export interface Stream {
  /** Index of the source in the run. */
  readonly source: number;
  /** BCP-47 tag of the stream; single foreign sentences in it keep their own tag. */
  readonly language: string;
  readonly sentences: readonly Sentence[];
}

/** How a bead was made. */
export const methods = ['parallel', 'comparable', 'anchor', 'manual'] as const;
/** One of `methods`. */
export type Method = (typeof methods)[number];

/** One alignment link: n sentences of one stream with m of another. One side may be empty. */
export interface Bead {
  /** Positions in stream `a` (0-based, ascending). */
  readonly a: readonly number[];
  /** Positions in stream `b` (0-based, ascending). */
  readonly b: readonly number[];
  /**
   * The aligner's similarity score; 0 if a side is empty, and for `manual` beads, which are not
   * measured.
   */
  readonly score: number;
  /** Calibrated probability that the bead is exactly right, 0 to 1; 0 for `manual` beads. */
  readonly confidence: number;
  readonly method: Method;
  /** Out of document order. */
  readonly crossing: boolean;
}

/** The most sentences on one side of a bead that no person set. */
export const largestSide = 10;

/** Whether two streams are translations in the same order, or overlap only in part and in any order. */
export const modes = ['parallel', 'comparable'] as const;
/** One of `modes`. */
export type Mode = (typeof modes)[number];

/** A stretch of two streams that runs in parallel; positions in the streams, half-open. */
export interface Passage {
  readonly a: readonly [from: number, end: number];
  readonly b: readonly [from: number, end: number];
  /** It stands elsewhere in the second text than its neighbours in the first. */
  readonly moved: boolean;
}

/** All beads between two streams; they contain every sentence of both exactly once. */
export interface Alignment {
  /** Index of the first stream in the run. */
  readonly a: number;
  /** Index of the second stream in the run. */
  readonly b: number;
  readonly mode: Mode;
  /** One sentence on why `auto` chose this mode, or that it was requested. */
  readonly reason: string;
  readonly beads: readonly Bead[];
  /** The passages that run in parallel, in the order of the first stream; absent if a mode was requested. */
  readonly passages?: readonly Passage[];
  /** The sentences of a far longer text that were compared: positions, ascending; absent if all were. */
  readonly excerpt?: { readonly side: 'a' | 'b'; readonly positions: Int32Array };
}

/** Beads joined across streams: one row of the synoptic table. */
export interface Group {
  /**
   * For each stream of the run, the positions of its sentences in this row (ascending, possibly
   * none).
   */
  readonly cells: readonly (readonly number[])[];
  /** Mean score of the links inside; 0 for sentences of a single stream. */
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
  'glossary',
] as const;
/** One of `checkCodes`. */
export type CheckCode = (typeof checkCodes)[number];

/** One side of a check's finding: the passages that have no counterpart. */
export interface CheckSide {
  /** Index of the stream in the run. */
  readonly stream: number;
  /** The values as the check understood them, e.g. `2020-11-30`; empty if this side lacks them. */
  readonly values: readonly string[];
  /**
   * Their places in the source's text, one span per value; none if a reviewer edited this side's
   * text.
   */
  readonly spans: readonly Span[];
}

/** A difference between two sides of a row that a person should look at. */
export interface Check {
  readonly code: CheckCode;
  readonly a: CheckSide;
  readonly b: CheckSide;
}

/** What the reviewer decided about a row. */
export const statuses = ['unreviewed', 'accepted', 'rejected', 'edited'] as const;
/** One of `statuses`. */
export type Status = (typeof statuses)[number];

/** A group and everything known about it; outputs write one line for each. */
export interface Row extends Group {
  /** The number that a review knows it by, from 1; its place among the rows if absent. */
  readonly id?: number;
  readonly status: Status;
  readonly checks: readonly Check[];
  readonly note: string;
  /** A reviewer's bookmark. */
  readonly flagged?: boolean;
  /** How good an example of translation it is, 0 to 1; absent where nobody judged it, and without a link. */
  readonly quality?: number;
  /** Why its quality is low, the gravest first; absent where it is not, or not known. */
  readonly faults?: readonly QualityFault[];
  /** For streams whose text a reviewer edited: the text to show instead, by stream index. */
  readonly edits?: Readonly<Record<number, string>>;
}

/** How two documents relate. */
export const matchKinds = ['translation', 'rewrite', 'partial'] as const;
/** One of `matchKinds`. */
export type MatchKind = (typeof matchKinds)[number];

/** A passage that two documents share. */
export interface SharedPassage {
  readonly a: string;
  readonly b: string;
}

/** Why documents were taken for texts that say the same thing, before they were aligned. */
export interface MatchReason {
  /** Probability that they belong together. */
  readonly score: number;
  readonly kind: MatchKind;
  /** Share of each source that has a counterpart, between 0 and 1; empty if unknown. */
  readonly coverage: readonly number[];
  /** Rare names, words and numbers that they share. */
  readonly terms: readonly string[];
  /** The clearest of those that they share, in the order of the first text. */
  readonly passages: readonly SharedPassage[];
}

/** The complete result of a run; the input of every writer and of the review. */
export interface Table {
  readonly sources: readonly Source[];
  readonly streams: readonly Stream[];
  /** Pairwise, as aligned; each pair of streams at most once, `a < b`. */
  readonly alignments: readonly Alignment[];
  /** Every sentence of every stream exactly once, in the reading order of the first source. */
  readonly rows: readonly Row[];
  /** Higher than every number that a row has or had; one more than the number of rows if absent. */
  readonly nextId?: number;
  /** Where documents were matched first. */
  readonly match?: MatchReason;
}

/** One unit-length row per sentence. */
export interface Vectors {
  readonly count: number;
  readonly dimension: number;
  /** count x dimension, row-major; unit rows, all zero where nothing is known. */
  readonly units: Float32Array;
  /**
   * The rows `from` to `to` (exclusive) of `units`, where those of a long text are only made when they are asked for.
   * There, `units` makes all and keeps them.
   */
  readonly rows?: (from: number, to: number) => Float32Array;
  /** Length of each row's unnormalised sum: span arithmetic adds up `unit * norm`. */
  readonly norms: Float32Array;
}

/** The subword pieces of a list of sentences, for features that count single words: lexicon and coverage. */
export interface Pieces {
  /** Local piece ids (places in `texts`) of all sentences, one after the other. */
  readonly ids: Int32Array;
  /** Where each sentence begins in `ids`; count + 1 entries. */
  readonly offsets: Int32Array;
  /** The distinct pieces as text. */
  readonly texts: readonly string[];
  /** One row per distinct piece, in the order of `texts` unless `rows` says otherwise. */
  readonly vectors: Vectors;
  /** The row of each distinct piece, where `vectors` are those of a longer text. */
  readonly rows?: Int32Array;
  /** The sentences' vectors that the pieces add up to, where they are not those of the embedding. */
  readonly sums?: Vectors;
}

/** The result of embedding a stream. */
export interface Embedding {
  readonly vectors: Vectors;
  /** Null for models without meaningful single-piece vectors (transformers). */
  readonly pieces: Pieces | null;
  /** What the bundled model knows of the same sentences, where another one is in use beside it. */
  readonly bundled?: Embedding;
}

/** How texts are embedded. */
export interface EmbedOptions {
  /** Whether the pieces are wanted as well. */
  readonly pieces?: boolean;
  /** Whether the vectors of many texts may be made when they are asked for, for as long as the model is open. */
  readonly onDemand?: boolean;
  /** Where the vectors are put, if their memory is to be used again; the bundled model does. */
  readonly memory?: NumberMemory;
  /** Called with the number of texts done so far. */
  readonly onProgress?: (done: number) => void;
}

/** A loaded sentence model. */
export interface Embedder {
  /** Name and content hash: the key of cached vectors. */
  readonly id: string;
  readonly dimension: number;
  /** BCP-47 languages the model was trained on; null when unknown. */
  readonly languages: ReadonlySet<string> | null;
  /** Embeds texts in order; `onProgress` is called with the number done so far. */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Embedding>;
  close(): Promise<void>;
}

/** A piece of an output. An output is one file, or several with the same name and different endings. */
export interface OutputPart {
  /** The ending appended to the output's name: `.en` of `book.moses.en`, usually empty. */
  readonly file: string;
  /** The next part of that file; text is written as UTF-8. */
  readonly chunk: string | Uint8Array;
}
