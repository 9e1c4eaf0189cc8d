import type { Mode } from '../domain.js';
import { nearestNeighbours } from './comparable-neighbours.js';
import { heaviestChain } from './crossing-chain.js';
import type { StreamInput } from './stream-input.js';

/** What `auto` found out about two streams. */
export interface ModeDecision {
  readonly mode: Mode;
  /** One sentence for people. */
  readonly reason: string;
}

const neighbours = 4;
const leastMargin = 1.1;

/** Decides between parallel and comparable from how many sentences have a partner, and their order. */
export function decideMode(a: StreamInput, b: StreamInput): ModeDecision {
  const nearest = nearestNeighbours(a.embedding.vectors, b.embedding.vectors, neighbours);
  const pairs: { a: number; b: number; weight: number }[] = [];
  const { a: forward, b: backward } = nearest;
  for (let i = 0; i < forward.count && forward.k > 0 && backward.k > 0; i++) {
    const j = forward.index[i * forward.k]!;
    if (j < 0 || backward.index[j * backward.k] !== i) continue;
    const next = forward.k > 1 ? forward.cosine[i * forward.k + 1]! : 0;
    const other = backward.k > 1 ? backward.cosine[j * backward.k + 1]! : 0;
    const cosine = forward.cosine[i * forward.k]!;
    if (cosine >= leastMargin * Math.max(next, other)) pairs.push({ a: i, b: j, weight: 1 });
  }
  const ordered = heaviestChain(pairs).reduce((sum, flag) => sum + flag, 0);
  const smaller = Math.min(forward.count, backward.count);
  const share = smaller === 0 ? 0 : ordered / smaller;
  const inOrder = pairs.length === 0 ? 0 : ordered / pairs.length;
  const mode: Mode = share >= 0.3 && inOrder >= 0.8 ? 'parallel' : 'comparable';
  const percent = (value: number): string => `${Math.round(100 * value)}%`;
  return {
    mode,
    reason:
      `${percent(share)} of the sentences of the shorter text have a clear partner, ` +
      `${percent(inOrder)} of these in the same order.`,
  };
}
