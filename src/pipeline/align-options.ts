import type { Diagnostic } from '../diagnostics.js';
import type { Embedder, Mode } from '../domain.js';
import type { SegmentationOptions } from './source-input.js';
import type { AnchorLines, SourceAnchors } from './source-anchors.js';
import type { SourceReference } from './source-references.js';

/** What a run needs besides its sources. */
export interface AlignOptions extends SegmentationOptions {
  readonly embedder: Embedder;
  /** `auto` (the default) decides for each pair of streams. */
  readonly mode?: 'auto' | Mode;
  /** The source that rows follow, by index or by reference; the first one by default. */
  readonly pivot?: number | SourceReference;
  /** Links that are known. They count for more than those that a file itself makes. */
  readonly anchors?: readonly SourceAnchors[] | AnchorLines;
  /** Compare numbers, dates, names and negation inside each row; on by default. */
  readonly checks?: boolean;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
  /** Called with what is going on, for progress; `done` and `total` count sentences. */
  readonly onProgress?: (stage: string, done: number, total: number) => void;
  /** Aborting makes the run reject with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What `alignSources` takes, without what a run adds itself: plain data. */
export type AlignSettings = Omit<
  AlignOptions,
  'embedder' | 'formats' | 'onDiagnostic' | 'onProgress' | 'signal'
>;
