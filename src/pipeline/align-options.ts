import type { Diagnostic } from '../diagnostics.js';
import type { Embedder, Mode } from '../domain.js';
import type { SegmentationOptions } from './source-input.js';
import type { SourceAnchors } from './source-anchors.js';

/** What a run is told besides its sources. */
export interface AlignOptions extends SegmentationOptions {
  readonly embedder: Embedder;
  /** `auto` (the default) decides for each pair of streams. */
  readonly mode?: 'auto' | Mode;
  /** Index of the source that rows follow; the first one by default. */
  readonly pivot?: number;
  readonly anchors?: readonly SourceAnchors[];
  /** Compare numbers, dates, names and negation inside each row; on by default. */
  readonly checks?: boolean;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
  /** Called with what is going on, for progress. */
  readonly onProgress?: (stage: string, done: number, total: number) => void;
  /** Aborting makes the run reject with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What `alignSources` takes, without what a run adds itself. */
export type AlignSettings = Omit<
  AlignOptions,
  'embedder' | 'onDiagnostic' | 'onProgress' | 'signal'
>;
