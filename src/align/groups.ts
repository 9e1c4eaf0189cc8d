import type { Alignment, Bead, Group, Method, Stream } from '../domain.js';
import { readingOrder } from './order/reading-order.js';
import { hasTwoSides } from './input/has-two-sides.js';

/** Options of `groupAlignments`. */
export interface GroupOptions {
  /** Index of the leading stream: rows follow it, and no row contains two of its beads. */
  readonly pivot?: number;
  /** The most sentences of one stream in a row that was made by joining beads; a single bead may be larger. */
  readonly maxBead?: number | undefined;
}

/**
 * Maximum number of sentences of one stream in a row that was made by joining beads. Where
 * alignments disagree about every boundary, rows would otherwise grow without limit; a single bead
 * may be larger.
 */
const mostJoined = 8;

interface Link {
  readonly bead: Bead;
  readonly streamA: number;
  readonly streamB: number;
  readonly alignment: number;
}

interface Growing {
  /** Ascending positions for each stream. */
  cells: number[][];
  weakest: Link | null;
  scores: number[];
  crossing: boolean;
}

/**
 * Joins pairwise alignments into rows over all streams. Links are processed from the most to the
 * least confident. A link is cut if it would put two sentences of a stream that are not neighbours
 * into one row (unless a single bead does so), or two streams of one source beside another source:
 * in a chain of links that cannot all be right, the weakest gives way.
 *
 * Every position of every stream is returned exactly once, in reading order. With a single
 * alignment, the rows are its beads. Cost: links x (log links + row size).
 */
export function groupAlignments(
  streams: readonly Stream[],
  alignments: readonly Alignment[],
  options: GroupOptions = {},
): Group[] {
  const [only] = alignments;
  if (streams.length === 2 && alignments.length === 1 && only !== undefined) {
    return inReadingOrder(only.beads.map(ofBead), options);
  }
  const links = strongestFirst(alignments, options.pivot);
  const owner = streams.map((stream) => new Array<Growing | undefined>(stream.sentences.length));
  const endorsed = gapsInsideBeads(links);
  const refused: Link[] = [];
  for (const link of links) {
    const parts = partsOf(link, owner, streams.length);
    const joined = join(parts, link, streams, endorsed, options);
    if (joined === null) {
      refused.push(link);
      continue;
    }
    joined.cells.forEach((cell, stream) => {
      for (const position of cell) owner[stream]![position] = joined;
    });
  }
  const alone = loneSentences(streams, alignments, owner, refused);
  const linked = new Set<Growing>();
  for (const stream of owner) for (const row of stream) if (row !== undefined) linked.add(row);
  return inReadingOrder([...[...linked].map(toGroup), ...alone], options);
}

function inReadingOrder(groups: readonly Group[], { pivot = 0 }: GroupOptions): Group[] {
  return readingOrder(groups, pivot).map((index) => groups[index]!);
}

/** The row that a bead is where nothing else can be joined to it; it shares the bead's positions. */
function ofBead(bead: Bead): Group {
  const isLink = hasTwoSides(bead);
  return {
    cells: [bead.a, bead.b],
    score: isLink ? bead.score : 0,
    confidence: bead.confidence,
    method: bead.method,
    crossing: isLink && bead.crossing,
  };
}

function strongestFirst(alignments: readonly Alignment[], pivot: number | undefined): Link[] {
  const links: Link[] = [];
  alignments.forEach((alignment, index) => {
    for (const bead of alignment.beads) {
      if (bead.a.length === 0 || bead.b.length === 0) continue;
      links.push({ bead, streamA: alignment.a, streamB: alignment.b, alignment: index });
    }
  });
  const rank = (link: Link): number =>
    (isFixed(link.bead.method) ? 2 : 0) +
    (link.streamA === pivot || link.streamB === pivot ? 1 : 0);
  return links.sort(
    (x, y) =>
      rank(y) - rank(x) ||
      y.bead.confidence - x.bead.confidence ||
      y.bead.score - x.bead.score ||
      x.alignment - y.alignment ||
      x.bead.a[0]! - y.bead.a[0]!,
  );
}

/** A link that a person set is never cut in favour of a computed one. */
function isFixed(method: Method): boolean {
  return method === 'anchor' || method === 'manual';
}

/** Pairs of positions that are not neighbours but occur next to each other in one bead. */
function gapsInsideBeads(links: readonly Link[]): Set<string> {
  const gaps = new Set<string>();
  for (const { bead, streamA, streamB } of links) {
    addGaps(gaps, streamA, bead.a);
    addGaps(gaps, streamB, bead.b);
  }
  return gaps;
}

function addGaps(gaps: Set<string>, stream: number, positions: readonly number[]): void {
  for (let n = 1; n < positions.length; n++) {
    if (positions[n]! > positions[n - 1]! + 1) {
      gaps.add(`${stream}:${positions[n - 1]!}:${positions[n]!}`);
    }
  }
}

/** The rows that a link would join; sentences without a row count as rows. */
function partsOf(link: Link, owner: (Growing | undefined)[][], streams: number): Growing[] {
  const parts = new Set<Growing>();
  const fresh: Growing = {
    cells: Array.from({ length: streams }, () => []),
    weakest: null,
    scores: [],
    crossing: false,
  };
  for (const [stream, positions] of sidesOf(link)) {
    for (const position of positions) {
      const row = owner[stream]![position];
      if (row === undefined) fresh.cells[stream]!.push(position);
      else parts.add(row);
    }
  }
  return [fresh, ...parts];
}

function sidesOf(link: Link): readonly (readonly [number, readonly number[]])[] {
  return [
    [link.streamA, link.bead.a],
    [link.streamB, link.bead.b],
  ];
}

/** The resulting row, or null if it is not allowed. */
function join(
  parts: readonly Growing[],
  link: Link,
  streams: readonly Stream[],
  endorsed: ReadonlySet<string>,
  { pivot, maxBead = mostJoined }: GroupOptions,
): Growing | null {
  const cells = streams.map((_, stream) =>
    parts.flatMap((part) => part.cells[stream]!).sort((x, y) => x - y),
  );
  const isWholeRow = parts.length === 2 && parts[0]!.cells.every((cell) => cell.length === 0);
  const isNewRow = parts.length === 1;
  if (!isNewRow && !isWholeRow) {
    const pivotBeads = parts.filter((part) => pivot !== undefined && part.cells[pivot]!.length > 0);
    if (pivotBeads.length > 1) return null;
    for (let stream = 0; stream < cells.length; stream++) {
      const cell = cells[stream]!;
      const largest = Math.max(...parts.map((part) => part.cells[stream]!.length));
      if (cell.length > Math.max(Math.min(mostJoined, maxBead), largest)) return null;
      if (!areNeighbours(cell, stream, endorsed)) return null;
    }
  }
  if (!onePerSource(cells, streams)) return null;
  const weaker = parts.map((part) => part.weakest).filter((weakest) => weakest !== null);
  const joins = !isWholeRow;
  const weakest = [...weaker, ...(joins ? [link] : [])].reduce<Link | null>(
    (least, other) =>
      least === null || other.bead.confidence < least.bead.confidence ? other : least,
    null,
  );
  return {
    cells,
    weakest,
    scores: [...parts.flatMap((part) => part.scores), link.bead.score],
    crossing: parts.some((part) => part.crossing) || (joins && link.bead.crossing),
  };
}

function areNeighbours(
  cell: readonly number[],
  stream: number,
  endorsed: ReadonlySet<string>,
): boolean {
  for (let n = 1; n < cell.length; n++) {
    const [left, right] = [cell[n - 1]!, cell[n]!];
    if (right > left + 1 && !endorsed.has(`${stream}:${left}:${right}`)) return false;
  }
  return true;
}

function onePerSource(cells: readonly (readonly number[])[], streams: readonly Stream[]): boolean {
  const used = cells.flatMap((cell, stream) => (cell.length > 0 ? [streams[stream]!.source] : []));
  const sources = new Set(used);
  return sources.size === 1 || sources.size === used.length;
}

function toGroup(row: Growing): Group {
  const sum = row.scores.reduce((total, score) => total + score, 0);
  return {
    cells: row.cells,
    score: row.scores.length === 0 ? 0 : sum / row.scores.length,
    confidence: row.weakest?.bead.confidence ?? 0,
    method: row.weakest?.bead.method ?? 'parallel',
    crossing: row.crossing,
  };
}

/**
 * Rows for sentences without a link: one per bead if there is a single alignment, otherwise one per
 * sentence. Their confidence comes from the least certain alignment: that of the 1-0 bead, or the
 * doubt about a cut link.
 */
function loneSentences(
  streams: readonly Stream[],
  alignments: readonly Alignment[],
  owner: readonly (readonly (Growing | undefined)[])[],
  refused: readonly Link[],
): Group[] {
  const beadOf = streams.map(() => new Map<number, Bead>());
  const confidence = streams.map((stream) =>
    new Float64Array(stream.sentences.length).fill(Infinity),
  );
  const lower = (stream: number, positions: readonly number[], value: number): void => {
    for (const position of positions) {
      confidence[stream]![position] = Math.min(confidence[stream]![position]!, value);
    }
  };
  for (const alignment of alignments) {
    for (const bead of alignment.beads) {
      if (hasTwoSides(bead)) continue;
      for (const position of bead.a) beadOf[alignment.a]!.set(position, bead);
      for (const position of bead.b) beadOf[alignment.b]!.set(position, bead);
      lower(alignment.a, bead.a, bead.confidence);
      lower(alignment.b, bead.b, bead.confidence);
    }
  }
  for (const link of refused) {
    for (const [stream, positions] of sidesOf(link)) {
      lower(stream, positions, 1 - link.bead.confidence);
    }
  }
  const groups: Group[] = [];
  streams.forEach((stream, index) => {
    for (let position = 0; position < stream.sentences.length; position++) {
      if (owner[index]![position] !== undefined) continue;
      const bead = beadOf[index]!.get(position);
      const side = bead === undefined ? [] : bead.a.length > 0 ? bead.a : bead.b;
      const whole = alignments.length === 1 && side.length > 1;
      if (whole && side[0] !== position) continue;
      const least = confidence[index]![position]!;
      groups.push({
        cells: streams.map((_, other) => (other === index ? (whole ? side : [position]) : [])),
        score: 0,
        confidence: Number.isFinite(least) ? least : 1,
        method: bead?.method ?? 'comparable',
        crossing: false,
      });
    }
  });
  return groups;
}
