import { alignStreams, type StreamAlignment } from '../align/align-streams.js';
import { wholeAlignment } from '../align/excerpt/whole-alignment.js';
import type { ReadSamplesBeside } from '../align/mode/evidence.js';
import type { AlignStretches } from '../align/stretches/align-in-stretches.js';
import { areLong } from '../align/stretches/cut-stretches.js';
import { alignWithinLinks } from '../align/within-links.js';
import type { Alignment } from '../domain.js';
import type { AlignOptions } from './align-options.js';
import type { AlignResult, CarryOutTasks } from './align-tasks.js';
import type { EmbeddedStream } from './excerpts/find-excerpts.js';
import { preparePairs, type KnownLinks, type Pair } from './prepare-pairs.js';

/** So many pairs of texts are aligned before progress is reported again. */
const pairsAtOnce = 16;

/** Every stream with every other one: of another source, or of another language. */
export async function alignPairs(
  inputs: readonly EmbeddedStream[],
  links: KnownLinks,
  options: Omit<AlignOptions, 'pivot' | 'anchors'>,
  carryOut: CarryOutTasks,
): Promise<Alignment[]> {
  const { mode = 'auto', maxBead, onProgress, signal } = options;
  const pairs = await preparePairs(inputs, links, options);
  const total = pairs.reduce((sum, pair) => sum + sentencesOf(pair), 0);
  const alignments: Alignment[] = [];
  let done = 0;
  for (const group of grouped(pairs)) {
    signal?.throwIfAborted();
    onProgress?.('aligning', done, total);
    alignGroup(group, carryOut).forEach((aligned, k) => {
      const { indexA, indexB, task, excerpt, found } = group[k]!;
      const alignment =
        excerpt === null
          ? aligned
          : wholeAlignment(
              aligned,
              excerpt,
              inputs[indexA]!.stream,
              inputs[indexB]!.stream,
              mode !== 'auto',
            );
      const beads =
        found.length > 0
          ? alignWithinLinks(task.a, task.b, alignment.beads, found, maxBead)
          : alignment.beads;
      const compared = excerpt && { side: excerpt.side, positions: excerpt.positions };
      alignments.push({
        a: indexA,
        b: indexB,
        ...alignment,
        beads,
        ...(compared && { excerpt: compared }),
      });
    });
    done += group.reduce((sum, pair) => sum + sentencesOf(pair), 0);
  }
  return alignments;
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
  if (group.length > 1)
    return carryOut(
      group.map((pair) => ({ sentences: sentencesOf(pair), make: () => pair.task })),
    ).map(alignmentOf);
  const alignStretches: AlignStretches = (stretches) =>
    carryOut(
      stretches.map(({ sentences, input }) => ({
        sentences,
        make: () => ({ kind: 'stretch', stretch: input() }),
      })),
    ).map(beadsOf);
  const readSamples: ReadSamplesBeside = (samples, meanwhile) =>
    carryOut(
      samples.map((sample) => ({
        sentences: sample.a.stream.sentences.length + sample.b.stream.sentences.length,
        make: () => ({ kind: 'sample', sample }),
      })),
      meanwhile,
    ).map(evidenceOf);
  return group.map(({ task: { a, b, options } }) =>
    alignStreams(a, b, { ...options, alignStretches, readSamples }),
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

function evidenceOf(result: AlignResult): Extract<AlignResult, { kind: 'sample' }>['evidence'] {
  if (result.kind !== 'sample') throw new TypeError('a sample was to be read');
  return result.evidence;
}
