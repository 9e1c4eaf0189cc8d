/** The first half of the way: from bytes to sentences, source by source. */
import type { Source } from '../domain.js';
import { detectLanguages } from '../language/detect-languages.js';
import { readSource } from '../read/read-source.js';
import { segmentSource } from '../segment/segment-source.js';

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

/**
 * One source from bytes or text to sentences: read, languages detected, split. Throws AppError for
 * a source that can't be read (empty, binary, not decodable).
 */
export function segment(input: SourceInput | TextInput, options: SourceOptions = {}): Source {
  const { segmented = false, keepNoise = false, encoding, only, language } = options;
  const known = 'text' in input;
  const bytes = known ? new TextEncoder().encode(input.text) : input.bytes;
  const read = readSource(input.name, bytes, {
    segmented,
    ...(known ? { encoding: 'utf-8' } : encoding !== undefined && { encoding }),
  });
  const paragraphs = detectLanguages(read, {
    ...(language && { language }),
    ...(only && { only }),
    whole: segmented,
  });
  const sentences = segmentSource(read, paragraphs, { segmented, keepNoise });
  return { name: read.name, text: read.text, paragraphs, sentences };
}
