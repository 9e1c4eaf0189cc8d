import type { Bead } from '../../domain.js';
import { chapterBonus, type ChapterStarts } from './chapter-starts.js';
import type { Rectangle } from './chain.js';
import type { Extent } from './extents.js';
import { hasTwoSides } from '../input/has-two-sides.js';

/** A pair pays if its confidence exceeds this share of what is usual inside the passage. */
const leastShare = 0.5;
/** What a sentence without a partner costs. */
const aloneCost = 0.1;

/**
 * Cuts both ends of a passage's beads where they cost more than they give: the run of beads with the highest
 * sum of confidence less what a pair must have. Linear.
 *
 * @param beads in order
 */
export function trimPassage(
  beads: readonly Bead[],
  extent: Extent,
  chapters: ChapterStarts,
): Bead[] {
  const least = leastShare * usualConfidence(beads, extent.chain);
  return trim(beads, least, chapters, extent);
}

/** As `trimPassage`, for what is left of a passage after another one got some of its sentences. */
export function trimRest(beads: readonly Bead[], chapters: ChapterStarts): Bead[] {
  return trim(beads, leastShare, chapters, { begins: false, ends: false });
}

/** What a bead adds to a passage. */
export function worthOf({ a, b, confidence }: Bead, least = leastShare): number {
  return a.length > 0 && b.length > 0 ? confidence - least : -aloneCost * (a.length + b.length);
}

function trim(
  beads: readonly Bead[],
  least: number,
  chapters: ChapterStarts,
  { begins, ends }: Pick<Extent, 'begins' | 'ends'>,
): Bead[] {
  let sum = 0;
  let highest = 0;
  let end = 0;
  const before = beads.map((bead, at) => {
    const here = sum;
    sum += worthOf(bead, least);
    const value = sum + bonusAfter(bead, chapters);
    if (value > highest) {
      highest = value;
      end = at + 1;
    }
    return here - bonusBefore(bead, chapters);
  });
  let start = 0;
  for (let at = 0; at < end; at++) if (before[at]! < before[start]!) start = at;
  return beads.slice(begins ? 0 : start, ends ? beads.length : end);
}

/** A passage may well end where a chapter does on both sides ... */
function bonusAfter({ a, b }: Bead, chapters: ChapterStarts): number {
  if (a.length === 0 || b.length === 0) return 0;
  const ends = chapters.a[a.at(-1)! + 1] === 1 && chapters.b[b.at(-1)! + 1] === 1;
  return ends ? chapterBonus : 0;
}

/** ... and begin where one does. */
function bonusBefore({ a, b }: Bead, chapters: ChapterStarts): number {
  if (a.length === 0 || b.length === 0) return 0;
  return chapters.a[a[0]!] === 1 && chapters.b[b[0]!] === 1 ? chapterBonus : 0;
}

/** Median confidence of the pairs inside the chain. */
function usualConfidence(beads: readonly Bead[], core: Rectangle): number {
  const inside = beads
    .filter(hasTwoSides)
    .filter(({ a }) => a[0]! >= core.fromA && a.at(-1)! <= core.toA)
    .filter(({ b }) => b[0]! >= core.fromB && b.at(-1)! <= core.toB)
    .map(({ confidence }) => confidence)
    .sort((x, y) => x - y);
  if (inside.length === 0) return 1;
  const middle = inside.length >> 1;
  return inside.length % 2 === 1 ? inside[middle]! : (inside[middle - 1]! + inside[middle]!) / 2;
}
