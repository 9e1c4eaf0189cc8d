/** Running heads, footers and page numbers: what stands at the same place on many pages. */
import type { Passage } from './passage.js';

/** So many rows at the top and at the bottom of a page may be furniture. */
const atEdge = 2;
/** Pages that show a running head, at least. */
const fewestPages = 3;
/** Baselines that differ by less are at the same place, in points. */
const samePlace = 3;
/** Furniture is short. */
const longest = 160;

interface Candidate {
  readonly page: number;
  readonly edge: 'top' | 'bottom';
  readonly passage: Passage;
  /** Which of its lines. */
  readonly line: number;
  readonly y: number;
  readonly words: string;
}

/**
 * Marks what stands at the same place on many pages, and takes it out of the passages that it seems to
 * be part of. `pages` has the passages of every page, and so has what is returned.
 */
export function markFurniture(pages: readonly (readonly Passage[])[]): Passage[][] {
  const candidates = pages.flatMap((passages, page) => atEdges(passages, page));
  const found = new Map<Passage, Set<number>>();
  for (const group of groupBy(candidates, ({ edge, words }) => `${edge} ${words}`).values()) {
    for (const alike of byPlace(group)) {
      if (!isUsual(alike, pages.length)) continue;
      for (const { passage, line } of alike)
        found.set(passage, (found.get(passage) ?? new Set()).add(line));
    }
  }
  return pages.map((passages) =>
    passages.flatMap((passage) => {
      const lines = found.get(passage);
      return lines ? divide(passage, lines) : [passage];
    }),
  );
}

/** Running heads stand on this share of the pages between the first and the last that show them. */
const fewestShare = 0.3;

/** Whether lines at one place are on enough pages, close enough to each other; text says some things twice. */
function isUsual(alike: readonly Candidate[], pages: number): boolean {
  const shown = new Set(alike.map(({ page }) => page));
  if (shown.size < fewest(pages)) return false;
  let [first, last] = [Infinity, -Infinity];
  for (const page of shown) [first, last] = [Math.min(first, page), Math.max(last, page)];
  return shown.size >= (last - first + 1) * fewestShare;
}

/** In short documents, all pages must show it. */
const fewest = (pages: number): number => Math.max(2, Math.min(fewestPages, pages));

/** A passage without the lines at its ends that are furniture, and these. */
function divide(passage: Passage, furniture: ReadonlySet<number>): Passage[] {
  let [from, to] = [0, passage.lines.length];
  while (from < to && furniture.has(from)) from++;
  while (to > from && furniture.has(to - 1)) to--;
  const part = (start: number, end: number, isNoise: boolean): Passage[] =>
    end > start
      ? [
          {
            ...passage,
            lines: passage.lines.slice(start, end),
            baselines: passage.baselines.slice(start, end),
            top: passage.baselines[start] ?? passage.top,
            bottom: passage.baselines[end - 1] ?? passage.bottom,
            ...(isNoise && { isNoise, heading: 0, kind: undefined }),
          },
        ]
      : [];
  return [
    ...part(0, from, true),
    ...part(from, to, false),
    ...part(Math.max(from, to), passage.lines.length, true),
  ];
}

function atEdges(passages: readonly Passage[], page: number): Candidate[] {
  const lines = passages
    .filter(({ isNoise }) => !isNoise)
    .flatMap((passage) =>
      passage.lines.map((text, line) => ({ passage, line, text, y: passage.baselines[line] ?? 0 })),
    )
    .sort((a, b) => b.y - a.y);
  const rows: number[] = [];
  for (const { y } of lines) if ((rows.at(-1) ?? Infinity) - y > samePlace) rows.push(y);
  const isTop = (y: number): boolean => y > (rows[atEdge - 1] ?? -Infinity) - samePlace;
  const isBottom = (y: number): boolean => y < (rows.at(-atEdge) ?? Infinity) + samePlace;
  const edgeOf = (edge: Candidate['edge'], isThere: (y: number) => boolean): Candidate[] =>
    lines
      .filter(({ y, text }) => isThere(y) && text.length <= longest)
      .map(({ text, ...place }) => ({ ...place, page, edge, words: wordsOf(text) }));
  return [...edgeOf('top', isTop), ...edgeOf('bottom', isBottom)];
}

const numerals = /\p{Nd}+|^[ivxlc]+$/giu;

/** A text without what counts pages in it. */
const wordsOf = (text: string): string => text.replace(numerals, '#').toLowerCase();

/** Parts candidates of the same words by where they stand. */
function byPlace(candidates: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = [];
  for (const candidate of [...candidates].sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1);
    if (group && candidate.y - (group.at(-1)?.y ?? 0) < samePlace) group.push(candidate);
    else groups.push([candidate]);
  }
  return groups;
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
