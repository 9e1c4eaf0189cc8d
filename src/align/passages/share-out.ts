import type { Bead } from '../../domain.js';
import { chapterBonus, type ChapterStarts } from './chapter-starts.js';
import { trimRest, worthOf } from './trim-beads.js';

type Side = 'a' | 'b';

/**
 * Where two neighbouring passages claim the same sentences, splits them where the most confidence is kept.
 * Two rounds a side, as a split on one side can move what is claimed on the other. Cost: the passages' beads.
 *
 * @param parts the beads of every passage, in order
 * @param chapters where passages may well meet
 */
export function shareOut(
  parts: readonly (readonly Bead[])[],
  chapters: ChapterStarts,
): (readonly Bead[])[] {
  const shared = [...parts];
  for (const side of ['a', 'b'] as const) {
    for (let round = 0; round < 2; round++) splitNeighbours(shared, side, chapters);
  }
  return shared;
}

function splitNeighbours(parts: (readonly Bead[])[], side: Side, chapters: ChapterStarts): void {
  const order = [...parts.keys()]
    .filter((at) => parts[at]!.length > 0)
    .map((at) => ({ at, middle: middleOf(parts[at]!, side) }))
    .sort((x, y) => x.middle - y.middle || x.at - y.at);
  order.slice(1).forEach(({ at: second }, k) => {
    const first = order[k]!.at;
    const [upper, lower] = [parts[first]!, parts[second]!];
    const from = lower.reduce((least, bead) => Math.min(least, bead[side][0] ?? least), Infinity);
    const to = upper.reduce((most, bead) => Math.max(most, bead[side].at(-1) ?? most), -1);
    if (from > to) return;
    const cut = bestCut(upper, lower, { side, from, to, starts: chapters[side] });
    parts[first] = trimRest(
      upper.filter((bead) => isBefore(bead, side, cut)),
      chapters,
    );
    parts[second] = trimRest(
      lower.filter((bead) => isFrom(bead, side, cut)),
      chapters,
    );
  });
}

/** Where two passages may be divided: from a position up to another, on one side. */
interface Overlap {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  /** Where chapters begin on this side. */
  readonly starts: Uint8Array;
}

/** The position before which the first passage keeps its beads and from which the second does. */
function bestCut(
  upper: readonly Bead[],
  lower: readonly Bead[],
  { side, from, to, starts }: Overlap,
): number {
  let best = -Infinity;
  let at = from;
  for (let cut = from; cut <= to + 1; cut++) {
    const kept =
      worth(upper.filter((bead) => isBefore(bead, side, cut))) +
      worth(lower.filter((bead) => isFrom(bead, side, cut))) +
      (starts[cut] === 1 ? chapterBonus : 0);
    if (kept <= best + 1e-9) continue;
    best = kept;
    at = cut;
  }
  return at;
}

const worth = (beads: readonly Bead[]): number =>
  beads.reduce((sum, bead) => sum + worthOf(bead), 0);
const isBefore = (bead: Bead, side: Side, cut: number): boolean => (bead[side].at(-1) ?? -1) < cut;
const isFrom = (bead: Bead, side: Side, cut: number): boolean => (bead[side][0] ?? cut) >= cut;

function middleOf(beads: readonly Bead[], side: Side): number {
  const positions = beads.flatMap((bead) => bead[side]).sort((x, y) => x - y);
  return positions[positions.length >> 1] ?? 0;
}
