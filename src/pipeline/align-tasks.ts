import {
  alignStreams,
  type AlignStreamsOptions,
  type StreamAlignment,
} from '../align/align-streams.js';
import type { StreamInput } from '../align/input/stream-input.js';
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
      readonly options: Omit<AlignStreamsOptions, 'alignStretches'>;
    };

/** What comes of it. */
export type AlignResult =
  | { readonly kind: 'stretch'; readonly beads: Bead[] }
  | { readonly kind: 'pair'; readonly alignment: StreamAlignment };

/** A task that is still to be done. */
export interface WaitingTask {
  /** Number of its sentences on both sides. */
  readonly sentences: number;
  /** Makes it, when its turn comes; every time the same. */
  readonly make: () => AlignTask;
}

/** Does all of some tasks; the results in their order. */
export type CarryOutTasks = (tasks: readonly WaitingTask[]) => AlignResult[];

/** Does a task; the result is the same in every thread. */
export function carryOutTask(task: AlignTask): AlignResult {
  return task.kind === 'stretch'
    ? { kind: 'stretch', beads: alignStretch(task.stretch) }
    : { kind: 'pair', alignment: alignStreams(task.a, task.b, task.options) };
}

/** Does tasks in this thread. */
export const carryOutTasks: CarryOutTasks = (tasks) =>
  tasks.map(({ make }) => carryOutTask(make()));
