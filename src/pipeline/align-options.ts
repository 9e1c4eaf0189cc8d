import type { Diagnostic } from '../diagnostics.js';
import type { Embedder, Mode } from '../domain.js';
import type { Glossary } from '../text/terms/glossary.js';
import type { SegmentationOptions } from './source-input.js';
import type { AnchorLines, SourceAnchors } from './references/source-anchors.js';
import type { SourceReference } from './references/source-references.js';
import type { AnchorTexts } from './references/text-anchors.js';

/** What a run needs besides its sources. */
export interface AlignOptions extends SegmentationOptions {
  readonly embedder: Embedder;
  /** `auto` (the default) decides for each pair of streams. */
  readonly mode?: 'auto' | Mode;
  /** The source that rows follow, by index or by reference; the first one by default. */
  readonly pivot?: number | SourceReference;
  /** Known links. They override those that a file itself contains. */
  readonly anchors?: readonly SourceAnchors[] | AnchorLines;
  /** Pairs of texts that are known to belong together: anchors wherever they stand in the sources. */
  readonly anchorTexts?: AnchorTexts;
  /**
   * An expression (in the syntax of SRX rules) that finds the sentences with which chapters begin, besides headings. No
   * pair reaches across the beginning of a chapter.
   */
  readonly boundary?: string;
  /**
   * The most sentences on a side of a pair, 1 to 10. By default what the texts ask for: up to ten, seven where they run in
   * the same order. Known links may be larger.
   */
  readonly maxBead?: number;
  /** Agreed translations: evidence that sentences belong together, and what rows are checked by. */
  readonly glossary?: Glossary;
  /** Compare numbers, dates, names and negation inside each row; on by default. */
  readonly checks?: boolean;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
  /** Reports progress; `done` and `total` count sentences. */
  readonly onProgress?: (stage: string, done: number, total: number) => void;
  /** Aborting makes the run reject with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The options of `alignSources` without those that a run adds itself: plain data. */
export type AlignSettings = Omit<
  AlignOptions,
  'embedder' | 'formats' | 'onDiagnostic' | 'onProgress' | 'signal'
>;
