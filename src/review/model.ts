/**
 * The parts of a review. Sentences and rows have ids whose meaning never changes. So splitting a
 * sentence or merging rows affects nothing else, and a change can be recorded in a few bytes and
 * reversed.
 */
import { type QualityFault } from '../quality-faults.js';
import type { NumberedPassage } from '../text/number-passages.js';
import type { SplittingRules } from '../read/splitting/rules.js';
import type { Glossary } from '../text/terms/glossary.js';
import type {
  Check,
  MatchReason,
  Method,
  Mode,
  NoiseReason,
  Source,
  Span,
  Status,
} from '../domain.js';

/** A source as stored in the review, with its text, so that the original file is not needed. */
export type ReviewSource = Omit<Source, 'sentences'>;

/** A column of the review: the sentences of one source in one language. */
export interface ReviewStream {
  readonly source: number;
  readonly language: string;
}

/** A sentence; its text is `sources[source].text.slice(start, end)`. */
export interface ReviewSentence extends Span {
  readonly id: number;
  readonly source: number;
  /** Its column; null for noise and for sentences that belong to no stream. */
  readonly stream: number | null;
  readonly paragraph: number;
  readonly language: string;
  readonly noise: NoiseReason | null;
}

/** One line of the review: a bead, or a group over more than two streams. */
export interface ReviewRow {
  readonly id: number;
  /** For every stream the ids of its sentences here, in the order of the text. */
  readonly cells: readonly (readonly number[])[];
  readonly score: number;
  readonly confidence: number;
  readonly method: Method;
  readonly crossing: boolean;
  readonly status: Status;
  /** Whether a reviewer put it back into the queue. */
  readonly doubt: boolean;
  /** A reviewer's bookmark; says nothing about the decision. */
  readonly flagged: boolean;
  readonly note: string;
  /** Stream -> the text a reviewer wrote instead; the source's own text stays. */
  readonly edits: Readonly<Record<number, string>>;
  readonly checks: readonly Check[];
  /** How good an example of translation its texts are, 0 to 1; absent where nobody judged them as they are now. */
  readonly quality?: number;
  /** Why its quality is low, the gravest first; absent where it is not. */
  readonly faults?: readonly QualityFault[];
}

/** What two streams were aligned as. */
export interface ReviewAlignment {
  readonly a: number;
  readonly b: number;
  readonly mode: Mode;
  readonly reason: string;
  /** The passages that ran in parallel when the texts were aligned, by the numbers of their sentences. */
  readonly passages?: readonly NumberedPassage[];
}

/** The elementary changes of a review. Each contains everything needed to reverse it. */
export type Change =
  /** The rows `removed`, from index `at` on, were replaced with `inserted`. */
  | {
      readonly type: 'rows';
      readonly at: number;
      readonly removed: readonly ReviewRow[];
      readonly inserted: readonly ReviewRow[];
    }
  /** Decisions on many rows at once: rows by id, one status each before and after. */
  | {
      readonly type: 'status';
      readonly rows: readonly number[];
      readonly before: readonly Status[];
      readonly after: readonly Status[];
    }
  /** Sentences that were split again, marked as noise or marked as text again. */
  | {
      readonly type: 'sentences';
      readonly removed: readonly ReviewSentence[];
      readonly inserted: readonly ReviewSentence[];
    }
  /** A paragraph's language was corrected. */
  | {
      readonly type: 'paragraph';
      readonly source: number;
      readonly number: number;
      readonly before: string;
      readonly after: string;
    };

/** One step of the history: what the reviewer did, in words and in changes. */
export interface Entry {
  /** Past tense, for the status line: "merged 118 and 119". */
  readonly label: string;
  /** Row to select after doing it. */
  readonly to: number;
  /** Row to select after undoing it. */
  readonly from: number;
  readonly changes: readonly Change[];
  /** Who decided it, where that is not the person at the screen. */
  readonly by?: string;
}

/** All steps, and how many are in effect: entries from `position` on were undone. */
export interface History {
  readonly position: number;
  readonly entries: readonly Entry[];
}

/** How the sources were aligned, for aligning again; the writer's words, not the review's. */
export interface ReviewOrigin {
  /** Name of the model whose vectors aligned the sources; null when unknown. */
  readonly model: string | null;
  readonly segmented: boolean;
  /** The encoding named for the sources; absent if it was recognised. */
  readonly encoding?: string;
  /** How sentences were split, where somebody said so. */
  readonly splitting?: SplittingRules;
  /** Agreed translations that the rows are checked by, where there are any. */
  readonly glossary?: Glossary;
}

/** A review: immutable; every operation returns a new one. */
export interface Review {
  readonly origin: ReviewOrigin;
  readonly sources: readonly ReviewSource[];
  readonly streams: readonly ReviewStream[];
  readonly alignments: readonly ReviewAlignment[];
  /** Index = id; undefined where a sentence was split again. */
  readonly sentences: readonly (ReviewSentence | undefined)[];
  /** In reading order. */
  readonly rows: readonly ReviewRow[];
  /** The first id that no row has had. */
  readonly nextRow: number;
  readonly history: History;
  /** Number of records (done, undone, redone) so far: the journal's counter. */
  readonly sequence: number;
  /** Why the sources were taken for texts that belong together, where documents were matched first. */
  readonly match?: MatchReason;
}

/** What a review file contains; sentences and rows may be made while they are written, and each time anew. */
export interface ReviewContent extends Omit<Review, 'sentences' | 'rows'> {
  readonly sentences: Iterable<ReviewSentence | undefined>;
  readonly rows: Iterable<ReviewRow>;
}

/** The result of an operation: the step to take, or why it can't be taken. */
export type Draft = Entry | Refusal;

/** Why an operation is impossible here, in words for the status line. */
export interface Refusal {
  readonly refused: string;
}

/** Whether a draft is a refusal. */
export function isRefusal(draft: Draft): draft is Refusal {
  return 'refused' in draft;
}

/** A refusal with its reason. */
export function refuse(reason: string): Refusal {
  return { refused: reason };
}

/** Recomputes the checks of a row that changed, with its current text; injected, because checks are a separate stage. */
export type RowChecker = (
  review: Pick<Review, 'sources' | 'streams' | 'sentences'>,
  cells: ReviewRow['cells'],
  edits?: ReviewRow['edits'],
) => readonly Check[];
