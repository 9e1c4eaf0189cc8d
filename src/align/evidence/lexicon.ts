import type { Lattice } from '../search/lattice.js';
import type { Channel } from './channel.js';
import { withProgram } from './program.js';
import type { Tokens } from './tokens.js';

/**
 * Learns the document's own names and terms: tokens of one side that occur in the same beads as a
 * token of the other side (Dice coefficient; Melamed 2000, "Models of translational equivalence").
 * Each token is joined to its best partner; tokens joined directly or through others form one term.
 * See `assembly/lexicon.ts`. O(beads).
 */
export function learnLexicon(
  a: Tokens,
  b: Tokens,
  lattice: Lattice,
  posteriors: Float64Array,
): Channel {
  return withProgram((program) => {
    const inA = program.putMentions(a, a.vocabulary);
    const inB = program.putMentions(b, b.vocabulary);
    const beads = program.putLattice(lattice);
    const weights = program.reserve(8 * Math.min(a.vocabulary, b.vocabulary));
    const terms = program.call.learnLexicon(
      inA,
      inB,
      beads,
      program.putFloats(posteriors),
      weights,
    );
    return {
      a: program.mentionsAt(inA),
      b: program.mentionsAt(inB),
      weights: program.floatsAt(weights, terms).slice(),
    };
  });
}
