import type { Channel } from './channel.js';
import { bestClause } from './clauses.js';
import { isUnfinished } from './marks.js';
import type { Neighbourhood } from '../search/neighbourhood.js';
import { wordsFound } from './words.js';
import type { Evidence } from './evidence.js';

/**
 * Writes the features of a skipped sentence ('skipping' in the feature table) to `out` from `at` on:
 * sentence i of the first side where `n` is 1, sentence j of the second where it is 0, with the path
 * at node (i, j), where `near` stands.
 */
export function skippingFeatures(
  evidence: Evidence,
  near: Neighbourhood,
  i: number,
  n: number,
  j: number,
  out: Float64Array | Float32Array,
  at: number,
): void {
  let next = at;
  const put = (value: number): void => {
    out[next++] = value;
  };
  const { plane, scale, marksA, marksB, lexicon, numbers, lookalikes } = evidence;
  const first = n > 0;
  const own = first ? i : j;
  const marks = first ? marksA : marksB;
  const best = (first ? plane.bestA : plane.bestB)[own]! * scale;
  const lengths = first ? plane.lengthsA : plane.lengthsB;
  put(1);
  put(best);
  put(best * best);
  const here = first
    ? Math.max(near.cosine(i, 1, j - 1, 1), near.cosine(i, 1, j, 1))
    : Math.max(near.cosine(i - 1, 1, j, 1), near.cosine(i, 1, j, 1));
  put(here);
  put(Math.log(lengths[own + 1]! - lengths[own]! + 2) / 4);
  put(marks.letters[own]!);
  put(isUnfinished(marks.ending[own]!) ? 1 : 0);
  put(Math.min(5, weigh(lexicon, first, own)));
  put(Math.min(5, weighHere(lexicon, first, own, first ? j : i)));
  put(Math.min(3, weigh(numbers, first, own)));
  put(Math.min(5, weigh(lookalikes, first, own)));
  put(marks.quoted[own]! | marks.startsQuoted[own]!);
  put(marks.startsLow[own]!);
  put(
    first
      ? Math.max(near.cosine(i - 1, 1, j - 1, 1), near.cosine(i + 1, 1, j, 1))
      : Math.max(near.cosine(i - 1, 1, j - 1, 1), near.cosine(i, 1, j + 1, 1)),
  );
  const clauses = first ? evidence.clausesA : evidence.clausesB;
  const node = first ? j : i;
  put(Math.max(bestClause(clauses, own, node - 1), bestClause(clauses, own, node)));
  const bests = first ? plane.bestA : plane.bestB;
  put((bests[own - 1] ?? 1) * scale);
  put((bests[own + 1] ?? 1) * scale);
  const words = first ? evidence.wordsA : evidence.wordsB;
  put(Math.max(wordsFound(words, own, node - 1), wordsFound(words, own, node)));
}

/** Weight of what a sentence mentions. */
function weigh(channel: Channel, first: boolean, sentence: number): number {
  const side = first ? channel.a : channel.b;
  let sum = 0;
  for (let k = side.offsets[sentence]!; k < side.offsets[sentence + 1]!; k++) {
    sum += channel.weights[side.ids[k]!]!;
  }
  return sum;
}

/** Weight of what a sentence mentions that the other side mentions just before or after `node`. */
function weighHere(channel: Channel, first: boolean, sentence: number, node: number): number {
  const side = first ? channel.a : channel.b;
  const other = first ? channel.b : channel.a;
  const from = Math.max(0, node - 1);
  const to = Math.min(other.offsets.length - 1, node + 1);
  let sum = 0;
  for (let k = side.offsets[sentence]!; k < side.offsets[sentence + 1]!; k++) {
    const id = side.ids[k]!;
    for (let at = other.offsets[from]!; at < other.offsets[to]!; at++) {
      if (other.ids[at] === id) {
        sum += channel.weights[id]!;
        break;
      }
    }
  }
  return sum;
}
