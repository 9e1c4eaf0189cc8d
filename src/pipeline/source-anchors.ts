import type { Stream } from '../domain.js';
import { badAnchor, type Anchor } from '../align/input/anchors.js';
import type { Source } from '../domain.js';

/** Links between two sources that are known; sentence numbers, 1-based. */
export interface SourceAnchors {
  /** Index of the first source. */
  readonly a: number;
  /** Index of the second source. */
  readonly b: number;
  readonly links: readonly { readonly a: readonly number[]; readonly b: readonly number[] }[];
}

/**
 * A sentence that is noise or in another language than its partner's passage may be named; one that is
 * not there is a mistake.
 */
export function checkAnchors(sources: readonly Source[], anchors: readonly SourceAnchors[]): void {
  for (const { a, b, links } of anchors) {
    for (const link of links) {
      for (const [index, numbers] of [[a, link.a] as const, [b, link.b] as const]) {
        const source = sources[index];
        const count = source?.sentences.length ?? 0;
        const missing = numbers.find((number) => number > count);
        if (missing === undefined) continue;
        throw badAnchor(
          `an anchor names sentence ${missing} of ${source?.name ?? `source ${index + 1}`}, which has ${count}`,
        );
      }
    }
  }
}

/** Anchors are given by sentence numbers of sources; aligners know positions of streams. */
export function anchorsBetween(a: Stream, b: Stream, anchors: readonly SourceAnchors[]): Anchor[] {
  if (anchors.length === 0) return [];
  const positionsIn = (stream: Stream): ((numbers: readonly number[]) => number[] | undefined) => {
    const positionOf = new Map(stream.sentences.map(({ number }, position) => [number, position]));
    return (numbers) => {
      const found = numbers.flatMap((number) => positionOf.get(number) ?? []);
      return found.length === numbers.length ? found : undefined;
    };
  };
  const positionsA = positionsIn(a);
  const positionsB = positionsIn(b);
  return anchors.flatMap((known) => {
    const turned = known.a === b.source && known.b === a.source && a.source !== b.source;
    if (!turned && !(known.a === a.source && known.b === b.source)) return [];
    return known.links.flatMap((link) => {
      const sideA = positionsA(turned ? link.b : link.a);
      const sideB = positionsB(turned ? link.a : link.b);
      return sideA && sideB ? [{ a: sideA, b: sideB }] : [];
    });
  });
}
