import { heaviestChain } from '../order/heaviest-chain.js';
import { keptNeighbours, type NearestSentences } from './nearest-sentences.js';

/** So many sentences before and after a neighbour belong to the excerpt: what stands around it on the other side. */
const around = 12;
/** An excerpt has at most this many sentences ... */
const largeExcerpt = 2000;
/** ... or this many for each of the short text. */
const perSentence = 8;

/** So many neighbours before and after one are looked at: where texts repeat themselves, thousands share a place. */
const mostBeside = 64;

/** A neighbour of a sentence of the short text. */
interface Candidate {
  /** Its position in the long text. */
  readonly place: number;
  readonly sentence: number;
  /** By how much its cosine exceeds the mean of the sentence's neighbours. */
  readonly margin: number;
}

/**
 * Chooses the sentences of a long text that are worth aligning with a short one: the neighbours of its sentences, with
 * what stands around them, first those that stand near neighbours of the next sentences.
 *
 * @param count sentences of the long text
 * @param fixed positions of known links, which are always among them
 * @param inOrder whether only neighbours that run in the order of the short text count
 * @returns positions, ascending. O(neighbours x log neighbours)
 */
export function chooseExcerpt(
  nearest: NearestSentences,
  count: number,
  fixed: readonly number[],
  inOrder: boolean,
): Int32Array {
  const chosen = new Uint8Array(count);
  let size = 0;
  const take = (place: number): void => {
    const to = Math.min(count - 1, place + around);
    for (let at = Math.max(0, place - around); at <= to; at++) {
      size += 1 - chosen[at]!;
      chosen[at] = 1;
    }
  };
  fixed.forEach(take);
  const sentences = nearest.index.length / keptNeighbours;
  const most = Math.max(largeExcerpt, perSentence * sentences);
  for (const place of bestFirst(candidatesOf(nearest), inOrder)) {
    if (size >= most) break;
    take(place);
  }
  const positions = new Int32Array(size);
  let next = 0;
  for (let at = 0; at < count; at++) if (chosen[at] === 1) positions[next++] = at;
  return positions;
}

/** All neighbours, in the order of the long text. */
function candidatesOf({ index, cosine }: NearestSentences): Candidate[] {
  const candidates: Candidate[] = [];
  for (let first = 0; first < index.length; first += keptNeighbours) {
    let [sum, known] = [0, 0];
    for (let at = first; at < first + keptNeighbours && index[at]! >= 0; at++, known++) {
      sum += cosine[at]!;
    }
    for (let at = first; at < first + known; at++) {
      const margin = cosine[at]! - sum / known;
      candidates.push({ place: index[at]!, sentence: first / keptNeighbours, margin });
    }
  }
  return candidates.sort((x, y) => x.place - y.place || x.sentence - y.sentence);
}

/** By how much neighbours of sentences near each candidate's stand out near its place. */
function supportOf(candidates: readonly Candidate[]): number[] {
  return candidates.map(({ place, sentence }, at) => {
    let total = 0;
    for (const step of [-1, 1]) {
      for (let n = 1; n <= mostBeside; n++) {
        const beside = candidates[at + n * step];
        if (beside === undefined || Math.abs(beside.place - place) > around) break;
        if (Math.abs(beside.sentence - sentence) <= around) total += Math.max(0, beside.margin);
      }
    }
    return total;
  });
}

/** The places to take, the best supported first. */
function bestFirst(candidates: readonly Candidate[], inOrder: boolean): number[] {
  const support = supportOf(candidates);
  const links = candidates.map(({ place, sentence, margin }, at) => ({
    a: place,
    b: sentence,
    weight: support[at]! + Math.max(0, margin),
  }));
  const isTaken = inOrder ? heaviestChain(links) : null;
  return [...candidates.keys()]
    .filter((at) => isTaken === null || isTaken[at])
    .sort((x, y) => support[y]! - support[x]! || x - y)
    .map((at) => candidates[at]!.place);
}
