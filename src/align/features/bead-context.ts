import { Neighbourhood } from '../search/neighbourhood.js';
import { ChannelReader } from '../evidence/channel.js';
import type { Evidence } from '../evidence/evidence.js';
import type { FeatureGroup } from './feature-table.js';
import type { FeatureWriter } from './feature-writer.js';
import type { WordVerdict } from '../evidence/judge-words.js';

/** The data that features are computed from, with scratch memory that all beads share. */
export class BeadContext {
  readonly evidence: Evidence;
  /** Cosines around the node at which the bead begins. */
  readonly near: Neighbourhood;
  readonly numbers: ChannelReader;
  readonly lookalikes: ChannelReader;
  readonly lexicon: ChannelReader;
  readonly wordsA: WordVerdict = { found: 0, weakest: 0, leak: 0 };
  readonly wordsB: WordVerdict = { found: 0, weakest: 0, leak: 0 };
  #row = -1;
  #column = -1;

  constructor(evidence: Evidence) {
    this.evidence = evidence;
    this.near = new Neighbourhood(evidence.plane, evidence.scale);
    this.numbers = new ChannelReader(evidence.numbers);
    this.lookalikes = new ChannelReader(evidence.lookalikes);
    this.lexicon = new ChannelReader(evidence.lexicon);
  }

  /** Moves to the node (i, j); does nothing if it is already there. */
  enter(i: number, j: number): void {
    if (this.#row !== i || this.#column !== j) this.near.enter(i, j);
    this.#row = i;
    this.#column = j;
  }
}

/** Groups of features that beads of two sides have. */
export type BeadGroup = Exclude<FeatureGroup, 'skipping'>;

/**
 * Writes one group of features of the bead i..i+n-1 / j..j+m-1, both sides not empty. The context
 * must be at (i, j).
 */
export type GroupWriter = (
  to: FeatureWriter,
  context: BeadContext,
  i: number,
  n: number,
  j: number,
  m: number,
) => void;
