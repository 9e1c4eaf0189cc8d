import {
  alignStreams,
  type AlignStreamsOptions,
  type StreamAlignment,
} from '../align/align-streams.js';
import type { StreamInput } from '../align/input/stream-input.js';
import { readSample, type ModeSample, type SampleEvidence } from '../align/mode/evidence.js';
import { alignStretch } from '../align/parallel/align-parallel.js';
import type { StretchInput } from '../align/stretches/cut-stretches.js';
import type { Bead } from '../domain.js';

/** A piece of aligning work that depends on no other. */
export type AlignTask =
  /** A part of two long texts. */
  | { readonly kind: 'stretch'; readonly stretch: StretchInput }
  /** Two texts. */
  | {
      readonly kind: 'pair';
      readonly a: StreamInput;
      readonly b: StreamInput;
      readonly options: Omit<AlignStreamsOptions, 'alignStretches' | 'readSamples'>;
    }
  /** A part of two texts that tells how they belong together. */
  | { readonly kind: 'sample'; readonly sample: ModeSample };

/** What comes of it. */
export type AlignResult =
  | { readonly kind: 'stretch'; readonly beads: Bead[] }
  | { readonly kind: 'pair'; readonly alignment: StreamAlignment }
  | { readonly kind: 'sample'; readonly evidence: SampleEvidence };

/** A task that is still to be done. */
export interface WaitingTask {
  /** Number of its sentences on both sides. */
  readonly sentences: number;
  /** Makes it, when its turn comes; every time the same. */
  readonly make: () => AlignTask;
}

/**
 * Does all of some tasks; the results in their order. While other threads have begun with them, this one does something
 * else first; not at all if it works alone.
 */
export type CarryOutTasks = (
  tasks: readonly WaitingTask[],
  meanwhile?: () => void,
) => AlignResult[];

/** Does a task; the result is the same in every thread. */
export function carryOutTask(task: AlignTask): AlignResult {
  switch (task.kind) {
    case 'stretch':
      return { kind: 'stretch', beads: alignStretch(task.stretch) };
    case 'pair':
      return { kind: 'pair', alignment: alignStreams(task.a, task.b, task.options) };
    case 'sample':
      return { kind: 'sample', evidence: readSample(task.sample) };
  }
}

/** Does tasks in this thread. */
export const carryOutTasks: CarryOutTasks = (tasks) =>
  tasks.map(({ make }) => carryOutTask(make()));
