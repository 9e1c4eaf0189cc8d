import type { BeadContext } from './bead-context.js';
import type { Channel } from '../evidence/channel.js';
import type { Evidence } from '../evidence/evidence.js';
import { bestClause } from '../evidence/clauses.js';
import type { FeatureWriter } from './feature-writer.js';
import { wordsFound } from '../evidence/judge-words.js';
import { isUnfinished } from '../evidence/punctuation.js';

/**
 * Writes the features of a skipped sentence ('skipping' in the feature table): sentence i of the
 * first side if `n` is 1, or sentence j of the second side if it is 0. The path is at the node (i,
 * j), where the context must be.
 */
export function writeSkipping(
  to: FeatureWriter,
  { evidence, near }: BeadContext,
  i: number,
  n: number,
  j: number,
): void {
  const { plane, scale, punctuationA, punctuationB, numbers, lookalikes } = evidence;
  const first = n > 0;
  const own = first ? i : j;
  const punctuation = first ? punctuationA : punctuationB;
  const best = (first ? plane.bestA : plane.bestB)[own]! * scale;
  const lengths = first ? plane.lengthsA : plane.lengthsB;
  to.put(1);
  to.put(best);
  to.put(best * best);
  const here = first
    ? Math.max(near.cosine(i, 1, j - 1, 1), near.cosine(i, 1, j, 1))
    : Math.max(near.cosine(i - 1, 1, j, 1), near.cosine(i, 1, j, 1));
  to.put(here);
  to.put(Math.log(lengths[own + 1]! - lengths[own]! + 2) / 4);
  to.put(punctuation.letters[own]!);
  to.flag(isUnfinished(punctuation.ending[own]!));
  writeKnownWords(to, evidence, i, n, j);
  to.put(Math.min(3, weigh(numbers, first, own)));
  to.put(Math.min(5, weigh(lookalikes, first, own)));
  to.put(punctuation.quoted[own]! | punctuation.startsQuoted[own]!);
  to.put(punctuation.startsLow[own]!);
  to.put(
    first
      ? Math.max(near.cosine(i - 1, 1, j - 1, 1), near.cosine(i + 1, 1, j, 1))
      : Math.max(near.cosine(i - 1, 1, j - 1, 1), near.cosine(i, 1, j + 1, 1)),
  );
  const clauses = first ? evidence.clausesA : evidence.clausesB;
  const node = first ? j : i;
  to.put(Math.max(bestClause(clauses, own, node - 1), bestClause(clauses, own, node)));
  const bests = first ? plane.bestA : plane.bestB;
  to.put((bests[own - 1] ?? 1) * scale);
  to.put((bests[own + 1] ?? 1) * scale);
  const words = first ? evidence.wordsA : evidence.wordsB;
  to.put(Math.max(wordsFound(words, own, node - 1), wordsFound(words, own, node)));
}

/** Writes the two features of them that depend on the lexicon ('known words'). */
export function writeKnownWords(
  to: FeatureWriter,
  { lexicon }: Pick<Evidence, 'lexicon'>,
  i: number,
  n: number,
  j: number,
): void {
  const first = n > 0;
  const own = first ? i : j;
  to.put(Math.min(5, weigh(lexicon, first, own)));
  to.put(Math.min(5, weighHere(lexicon, first, own, first ? j : i)));
}

/** Weight of a sentence's mentions. */
function weigh(channel: Channel, first: boolean, sentence: number): number {
  const side = first ? channel.a : channel.b;
  let sum = 0;
  for (let k = side.offsets[sentence]!; k < side.offsets[sentence + 1]!; k++) {
    sum += channel.weights[side.ids[k]!]!;
  }
  return sum;
}

/** Weight of those mentions of a sentence that the other side also has just before or after `node`. */
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
