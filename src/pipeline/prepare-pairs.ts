import type { StreamInput } from '../align/input/stream-input.js';
import type { Stream } from '../domain.js';
import { withoutMarkup } from '../text/markup.js';
import type { AlignOptions } from './align-options.js';
import type { AlignTask } from './align-tasks.js';
import {
  findExcerpts,
  longSide,
  type EmbeddedStream,
  type Excerpt,
} from './excerpts/find-excerpts.js';
import { withTerms } from './glossary/with-terms.js';
import { anchorsBetween, type SourceAnchors } from './references/source-anchors.js';

/** Links that are known before aligning. */
export interface KnownLinks {
  /** All of them; the aligner keeps them. */
  readonly anchors: readonly SourceAnchors[];
  /** Links that files contain between their paragraphs: the sentences inside are aligned. */
  readonly found: readonly SourceAnchors[];
}

/** Two streams that are to be aligned. */
export interface Pair {
  readonly indexA: number;
  readonly indexB: number;
  readonly task: AlignTask & { readonly kind: 'pair' };
  /** What the task holds of the longer stream; null if both are aligned whole. */
  readonly excerpt: Excerpt | null;
  /** Links between paragraphs. */
  readonly found: Anchors;
}

type Anchors = ReturnType<typeof anchorsBetween>;
type PairOptions = Omit<AlignOptions, 'pivot' | 'anchors'>;

/** Which side of a pair is aligned in part; null if neither is, as where links stand in the files. */
function excerptSide(a: Stream, b: Stream, { found }: KnownLinks): 'a' | 'b' | null {
  const side = longSide(a, b);
  return side === null || anchorsBetween(a, b, found).length > 0 ? null : side;
}

/** Whether a stream is aligned with some other one from end to end. */
export function isAlignedWhole(
  index: number,
  streams: readonly Stream[],
  links: KnownLinks,
): boolean {
  const own = streams[index]!;
  return streams.some(
    (other, at) =>
      at !== index &&
      (at > index
        ? excerptSide(own, other, links) !== 'a'
        : excerptSide(other, own, links) !== 'b'),
  );
}

/** Every stream with every other one, with the vectors that their alignment needs. */
export async function preparePairs(
  inputs: readonly EmbeddedStream[],
  links: KnownLinks,
  options: PairOptions,
): Promise<Pair[]> {
  const plain = inputs.map((input) => {
    const stream = withoutMarkup(input.stream);
    // Who compares elsewhere takes sentences from the source's text, which has the markup.
    return stream === input.stream ? input : { stream, embedding: input.embedding };
  });
  const excerpts = await allExcerpts(plain, links, options);
  return plain.flatMap((a, indexA) =>
    plain.slice(indexA + 1).map((b, offset): Pair => {
      const indexB = indexA + 1 + offset;
      const excerpt = excerpts.get(keyOf(indexA, indexB)) ?? null;
      const known = anchorsBetween(a.stream, b.stream, links.anchors);
      const anchors = excerpt === null ? known : inExcerpt(known, excerpt);
      const [first, second] = withTerms(
        excerpt?.side === 'a' ? excerpt.input : whole(a),
        excerpt?.side === 'b' ? excerpt.input : whole(b),
        options.glossary,
      );
      const { mode = 'auto', maxBead } = options;
      const settings = { mode, maxBead, ...(anchors.length > 0 && { anchors }) };
      const task = { kind: 'pair', a: first, b: second, options: settings } as const;
      const found = anchorsBetween(a.stream, b.stream, links.found);
      return { indexA, indexB, task, excerpt, found };
    }),
  );
}

function whole({ stream, embedding }: EmbeddedStream): StreamInput {
  if (embedding === null) throw new TypeError('a stream that is aligned whole has vectors');
  return { stream, embedding };
}

/** Excerpts of long streams, by pair. */
async function allExcerpts(
  inputs: readonly EmbeddedStream[],
  links: KnownLinks,
  { embedder, mode, onProgress, signal }: PairOptions,
): Promise<ReadonlyMap<string, Excerpt>> {
  const excerpts = new Map<string, Excerpt>();
  for (const [long, input] of inputs.entries()) {
    const shorts = inputs.flatMap(({ stream, embedding }, short) => {
      const [a, b] = long < short ? [input.stream, stream] : [stream, input.stream];
      const side = long === short ? null : excerptSide(a, b, links);
      if (embedding === null || side !== (long < short ? 'a' : 'b')) return [];
      const anchors = anchorsBetween(a, b, links.anchors);
      return [
        { embedding, side, anchors, key: keyOf(Math.min(long, short), Math.max(long, short)) },
      ];
    });
    if (shorts.length === 0) continue;
    const total = input.stream.sentences.length;
    const found = await findExcerpts(input, shorts, embedder, {
      inOrder: mode === 'parallel',
      onProgress: (done) => onProgress?.('embedding', done, total),
      signal,
    });
    found.forEach((excerpt, at) => excerpts.set(shorts[at]!.key, excerpt));
  }
  return excerpts;
}

const keyOf = (indexA: number, indexB: number): string => `${indexA}:${indexB}`;

/** Links by positions in an excerpt, which has all of their sentences. */
function inExcerpt(anchors: Anchors, { side, positions }: Excerpt): Anchors {
  const places = new Map(Array.from(positions, (position, at) => [position, at]));
  return anchors.map((anchor) => ({
    ...anchor,
    [side]: anchor[side].map((position) => places.get(position)!),
  }));
}
