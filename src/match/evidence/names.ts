/** What the names of documents say, where the texts show that they can be trusted. */
import type { Candidates } from '../documents/candidates.js';
import type { MatchSide } from '../documents/side.js';

/** Pairs beyond doubt that must have shown what names are worth. */
const leastPairs = 5;
/** Names count only from this reliability on, as log odds: three of four. */
const margin = Math.log(3);
/** However reliable names are, texts can outweigh them. */
const mostWeight = 3;

/**
 * What to add to the log odds of each candidate: names that agree speak for a pair, and a name whose counterpart is
 * another document speaks against it. How much, the pairs that the texts alone put beyond doubt decide; what a pair
 * says of names does not count for itself. Names that mislead, or mean nothing, weigh nothing.
 *
 * @param clear positions of the pairs beyond doubt among the candidates
 */
export function nameEvidence(
  a: MatchSide,
  b: MatchSide,
  candidates: Candidates,
  clear: readonly number[],
): Float64Array {
  const weights = new Float64Array(candidates.a.length);
  if (a.names === undefined || b.names === undefined) return weights;
  const partnerOfA = counterparts(a.names, b.names);
  const partnerOfB = counterparts(b.names, a.names);
  /** 1 if the names of a candidate belong together, -1 if one belongs to another document, 0 if they say nothing. */
  const verdict = (at: number): number => {
    const x = candidates.a[at]!;
    const y = candidates.b[at]!;
    if (partnerOfA[x] === y) return 1;
    return partnerOfA[x]! >= 0 || partnerOfB[y]! >= 0 ? -1 : 0;
  };
  let agreed = 0;
  /** Clear candidates whose names say something. */
  let judged = 0;
  const isClear = new Set(clear);
  for (const at of clear) {
    const own = verdict(at);
    if (own !== 0) judged++;
    if (own > 0) agreed++;
  }
  if (judged < leastPairs) return weights;
  return weights.map((_, at) => {
    const own = verdict(at);
    if (own === 0) return 0;
    const others = isClear.has(at) ? 1 : 0;
    const right = agreed - (own > 0 ? others : 0);
    const odds = Math.log((right + 0.5) / (judged - others - right + 0.5));
    return own * Math.max(0, Math.min(mostWeight, odds - margin));
  });
}

/** For each name the place of the only document of the other side that has it; -1 if there is none, or its own side has it twice. */
function counterparts(own: readonly string[], other: readonly string[]): Int32Array {
  const inOwn = places(own);
  const inOther = places(other);
  return Int32Array.from(own, (name) =>
    name !== '' && inOwn.get(name) !== severalPlaces ? Math.max(-1, inOther.get(name) ?? -1) : -1,
  );
}

const severalPlaces = -2;

function places(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  names.forEach((name, at) => found.set(name, found.has(name) ? severalPlaces : at));
  return found;
}
