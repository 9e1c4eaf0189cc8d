import {
  Copies,
  growTo,
  Layout,
  ProgramPool,
  webAssemblyProgram,
  type PooledProgram,
} from '../../webassembly.js';
import type { Channel, Mentions } from '../evidence/channel.js';
import type { Clauses } from '../evidence/clauses.js';
import type { Evidence } from '../evidence/evidence.js';
import type { Words } from '../evidence/words.js';
import { longestSpan } from '../search/bead-shapes.js';
import { featureTable, firstOfGroups, firstSkippedLexiconFeature } from './feature-table.js';
import { programBase64 } from './program-code.js';

/** See `assembly/index.ts`. */
interface Program extends PooledProgram {
  freeFrom(): number;
  scratchBytes(): number;
  describe(
    evidence: number,
    scale: number,
    beads: number,
    count: number,
    rows: number,
    scratch: number,
  ): void;
  describeLexicon(
    evidence: number,
    beads: number,
    count: number,
    rows: number,
    firstSkipped: number,
  ): void;
}

const pool = new ProgramPool(
  webAssemblyProgram<Program>(programBase64, { host: { log: Math.log } }),
  { isEven: true },
);

/** Beads that are described at a time. */
export const beadsAtOnce = 256;

/** Computes the features of beads from a copy of their evidence in the memory of a program. */
export class FeatureProgram {
  /** The beads to describe, four numbers each: i, n, j, m. Without sentences, all features are 0. */
  readonly beads: Int32Array;
  /** Their features, row by row. */
  readonly rows: Float32Array;
  readonly #program: Program;
  readonly #evidence: number;
  readonly #scale: number;
  readonly #beadsAt: number;
  readonly #rowsAt: number;
  readonly #scratchAt: number;

  /** @param needs the lexicon alone is enough for `renew` */
  constructor(evidence: Evidence, needs: 'everything' | 'lexicon') {
    this.#program = pool.take();
    this.#scale = evidence.scale;
    const layout = new Layout(this.#program.freeFrom());
    this.#beadsAt = layout.reserve(beadsAtOnce * 4 * Int32Array.BYTES_PER_ELEMENT);
    const values = beadsAtOnce * featureTable.length;
    this.#rowsAt = layout.reserve(values * Float32Array.BYTES_PER_ELEMENT);
    this.#scratchAt = layout.reserve(this.#program.scratchBytes());
    const copies = new Copies(layout);
    const groups = copies.table(...firstOfGroups, featureTable.length);
    const lexicon = copyChannel(copies, evidence.lexicon);
    this.#evidence =
      needs === 'lexicon'
        ? copies.table(0, 0, 0, 0, 0, lexicon, groups)
        : copies.table(
            copyBand(copies, evidence),
            copySide(copies, evidence, 'a'),
            copySide(copies, evidence, 'b'),
            copyChannel(copies, evidence.numbers),
            copyChannel(copies, evidence.lookalikes),
            lexicon,
            groups,
          );
    growTo(this.#program.memory, layout.end);
    copies.write(this.#program.memory);
    const { buffer } = this.#program.memory;
    this.beads = new Int32Array(buffer, this.#beadsAt, beadsAtOnce * 4);
    this.rows = new Float32Array(buffer, this.#rowsAt, values);
  }

  /** Writes all features of the first `count` beads. */
  describe(count: number): void {
    const [scale, beads, rows, scratch] = [
      this.#scale,
      this.#beadsAt,
      this.#rowsAt,
      this.#scratchAt,
    ];
    this.#program.describe(this.#evidence, scale, beads, count, rows, scratch);
  }

  /** Writes those features of the first `count` beads that depend on the lexicon. */
  renew(count: number): void {
    const first = firstSkippedLexiconFeature;
    this.#program.describeLexicon(this.#evidence, this.#beadsAt, count, this.#rowsAt, first);
  }

  /** Frees the memory: there are no features any more. */
  close(): void {
    pool.release(this.#program);
  }
}

function copyBand(copies: Copies, { plane }: Evidence): number {
  const { first, end, offsets, sums } = plane.band;
  return copies.table(copies.add(first), copies.add(end), copies.add(offsets), copies.add(sums));
}

/** The order is that of `Side` in `assembly/memory.ts`. */
function copySide(copies: Copies, evidence: Evidence, side: 'a' | 'b'): number {
  const { plane } = evidence;
  const isA = side === 'a';
  const punctuation = isA ? evidence.punctuationA : evidence.punctuationB;
  // Beads are also asked about what begins behind the last sentence, where all is 0.
  const spansBehind = 2 * longestSpan * Float64Array.BYTES_PER_ELEMENT;
  const behind = (bytes: Uint8Array): number => copies.add(bytes, 1);
  return copies.table(
    plane[side].count,
    copies.add(isA ? plane.spansA : plane.spansB, spansBehind),
    copies.add(isA ? plane.bestA : plane.bestB),
    copies.add(isA ? plane.lengthsA : plane.lengthsB),
    copies.add(punctuation.letters),
    behind(punctuation.ending),
    behind(punctuation.startsLow),
    behind(punctuation.startsQuoted),
    behind(punctuation.quoted),
    behind(punctuation.inside),
    behind(punctuation.begun),
    behind(punctuation.endsQuoted),
    copyParts(copies, isA ? evidence.clausesA : evidence.clausesB),
    copyParts(copies, isA ? evidence.wordsA : evidence.wordsB),
  );
}

function copyParts(copies: Copies, parts: Clauses | Words): number {
  const weights = 'shares' in parts ? parts.shares : parts.weights;
  return copies.table(
    ...[parts.offsets, weights, parts.first, parts.end, parts.starts, parts.cosines].map((array) =>
      copies.add(array),
    ),
  );
}

function copyChannel(copies: Copies, { a, b, weights }: Channel): number {
  const copyMentions = ({ ids, offsets }: Mentions): number =>
    copies.table(
      offsets.length - 1,
      copies.add(ids),
      copies.add(offsets),
      copies.add(new Int32Array(weights.length)),
    );
  return copies.table(0, copyMentions(a), copyMentions(b), copies.add(weights));
}
