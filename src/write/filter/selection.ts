/** What the filters of an output are. */
import type { Status } from '../../domain.js';
import type { Dedup, DedupSide } from './repeats.js';

/** The parts of an output that is divided by confidence, in the order in which they are written. */
export const partNames = ['sure', 'rest'] as const;

/** One part of an output that is divided. */
export interface Part {
  readonly name: (typeof partNames)[number];
  /** The confidence from which a record is sure, 0 to 1. */
  readonly from: number;
}

/** Which records are written. */
export interface Selection {
  /** Leave out records that link nothing: with fewer than two non-empty cells, or rejected. */
  readonly pairsOnly?: boolean;
  /** Treat rejected records as links like all others. */
  readonly rejected?: boolean;
  /** Only records with one of these statuses. */
  readonly statuses?: readonly Status[];
  /** Only records of at least this confidence, 0 to 1; links made by a reviewer have none and are kept. */
  readonly minConfidence?: number;
  /** Only records of at least this quality, 0 to 1; what links nothing has none and is kept. */
  readonly minQuality?: number;
  /** Only records in which a check found a difference. */
  readonly differing?: boolean;
  /** Only records of one of these types: sentences per column, `2-1`. */
  readonly types?: readonly string[];
  /** Only records that have a text in all languages of one of these lists: BCP-47 tags; `en` includes `en-GB`. */
  readonly languages?: readonly (readonly string[])[];
  /** Only what the other filters refuse, with the reason. */
  readonly refused?: boolean;
  /** Of pairs that repeat each other, only the first that the other filters keep. */
  readonly dedup?: Dedup;
  /** Which of their texts must be the same; all of them if absent. */
  readonly dedupBy?: DedupSide;
  /** Only one part of an output that is divided by confidence. */
  readonly part?: Part;
}
