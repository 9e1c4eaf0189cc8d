import { BeadContext, type BeadGroup, type GroupWriter } from './bead-context.js';
import type { Evidence } from '../evidence/evidence.js';
import {
  featureGroups,
  firstLexiconFeature,
  firstSkippedLexiconFeature,
  firstSkippingFeature,
} from './feature-table.js';
import { FeatureWriter } from './feature-writer.js';
import {
  writeClauses,
  writeMeaning,
  writeNeighbours,
  writeSize,
  writeWords,
} from './meaning-features.js';
import { writePunctuation, writeQuotation } from './punctuation-features.js';
import { writeKnownWords, writeSkipping } from './skip-features.js';
import { writeLength, writeLexicon, writeLookalikes, writeNumbers } from './text-features.js';

/**
 * The writer of each group of features: it writes as many values as `featureTable` has names for
 * the group.
 */
export const groupWriters: Readonly<Record<BeadGroup, GroupWriter>> = {
  size: writeSize,
  meaning: writeMeaning,
  neighbours: writeNeighbours,
  clauses: writeClauses,
  words: writeWords,
  length: writeLength,
  numbers: writeNumbers,
  lookalikes: writeLookalikes,
  lexicon: writeLexicon,
  punctuation: writePunctuation,
  quotation: writeQuotation,
};

/** In the order of the table. */
const writers = featureGroups.flatMap((group) =>
  group === 'skipping' ? [] : [groupWriters[group]],
);

/** Computes the features of beads. Holds scratch memory; visit beads node by node. */
export class FeatureReader {
  readonly #context: BeadContext;
  readonly #writer = new FeatureWriter();

  constructor(evidence: Evidence) {
    this.#context = new BeadContext(evidence);
  }

  /**
   * The features of the bead i..i+n-1 / j..j+m-1 in the order of `featureTable`; one side may be
   * empty. The next call overwrites them.
   */
  read(i: number, n: number, j: number, m: number): Float32Array {
    const context = this.#context;
    const writer = this.#writer;
    context.enter(i, j);
    if (n > 0 && m > 0) {
      writer.begin(0);
      for (const write of writers) write(writer, context, i, n, j, m);
    } else {
      writer.begin(firstSkippingFeature);
      writeSkipping(writer, context, i, n, j);
    }
    return writer.row;
  }

  /**
   * As `read`, where `known` are the features of the same bead with another lexicon: the others are
   * taken over.
   */
  renew(known: Float32Array, i: number, n: number, j: number, m: number): Float32Array {
    const context = this.#context;
    const writer = this.#writer;
    if (n > 0 && m > 0) {
      writer.resume(known, firstLexiconFeature);
      groupWriters.lexicon(writer, context, i, n, j, m);
    } else {
      writer.resume(known, firstSkippedLexiconFeature);
      writeKnownWords(writer, context.evidence, i, n, j);
    }
    return writer.row;
  }
}
