import type { Bead, Method, Passage, Stream } from '../../domain.js';
import type { StreamAlignment } from '../align-streams.js';
import { describePassages } from '../automatic/describe-passages.js';
import { isRun } from '../input/anchors.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import { explainOverlap } from '../mode/decide-mode.js';
import { readingOrder } from '../order/reading-order.js';

/** Some sentences of one of two texts, by position. */
export interface ExcerptPlace {
  readonly side: 'a' | 'b';
  /** Ascending. */
  readonly positions: Int32Array;
}

/**
 * The alignment of two whole texts, given that of an excerpt of one with the other: sentences outside the excerpt have
 * no partner. O(n log n).
 *
 * @param isRequested whether the mode was requested; otherwise the reason is that of the whole texts
 */
export function wholeAlignment(
  part: StreamAlignment,
  { side, positions }: ExcerptPlace,
  a: Stream,
  b: Stream,
  isRequested: boolean,
): StreamAlignment {
  const lone = part.mode === 'parallel' ? 'parallel' : 'comparable';
  const beads = part.beads.flatMap((bead) => {
    const whole = { ...bead, [side]: bead[side].map((at) => positions[at]!) };
    return isTorn(whole, side) ? singles(whole) : [whole];
  });
  const all = ordered([...beads, ...outside(side, positions, { a, b }[side], lone)]);
  if (isRequested || part.passages === undefined) return { ...part, beads: all };
  const passages = part.passages.map((passage): Passage => {
    const [from, end] = passage[side];
    return { ...passage, [side]: [positions[from]!, positions[end - 1]! + 1] };
  });
  const reason =
    passages.length > 0
      ? describePassages(passages, all, { stream: a }, { stream: b })
      : explainOverlap({ stream: a }, { stream: b }, all);
  return { mode: 'comparable', reason, beads: all, passages };
}

/** Whether a bead reaches across what the excerpt leaves out. */
function isTorn(bead: Bead, side: 'a' | 'b'): boolean {
  return bead.method !== 'anchor' && hasTwoSides(bead) && !isRun(bead[side]);
}

function singles({ a, b, method }: Bead): Bead[] {
  return [...a.map((i) => alone([i], [], method)), ...b.map((j) => alone([], [j], method))];
}

/** Shared by hundreds of thousands of beads. */
const none: readonly number[] = [];

function outside(
  side: 'a' | 'b',
  positions: Int32Array,
  { sentences }: Stream,
  method: Method,
): Bead[] {
  const beads: Bead[] = [];
  let next = 0;
  for (let at = 0; at < sentences.length; at++) {
    if (positions[next] === at) next++;
    else beads.push(side === 'a' ? alone([at], none, method) : alone(none, [at], method));
  }
  return beads;
}

function alone(a: readonly number[], b: readonly number[], method: Method): Bead {
  return { a, b, score: 0, confidence: 1, method, crossing: false };
}

function ordered(beads: readonly Bead[]): Bead[] {
  const rows = beads.map(({ a, b, crossing }) => ({ cells: [a, b], crossing }));
  return readingOrder(rows).map((at) => beads[at]!);
}
