import type { Span } from '../../src/domain.js';

export interface BoundaryItem {
  readonly language: string;
  readonly part: string;
  readonly text: string;
  readonly boundaries: ReadonlySet<number>;
}
export interface BoundaryCounts {
  right: number;
  wrong: number;
  missed: number;
}
export function readBoundarySet(): BoundaryItem[];
export function countBoundaries(item: BoundaryItem, spans: readonly Span[]): BoundaryCounts;
export function f1(counts: BoundaryCounts): number;
