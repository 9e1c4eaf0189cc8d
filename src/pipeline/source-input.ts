/** The input of a run: files and texts, and how they are read. */
import type { ReaderSettings } from '../read/documents/document.js';
import type { DocumentFormat } from '../read/formats.js';
import type { SplittingRules } from '../read/splitting/rules.js';
import type { SourceLanguages } from './references/source-references.js';

/** A file from disk or memory: one source, or several in formats that can contain several. */
export interface SourceInput {
  /**
   * Unique in a run; the name of the source in outputs (`name:part` if the file contains several).
   * Its ending decides the format if the content doesn't: `.md` is Markdown.
   */
  readonly name: string;
  /** The file's bytes, whole or in chunks, in any encoding that is recognised or named. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** The path as the user typed it, by which options may also name the source. */
  readonly operand?: string;
}

/** A file whose bytes are all in memory. */
export interface FileInput extends SourceInput {
  readonly bytes: Uint8Array;
}

/** A source whose text is already known; only a byte order mark is removed. */
export interface TextInput {
  readonly name: string;
  readonly text: string;
}

/** How sources are read and segmented. */
export interface SegmentationOptions extends ReaderSettings {
  /** One sentence per line already: never split, merged or marked as noise. */
  readonly segmented?: boolean;
  /**
   * BCP-47 tag per source, undefined if it is to be detected; or by reference. The sources are those
   * found by reading: a file may contain several.
   */
  readonly languages?: SourceLanguages;
  /** Candidates of language detection. */
  readonly only?: readonly string[];
  /** For sources whose encoding is not recognised. */
  readonly encoding?: string;
  /** Name of the files' format (`text`, `markdown`), for files whose format is recognised wrongly. */
  readonly from?: string;
  /** Formats in addition to paralign's own; tried first. */
  readonly formats?: readonly DocumentFormat[];
  /** Align noise too. */
  readonly keepNoise?: boolean;
  /** How sentences are split; by paralign's own rules where these say nothing. */
  readonly splitting?: SplittingRules;
}

/** How sources are read and segmented, as plain data. */
export type SegmentationSettings = Omit<SegmentationOptions, 'formats'>;

/** How one file is read and segmented. */
export interface SourceOptions extends Omit<SegmentationOptions, 'languages'> {
  /** BCP-47 tag of the whole file; without it, each paragraph's language is detected. */
  readonly language?: string | undefined;
}
