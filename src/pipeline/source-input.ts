/** What a run is given: files and texts, and how they are read. */
import type { ReaderSettings } from '../read/documents/document.js';
import type { DocumentFormat } from '../read/formats.js';
import type { SplittingRules } from '../read/splitting/rules.js';
import type { SourceLanguages } from './source-references.js';

/** A file as it came from disk or from memory: one source, or several in formats that hold several. */
export interface SourceInput {
  /**
   * Unique in a run; what outputs call the source (`name:part` where the file holds several). Its
   * ending says what the file is where the content doesn't: `.md` is Markdown.
   */
  readonly name: string;
  /** The file's bytes, whole or as they come, in any encoding that is recognised or named. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** The path as the user typed it, by which options may name the source as well. */
  readonly operand?: string;
}

/** A file whose bytes are all there. */
export interface FileInput extends SourceInput {
  readonly bytes: Uint8Array;
}

/** A source whose text is known already; it stays as it is but for a byte order mark. */
export interface TextInput {
  readonly name: string;
  readonly text: string;
}

/** How sources are read and segmented. */
export interface SegmentationOptions extends ReaderSettings {
  /** One sentence a line already: never split, merged or marked as noise. */
  readonly segmented?: boolean;
  /**
   * BCP-47 tag per source, undefined where it is to be detected; or by reference. Sources are those
   * that reading finds: a file may hold several.
   */
  readonly languages?: SourceLanguages;
  /** Candidates of language detection. */
  readonly only?: readonly string[];
  /** For sources whose encoding is not recognised. */
  readonly encoding?: string;
  /** Name of the files' format (`text`, `markdown`), for files that are taken for something else. */
  readonly from?: string;
  /** Formats besides those that paralign has; they are asked first. */
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
  /** BCP-47 tag of all that is in the file; detected paragraph by paragraph without it. */
  readonly language?: string | undefined;
}
