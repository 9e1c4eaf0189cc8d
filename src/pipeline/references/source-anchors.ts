/** Links known before aligning: given by users, or by a file that contains several sources. */
import { badAnchor, type Anchor } from '../../align/input/anchors.js';
import type { Source, Span, Stream } from '../../domain.js';
import { badLink, type LinkLine } from '../../read/tables/links.js';
import { columnLetters } from '../../text/column-letters.js';

/** Known links between two sources, as 1-based sentence numbers. */
export interface SourceAnchors {
  /** Index of the first source. */
  readonly a: number;
  /** Index of the second source. */
  readonly b: number;
  readonly links: readonly { readonly a: readonly number[]; readonly b: readonly number[] }[];
}

/** Links as written in a file, before the sources are known. Plain data. */
export interface AnchorLines {
  /** The file's name, for messages. */
  readonly name: string;
  readonly lines: readonly LinkLine[];
}

/** Passages of two sources' texts that belong together, before the texts are segmented. */
export interface PassageLinks {
  readonly a: number;
  readonly b: number;
  readonly links: readonly { readonly a: readonly Span[]; readonly b: readonly Span[] }[];
}

/**
 * Anchors by pair of sources, in the order in which the lines first name a pair. Throws AppError
 * `bad-anchor` with the line that names a missing source.
 */
export function anchorsOfLines({ name, lines }: AnchorLines, sourceCount: number): SourceAnchors[] {
  const byPair = new Map<
    string,
    { a: number; b: number; links: SourceAnchors['links'][number][] }
  >();
  for (const { line, sides } of lines) {
    const filled = sides.filter(({ sentences }) => sentences.length > 0);
    for (const { source } of filled) {
      if (source >= sourceCount) {
        throw badLink(name, line, `there is no source "${columnLetters(source)}"`);
      }
    }
    filled.forEach((a, order) => {
      for (const b of filled.slice(order + 1)) {
        const key = `${a.source}:${b.source}`;
        const pair = byPair.get(key) ?? { a: a.source, b: b.source, links: [] };
        pair.links.push({ a: a.sentences, b: b.sentences });
        byPair.set(key, pair);
      }
    });
  }
  return [...byPair.values()];
}

/**
 * Anchors for passages: the sentences in them, except noise. Passages without sentences make no
 * anchor. O(passages x log sentences + sentences in them).
 */
export function anchorsOfPassages(
  sources: readonly Source[],
  passages: readonly PassageLinks[],
): SourceAnchors[] {
  return passages.map(({ a, b, links }) => ({
    a,
    b,
    links: links
      .map((link) => ({ a: sentencesIn(sources[a], link.a), b: sentencesIn(sources[b], link.b) }))
      .filter((link) => link.a.length > 0 && link.b.length > 0),
  }));
}

/** Numbers of the sentences inside the spans, ascending. */
function sentencesIn(source: Source | undefined, spans: readonly Span[]): number[] {
  const sentences = source?.sentences ?? [];
  const numbers: number[] = [];
  for (const { start, end } of spans) {
    let low = 0;
    for (let high = sentences.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    for (; low < sentences.length; low++) {
      const sentence = sentences[low];
      if (sentence === undefined || sentence.end > end) break;
      if (sentence.noise === null) numbers.push(sentence.number);
    }
  }
  return numbers.sort((x, y) => x - y);
}

/**
 * Combines links from users and from files: if both name a sentence of the same two sources, the
 * user's link wins.
 */
export function joinAnchors(
  given: readonly SourceAnchors[],
  found: readonly SourceAnchors[],
): SourceAnchors[] {
  const free = found.map(({ a, b, links }): SourceAnchors => {
    const same = given.filter(
      (other) => (other.a === a && other.b === b) || (other.a === b && other.b === a),
    );
    if (same.length === 0) return { a, b, links };
    const taken = (source: number): ReadonlySet<number> =>
      new Set(
        same.flatMap((other) =>
          other.links.flatMap((link) => (other.a === source ? link.a : link.b)),
        ),
      );
    const [takenA, takenB] = [taken(a), taken(b)];
    const isFree = (link: SourceAnchors['links'][number]): boolean =>
      !link.a.some((number) => takenA.has(number)) && !link.b.some((number) => takenB.has(number));
    return { a, b, links: links.filter(isFree) };
  });
  return [...given, ...free];
}

/**
 * Throws AppError `bad-anchor` for a missing sentence. A sentence that is noise or in another language
 * than its partner's passage is allowed.
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

/** Converts sentence numbers of sources, as in anchors, to positions in streams, as aligners need them. */
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
