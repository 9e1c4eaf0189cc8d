/**
 * The thread that reads and segments sources while the program loads the model, and afterwards
 * makes a part of the checks. It knows the sources, so that rows are all it has to be sent.
 */
import { parentPort } from 'node:worker_threads';
import { checkGroup } from '../check/check-group.js';
import type { Check, Group, Source } from '../domain.js';
import { AppError, type ExitCode } from '../errors.js';
import { packSource, type PackedSource } from '../segment/packed-source.js';
import { toStreams, type StreamOptions } from '../segment/streams.js';
import { segment, type SourceInput, type SourceOptions } from '../segmentation.js';

/** What the thread is asked to do. */
export type TextOrder =
  | {
      readonly kind: 'segment';
      readonly id: number;
      readonly input: SourceInput;
      readonly options: SourceOptions;
    }
  | {
      readonly kind: 'check';
      readonly id: number;
      readonly groups: readonly Group[];
      /** How many of them, from the first on; the others tell what is usual. */
      readonly count: number;
      readonly options: StreamOptions;
    };

/** What it answers. */
export type TextAnswer = { readonly id: number } & (
  | { readonly source: PackedSource }
  | { readonly checks: readonly Check[][] }
  /** Anything but an AppError travels as it is. */
  | { readonly failure: FailureFields | Error }
);

/** What an AppError is made of; its class is lost between threads. */
export interface FailureFields {
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
  readonly hint: string | undefined;
}

const sources: Source[] = [];

parentPort?.on('message', (order: TextOrder) => {
  let answer: TextAnswer;
  try {
    answer = { id: order.id, ...carryOut(order) };
  } catch (error) {
    answer = { id: order.id, failure: fieldsOf(error) };
  }
  parentPort?.postMessage(answer, 'source' in answer ? [answer.source.sentences.buffer] : []);
});

function carryOut(order: TextOrder): { source: PackedSource } | { checks: Check[][] } {
  if (order.kind === 'segment') {
    const source = segment(order.input, order.options);
    sources.push(source);
    return { source: packSource(source) };
  }
  const { groups, count, options } = order;
  const parts = { streams: toStreams(sources, options), groups };
  return { checks: groups.slice(0, count).map((group) => checkGroup(parts, group)) };
}

function fieldsOf(error: unknown): FailureFields | Error {
  if (!(error instanceof AppError)) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const { code, message, exitCode, hint } = error;
  return { code, message, exitCode, hint };
}
