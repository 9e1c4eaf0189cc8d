/** What the place of a pair says for and against it: its neighbours, its passage and how it was scored. */
import { doubtfulConfidence } from '../../confidence.js';
import type { Method } from '../../domain.js';
import type { NumberedPassage } from '../../text/number-passages.js';
import type { BeadPositions } from '../input/bead-positions.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import type { Explanation, ScorePart } from '../parallel/explain.js';
import type { PlacedBead } from './neighbourhood.js';
import { speak, type Reason, type SideNames } from './reasons.js';

/** Shows some sentences of one side by name and numbers: "en 12, 13". */
export type ShowPlace = (side: 'a' | 'b', positions: readonly number[]) => string;

/** What is known of a pair's place. */
export interface Place {
  readonly bead: BeadPositions;
  readonly method: Method;
  /** All rows between the two streams, in the order of the first one. */
  readonly beads: readonly PlacedBead[];
  /** Undefined if nobody looked for passages. */
  readonly passages: readonly NumberedPassage[] | undefined;
  readonly show: ShowPlace;
  /** The number of the sentence at a position. */
  readonly numberOf: (side: 'a' | 'b', position: number) => number;
  readonly names: SideNames;
}

/** The reasons that lie in a pair's place. */
export function placeReasons(place: Place): Reason[] {
  const around = hasTwoSides(place.bead) ? neighbourReasons(place) : gapReasons(place);
  return [...fixedReasons(place), ...around, ...passageReasons(place)];
}

function fixedReasons({ method }: Place): Reason[] {
  if (method === 'anchor')
    return [speak('for', 'Fixed', 'an anchor says that these belong together.')];
  if (method === 'manual') return [speak('for', 'Fixed', 'a person linked these by hand.')];
  return [];
}

function neighbourReasons({ bead, beads, show }: Place): Reason[] {
  const before = neighbour(bead, beads, -1);
  const after = neighbour(bead, beads, 1);
  const links = [before, after].flatMap((found) => (found?.fits === true ? [found.bead] : []));
  const shown = links.map(({ a, b }) => `${show('a', a)} <-> ${show('b', b)}`);
  const reasons: Reason[] = [];
  if (shown.length === 2) {
    reasons.push(
      speak(
        'for',
        'Neighbours',
        `the pairs before and after it follow on: ${shown.join(' and ')}.`,
      ),
    );
  } else if (shown.length === 1) {
    const where = links[0] === before?.bead ? 'before' : 'after';
    reasons.push(speak('for', 'Neighbours', `the pair ${where} it follows on: ${shown.join('')}.`));
  }
  for (const [where, found] of [
    ['before', before],
    ['after', after],
  ] as const) {
    if (found === null || found.fits) continue;
    const { a, b } = found.bead;
    const text =
      a.length === 0 || b.length === 0
        ? `${a.length === 0 ? show('b', b) : show('a', a)}, just ${where} it, has no counterpart.`
        : found.isElsewhere
          ? `the pair ${where} it stands elsewhere: ${show('a', a)} <-> ${show('b', b)}.`
          : `the pair ${where} it is in doubt itself: ${show('a', a)} <-> ${show('b', b)}.`;
    reasons.push(speak('against', 'Neighbours', text));
  }
  return reasons;
}

/** Whether the rows around a sentence without a counterpart leave room for one. */
function gapReasons({ bead, beads, show }: Place): Reason[] {
  const side = bead.a.length > 0 ? 'a' : 'b';
  const other = side === 'a' ? 'b' : 'a';
  const holder = (at: number): PlacedBead | undefined =>
    beads.find((row) => row[side].includes(at) && row[other].length > 0);
  const before = holder((bead[side][0] ?? 0) - 1)?.[other].at(-1);
  const after = holder((bead[side].at(-1) ?? -2) + 1)?.[other][0];
  if (before === undefined || after === undefined) return [];
  if (after === before + 1) {
    const text = `its neighbours go with ${show(other, [before])} and ${show(other, [after])}, and nothing stands between these.`;
    return [speak('for', 'Neighbours', text)];
  }
  if (after <= before) return [];
  const between = Array.from({ length: after - before - 1 }, (_, k) => before + 1 + k);
  const free = between.filter(
    (at) => !beads.some((row) => row[other].includes(at) && hasTwoSides(row)),
  );
  if (free.length === 0) return [];
  const text = `${show(other, free.slice(0, 4))} would have room for it between its neighbours' counterparts.`;
  return [speak('against', 'Neighbours', text)];
}

interface FoundNeighbour {
  readonly bead: PlacedBead;
  readonly fits: boolean;
  readonly isElsewhere: boolean;
}

/** The row just before (-1) or after (1) a pair; null at the ends of the texts. */
function neighbour(
  { a, b }: BeadPositions,
  beads: readonly PlacedBead[],
  step: 1 | -1,
): FoundNeighbour | null {
  const nextTo = (own: readonly number[]): number =>
    step === 1 ? (own.at(-1) ?? -2) + 1 : (own[0] ?? -1) - 1;
  const [nextA, nextB] = [nextTo(a), nextTo(b)];
  const holderB = beads.find((bead) => bead.b.includes(nextB));
  // A sentence left alone on either side stands between the pair and the next one.
  const bead =
    holderB !== undefined && holderB.a.length === 0
      ? holderB
      : (beads.find((other) => other.a.includes(nextA)) ?? holderB);
  if (bead === undefined) return null;
  const isElsewhere = hasTwoSides(bead) && !(bead.a.includes(nextA) && bead.b.includes(nextB));
  const fits = hasTwoSides(bead) && !isElsewhere && bead.confidence >= doubtfulConfidence;
  return { bead, fits, isElsewhere };
}

function passageReasons({ bead, passages, numberOf, names }: Place): Reason[] {
  if (passages === undefined || !hasTwoSides(bead)) return [];
  const contains = (side: 'a' | 'b', [first, last]: readonly [number, number]): boolean =>
    bead[side].every((at) => numberOf(side, at) >= first && numberOf(side, at) <= last);
  const own = passages.find(({ a, b }) => contains('a', a) && contains('b', b));
  if (own === undefined) {
    return passages.length === 0
      ? []
      : [speak('against', 'Passage', 'it stands in none of the passages that run in parallel.')];
  }
  const moved = own.moved ? ', though it stands elsewhere in the second text' : '';
  const text = `${names[0]} ${own.a.join('-')} and ${names[1]} ${own.b.join('-')} run in parallel${moved}.`;
  return [speak('for', 'Passage', text)];
}

/** Groups of features that are not said otherwise, in words for and against. */
const scored: Partial<Record<ScorePart['group'], readonly [good: string, bad: string]>> = {
  clauses: [
    'each clause has its counterpart inside the pair.',
    'a clause would find a better counterpart in the sentence next to the pair.',
  ],
  punctuation: [
    'the sentences begin and end alike.',
    'the sentences do not begin or end alike (capitals, full stops).',
  ],
  quotation: [
    'direct speech begins and ends alike.',
    'direct speech does not begin and end alike.',
  ],
  paragraphs: ['both begin a paragraph.', 'a paragraph ends inside it on one side.'],
};
const titles: Partial<Record<ScorePart['group'], string>> = {
  clauses: 'Clauses',
  quotation: 'Speech',
  paragraphs: 'Paragraphs',
};
/** Smaller shares of the score decide nothing. */
const leastShare = 0.4;

/** What else counted in the score of the aligner for parallel texts. */
export function scoreReasons(
  { parts }: Pick<Explanation, 'parts'>,
  { a, b }: BeadPositions,
): Reason[] {
  const reasons = parts.flatMap(({ group, contribution }) => {
    const words = scored[group];
    if (words === undefined || Math.abs(contribution) < leastShare) return [];
    const about = titles[group] ?? 'Marks';
    return [speak(contribution > 0 ? 'for' : 'against', about, words[contribution > 0 ? 0 : 1])];
  });
  if (a.length + b.length > 2 && a.length > 0 && b.length > 0)
    reasons.push(
      speak(
        'against',
        'Number',
        `pairs of ${a.length} with ${b.length} sentences are rarer than 1 with 1.`,
      ),
    );
  return reasons;
}
