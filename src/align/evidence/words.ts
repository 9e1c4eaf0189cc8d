import type { Embedding, Pieces } from '../../domain.js';
import { putNearby, type Nearby } from './nearby.js';
import { pieceKinds } from './piece-kinds.js';
import { withProgram, type EvidenceProgram } from './program.js';
import { floatRowBytes, productUnit, rowBytes } from '../vectors/kernel.js';
import type { Side } from '../search/side.js';
import type { Plane } from '../search/plane.js';
import { pieceRow } from '../vectors/piece-row.js';

/**
 * The words (pieces) with the largest weight in one side's sentences, each with its highest cosine
 * with a word of the sentences that beads of the lattice place beside it on the other side. Words
 * show what averages hide: which of two similar sentences contains the counterpart of this one.
 */
export interface Words {
  /** Words of sentence i: `offsets[i]..offsets[i + 1]`; none if the first pass is certain. */
  readonly offsets: Int32Array;
  /** Length of each word's vector, 1 on average. */
  readonly weights: Float32Array;
  /** First sentence of the other side that is compared, by sentence; and one past the last. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** Where each word's cosines begin in `cosines`. */
  readonly starts: Int32Array;
  /** Largest cosine with a word of each sentence first..end-1 of the other side, never below 0. */
  readonly cosines: Float32Array;
}

/**
 * Looks for the words of each side among those of the other (cosines times `scale`), see
 * `assembly/words.ts`. O(uncertain sentences x words^2 x sentences nearby).
 */
export function readWords(
  embeddingA: Embedding,
  embeddingB: Embedding,
  { a, b }: Plane,
  nearbyA: Nearby,
  nearbyB: Nearby,
  scale: number,
): { readonly wordsA: Words; readonly wordsB: Words } {
  const [piecesA, piecesB] = [embeddingA.pieces, embeddingB.pieces];
  if (piecesA === null || piecesB === null)
    return { wordsA: noWords(a, nearbyA), wordsB: noWords(b, nearbyB) };
  return withProgram((program) => {
    const [inA, inB] = [
      putWords(program, a, piecesA, nearbyA),
      putWords(program, b, piecesB, nearbyB),
    ];
    const stride = rowBytes(piecesA.vectors.dimension);
    if (program.call.chooseWords(inA, inB, stride) !== 0) {
      const scratch = program.reserve(floatRowBytes(piecesA.vectors.dimension));
      quantiseNeeded(program, inA, piecesA, scratch);
      quantiseNeeded(program, inB, piecesB, scratch);
      program.call.compareWords(inA, inB, stride, productUnit, scale);
    }
    return { wordsA: wordsAt(program, inA, a, nearbyA), wordsB: wordsAt(program, inB, b, nearbyB) };
  });
}

function noWords({ count }: Side, { first, end }: Nearby): Words {
  return {
    offsets: new Int32Array(count + 1),
    weights: new Float32Array(0),
    first,
    end,
    starts: new Int32Array(0),
    cosines: new Float32Array(0),
  };
}

/** Bytes of a `WordSide`, and its fields, in 32-bit words. */
const sideBytes = 80;
const Field = {
  offsets: 4,
  weights: 5,
  starts: 6,
  cosines: 7,
  cosineCount: 8,
  needed: 9,
  neededCount: 10,
  rows: 11,
} as const;

function putWords(program: EvidenceProgram, side: Side, pieces: Pieces, nearby: Nearby): number {
  const known = [
    program.putPieces(side, pieces),
    program.putBytes(pieceKinds(pieces.texts).worded),
    program.putSingles(pieceNorms(pieces)),
    putNearby(program, nearby),
  ];
  const at = program.reserve(sideBytes);
  program.integersAt(at, known.length).set(known);
  return at;
}

function pieceNorms({ vectors, rows }: Pieces): Float32Array {
  return rows === undefined ? vectors.norms : Float32Array.from(rows, (row) => vectors.norms[row]!);
}

/** Gives the program the rows of the words that are compared, one by one: most are not. */
function quantiseNeeded(
  program: EvidenceProgram,
  at: number,
  pieces: Pieces,
  scratchAt: number,
): void {
  const { units, dimension } = pieces.vectors;
  const fields = program.integersAt(at, sideBytes / 4);
  const needed = program.integersAt(fields[Field.needed]!, fields[Field.neededCount]!);
  const scratch = program.singlesAt(scratchAt, dimension);
  const stride = rowBytes(dimension);
  let to = fields[Field.rows]!;
  for (const id of needed) {
    const row = pieceRow(pieces, id);
    scratch.set(units.subarray(row * dimension, (row + 1) * dimension));
    program.call.quantise(scratchAt, to, stride / 2);
    to += stride;
  }
}

function wordsAt(
  program: EvidenceProgram,
  at: number,
  { count }: Side,
  { first, end }: Nearby,
): Words {
  const fields = program.integersAt(at, sideBytes / 4);
  const offsets = program.integersAt(fields[Field.offsets]!, count + 1).slice();
  const words = offsets[count]!;
  return {
    offsets,
    weights: program.singlesAt(fields[Field.weights]!, words).slice(),
    first,
    end,
    starts: program.integersAt(fields[Field.starts]!, words).slice(),
    cosines: program.singlesAt(fields[Field.cosines]!, fields[Field.cosineCount]!).slice(),
  };
}
