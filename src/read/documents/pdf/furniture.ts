/** Running heads, footers and page numbers: what stands at the same place on many pages. */
import type { Passage } from './passage.js';

/** So many passages at the top and at the bottom of a page may be furniture. */
const atEdge = 3;
/** Pages that show a running head, at least. */
const fewestPages = 3;
/** Baselines that differ by less are at the same place, in points. */
const samePlace = 3;
/** Furniture is short. */
const longest = 160;

interface Candidate {
  readonly passage: Passage;
  readonly page: number;
  readonly edge: 'top' | 'bottom';
  readonly words: string;
}

/** The passages that are furniture. `pages` has the passages of every page. */
export function findFurniture(pages: readonly (readonly Passage[])[]): ReadonlySet<Passage> {
  const candidates = pages.flatMap((passages, page) => atEdges(passages, page));
  const found = new Set<Passage>();
  for (const group of groupBy(candidates, ({ edge, words }) => `${edge} ${words}`).values()) {
    for (const alike of byPlace(group)) {
      if (alike.length >= Math.min(fewestPages, Math.max(2, pages.length)))
        for (const { passage } of alike) found.add(passage);
    }
  }
  // Heads that change with the chapter: other words, always at the same place and outside of the rest.
  return found;
}

function atEdges(passages: readonly Passage[], page: number): Candidate[] {
  const sorted = passages.filter(({ isNoise }) => !isNoise).sort((a, b) => b.top - a.top);
  const candidate = (passage: Passage, edge: Candidate['edge']): Candidate[] => {
    const text = passage.lines.join(' ');
    if (passage.lines.length > 2 || text.length > longest) return [];
    return [{ passage, page, edge, words: wordsOf(text) }];
  };
  return [
    ...sorted.slice(0, atEdge).flatMap((passage) => candidate(passage, 'top')),
    ...sorted.slice(-atEdge).flatMap((passage) => candidate(passage, 'bottom')),
  ];
}

const numerals = /\p{Nd}+|^[ivxlc]+$/giu;

/** A text without what counts pages in it. */
const wordsOf = (text: string): string => text.replace(numerals, '#').toLowerCase();

/** Parts candidates of the same words by where they stand. */
function byPlace(candidates: readonly Candidate[]): Candidate[][] {
  const sorted = [...candidates].sort((a, b) => a.passage.top - b.passage.top);
  const groups: Candidate[][] = [];
  for (const candidate of sorted) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && candidate.passage.top - before.passage.top < samePlace)
      group.push(candidate);
    else groups.push([candidate]);
  }
  return groups.map((group) =>
    group.filter(({ page }, at) => group.findIndex((o) => o.page === page) === at),
  );
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
