/** What a run is given: sources, and how they are read. */

/** A source as it came from disk or from memory. */
export interface SourceInput {
  /** Unique in a run; what outputs call the source. A name ending in `.md` is read as Markdown. */
  readonly name: string;
  /** The file's bytes, in any encoding that is recognised or named. */
  readonly bytes: Uint8Array;
}

/** A source whose text is known already. */
export interface TextInput {
  readonly name: string;
  readonly text: string;
}

/** How sources are read and segmented. */
export interface SegmentationOptions {
  /** One sentence a line already: never split, merged or marked as noise. */
  readonly segmented?: boolean;
  /** BCP-47 tag per source, undefined where it is to be detected. */
  readonly languages?: readonly (string | undefined)[];
  /** Candidates of language detection. */
  readonly only?: readonly string[];
  /** For sources whose encoding is not recognised. */
  readonly encoding?: string;
  /** Align noise too. */
  readonly keepNoise?: boolean;
}

/** How one source is read and segmented. */
export interface SourceOptions extends Omit<SegmentationOptions, 'languages'> {
  /** BCP-47 tag of the whole source; detected paragraph by paragraph without it. */
  readonly language?: string | undefined;
}
