/** What else the sentences of a pair could have been paired with, and why it lost, in words. */
import { hasTwoSides } from '../input/has-two-sides.js';
import type { Explanation } from '../parallel/explain.js';
import { spanCosine } from '../vectors/span-cosine.js';
import { readPairEvidence, type PairEvidence, type PairSetting } from './pair-evidence.js';
import type { PlacedBead } from './neighbourhood.js';
import type { ShowPlace } from './place-reasons.js';
import { showPairs } from './reasons.js';
import { beadKey, type BeadPositions } from '../input/bead-positions.js';

/** Another way to pair, with what decided against it. */
export interface Alternative {
  readonly bead: BeadPositions;
  /** Why it lost, in clauses; empty if nothing in words tells. */
  readonly lost: readonly string[];
  /** What spoke for it nevertheless. */
  readonly though: readonly string[];
}

const mostAlternatives = 3;
/** A rival in the order of the texts must be this probable. */
const leastPosterior = 1e-3;

type Streams = Pick<PairSetting, 'first' | 'second'>;

/**
 * The likeliest other pairs that share a sentence with this one: first what the aligner of parallel texts weighed, then
 * the sentences elsewhere that are most similar. O(sentences x dimension).
 */
export function findRivals(
  { first, second }: Streams,
  bead: BeadPositions,
  { instead, alternatives }: Pick<Explanation, 'instead' | 'alternatives'>,
): BeadPositions[] {
  const found: BeadPositions[] = [];
  const add = ({ a, b }: BeadPositions): void => {
    const isKnown = [bead, ...found].some((other) => beadKey(other) === beadKey({ a, b }));
    if (!isKnown && found.length < mostAlternatives) found.push({ a, b });
  };
  const likely = alternatives.filter(({ posterior }) => posterior >= leastPosterior);
  for (const rival of [...likely, ...instead]) if (hasTwoSides(rival)) add(rival);
  if (found.length > 1) return found;
  for (const [side, own, other] of [
    ['a', first, second],
    ['b', second, first],
  ] as const) {
    const [at] = bead[side];
    if (at === undefined || (side === 'b' && bead.a.length > 0)) continue;
    const partner = bead[side === 'a' ? 'b' : 'a'];
    const cosines = other.stream.sentences.map((_, j) =>
      spanCosine(own.embedding.vectors, [at], other.embedding.vectors, [j]),
    );
    const best = cosines
      .map((cosine, j) => ({ cosine, j }))
      .filter(({ j }) => !partner.includes(j))
      .sort((x, y) => y.cosine - x.cosine || x.j - y.j)
      .slice(0, hasTwoSides(bead) ? 1 : 2);
    for (const { j } of best) add(side === 'a' ? { a: [at], b: [j] } : { a: [j], b: [at] });
  }
  return found;
}

/** A rival is worse in one respect if it differs by this much: share of words with a counterpart ... */
const wordsDiffer = 0.06;
/** ... the log of how far the lengths stray ... */
const lengthsDiffer = 0.25;
/** ... and cosine. */
const meaningDiffers = 0.03;

/**
 * Compares a rival with the pair that won; `own` is null if the sentences stand alone.
 *
 * @param beads all rows between the two streams
 */
export function weighRival(
  setting: PairSetting,
  bead: BeadPositions,
  own: PairEvidence | null,
  rival: BeadPositions,
  beads: readonly PlacedBead[],
  show: ShowPlace,
): Alternative {
  const other = readPairEvidence(setting, rival);
  const lost: string[] = [];
  const though: string[] = [];
  const isJoin = joinsRows(bead, rival, beads);
  const said = new Set<string>();
  for (const side of ['a', 'b'] as const) {
    const extra = rival[side].filter((at) => !bead[side].includes(at));
    const holder = beads.find(
      (row) =>
        hasTwoSides(row) &&
        beadKey(row) !== beadKey(bead) &&
        row[side].some((at) => extra.includes(at)),
    );
    if (holder === undefined || beadKey(holder) === beadKey(rival) || said.has(beadKey(holder)))
      continue;
    said.add(beadKey(holder));
    const their = readPairEvidence(setting, holder).words.pairs.slice(0, 4);
    const words = their.length > 0 ? ` (${showPairs(their)})` : '';
    const opposite = side === 'a' ? 'b' : 'a';
    lost.push(
      isJoin
        ? `${show('a', holder.a)} and ${show('b', holder.b)} are a pair of their own${words}`
        : `${show(
            side,
            extra.filter((at) => holder[side].includes(at)),
          )} goes with ${show(opposite, holder[opposite])}${words}`,
    );
  }
  // Two pairs joined share what either shares: that says nothing.
  if (isJoin) return { bead: rival, lost, though };
  if (own === null) {
    // What stands alone is compared by itself, without the sentences that the rival joins to it.
    const side = bead.a.length > 0 ? 'a' : 'b';
    const alone = readPairEvidence(setting, { ...rival, [side]: bead[side] });
    if (alone.words.pairs.length === 0) lost.push(`no word of ${show(side, bead[side])} is there`);
    else though.push(`they share ${showPairs(alone.words.pairs.slice(0, 4))}`);
    if (other.standing !== null && other.standing < 0.05)
      lost.push('the meanings are farther apart than in nearly all sure pairs');
    if (Math.abs(other.stretch) > Math.log(1.8)) lost.push('the lengths do not fit');
  } else {
    compare(own, other, lost, though);
    for (const side of ['a', 'b'] as const) {
      const left = bead[side].filter((at) => !rival[side].includes(at));
      if (left.length > 0 && rival[side].length > 0)
        lost.push(`${show(side, left)} would be left over`);
    }
  }
  return { bead: rival, lost, though };
}

/** Whether a rival is nothing but a pair joined with other rows. */
function joinsRows(
  bead: BeadPositions,
  rival: BeadPositions,
  beads: readonly PlacedBead[],
): boolean {
  const extra = beads.filter(
    (row) =>
      beadKey(row) !== beadKey(bead) &&
      [
        ...row.a.map((at) => rival.a.includes(at)),
        ...row.b.map((at) => rival.b.includes(at)),
      ].includes(true),
  );
  const count = (side: 'a' | 'b'): number =>
    bead[side].length + extra.reduce((sum, row) => sum + row[side].length, 0);
  return (
    hasTwoSides(bead) &&
    extra.every(hasTwoSides) &&
    extra.length > 0 &&
    bead.a.every((at) => rival.a.includes(at)) &&
    bead.b.every((at) => rival.b.includes(at)) &&
    count('a') === rival.a.length &&
    count('b') === rival.b.length
  );
}

function compare(own: PairEvidence, other: PairEvidence, lost: string[], though: string[]): void {
  const missing = own.words.pairs.filter(
    (pair) => !other.words.pairs.some(({ a, b }) => a === pair.a && b === pair.b),
  );
  if (other.words.share < own.words.share - wordsDiffer) {
    if (missing.length > 0) lost.push(`it lacks ${showPairs(missing.slice(0, 4))}`);
    else {
      const had = new Set([...own.words.aloneA, ...own.words.aloneB]);
      const extra = [...other.words.aloneA, ...other.words.aloneB].filter((word) => !had.has(word));
      if (extra.length > 0) lost.push(`nothing says ${extra.slice(0, 4).join(', ')}`);
    }
  } else if (other.words.share > own.words.share + wordsDiffer) {
    const gained = other.words.pairs.filter(
      (pair) => !own.words.pairs.some(({ a, b }) => a === pair.a && b === pair.b),
    );
    if (gained.length > 0) though.push(`it would join ${showPairs(gained.slice(0, 4))}`);
  }
  const numbers = [...other.numbersA, ...other.numbersB].filter(
    (number) => !own.numbersA.includes(number) && !own.numbersB.includes(number),
  );
  if (numbers.length > 0) lost.push(`the numbers differ (${numbers.slice(0, 4).join(', ')})`);
  if (other.cosine < own.cosine - meaningDiffers) lost.push('the meanings are less close');
  else if (other.cosine > own.cosine + meaningDiffers) though.push('the meanings are closer');
  const strays = Math.abs(other.stretch) - Math.abs(own.stretch);
  if (strays > lengthsDiffer) lost.push('the lengths fit worse');
  else if (strays < -lengthsDiffer) though.push('the lengths fit better');
}
