import { alignStreams, type StreamAlignment } from '../align/align-streams.js';
import type { StreamInput } from '../align/input/stream-input.js';
import type { AlignStretches } from '../align/stretches/align-in-stretches.js';
import { areLong } from '../align/stretches/cut-stretches.js';
import { alignWithinLinks } from '../align/within-links.js';
import type { Alignment } from '../domain.js';
import { withoutMarkup } from '../text/markup.js';
import type { AlignOptions } from './align-options.js';
import type { AlignResult, AlignTask, CarryOutTasks } from './align-tasks.js';
import { withTerms } from './glossary/with-terms.js';
import { anchorsBetween, type SourceAnchors } from './references/source-anchors.js';

/** Links that are known before aligning. */
export interface KnownLinks {
  /** All of them; the aligner keeps them. */
  readonly anchors: readonly SourceAnchors[];
  /** Links that files contain between their paragraphs: the sentences inside are aligned. */
  readonly found: readonly SourceAnchors[];
}

/** So many pairs of texts are aligned before progress is reported again. */
const pairsAtOnce = 16;

/** Every stream with every other one: of another source, or of another language. */
export function alignPairs(
  inputs: readonly StreamInput[],
  links: KnownLinks,
  { mode = 'auto', maxBead, glossary, onProgress, signal }: Omit<AlignOptions, 'pivot' | 'anchors'>,
  carryOut: CarryOutTasks,
): Alignment[] {
  const plain = inputs.map(plainInput);
  const pairs = plain.flatMap((a, indexA) =>
    plain.slice(indexA + 1).map((b, offset): Pair => {
      const known = anchorsBetween(a.stream, b.stream, links.anchors);
      const options = { mode, maxBead, ...(known.length > 0 && { anchors: known }) };
      const [first, second] = withTerms(a, b, glossary);
      const task = { kind: 'pair', a: first, b: second, options } as const;
      return { indexA, indexB: indexA + 1 + offset, task };
    }),
  );
  const total = pairs.reduce((sum, pair) => sum + sentencesOf(pair), 0);
  const alignments: Alignment[] = [];
  let done = 0;
  for (const group of grouped(pairs)) {
    signal?.throwIfAborted();
    onProgress?.('aligning', done, total);
    alignGroup(group, carryOut).forEach((alignment, k) => {
      const { indexA, indexB, task } = group[k]!;
      const units = anchorsBetween(task.a.stream, task.b.stream, links.found);
      const beads =
        units.length > 0
          ? alignWithinLinks(task.a, task.b, alignment.beads, units, maxBead)
          : alignment.beads;
      alignments.push({ a: indexA, b: indexB, ...alignment, beads });
    });
    done += group.reduce((sum, pair) => sum + sentencesOf(pair), 0);
  }
  return alignments;
}

/** Two streams that are to be aligned. */
interface Pair {
  readonly indexA: number;
  readonly indexB: number;
  readonly task: AlignTask & { readonly kind: 'pair' };
}

/** Aligners read what sentences say. */
function plainInput({ stream, embedding }: StreamInput): StreamInput {
  return { stream: withoutMarkup(stream), embedding };
}

function sentencesOf({ task: { a, b } }: Pair): number {
  return a.stream.sentences.length + b.stream.sentences.length;
}

/** Long texts each for themselves, shorter ones several at a time. */
function grouped(pairs: readonly Pair[]): Pair[][] {
  const groups: Pair[][] = [];
  let open: Pair[] | null = null;
  for (const pair of pairs) {
    if (areLong(pair.task.a, pair.task.b)) {
      groups.push([pair]);
      open = null;
    } else if (open === null || open.length === pairsAtOnce) groups.push((open = [pair]));
    else open.push(pair);
  }
  return groups;
}

/** One pair is cut and its parts are shared; of several each is done by one thread. */
function alignGroup(group: readonly Pair[], carryOut: CarryOutTasks): StreamAlignment[] {
  if (group.length > 1) return carryOut(group.map(({ task }) => task)).map(alignmentOf);
  const alignStretches: AlignStretches = (stretches) =>
    carryOut(stretches.map((stretch) => ({ kind: 'stretch', stretch }))).map(beadsOf);
  return group.map(({ task: { a, b, options } }) =>
    alignStreams(a, b, { ...options, alignStretches }),
  );
}

function alignmentOf(result: AlignResult): StreamAlignment {
  if (result.kind !== 'pair') throw new TypeError('a pair was asked for');
  return result.alignment;
}

function beadsOf(result: AlignResult): Extract<AlignResult, { kind: 'stretch' }>['beads'] {
  if (result.kind !== 'stretch') throw new TypeError('a stretch was asked for');
  return result.beads;
}
