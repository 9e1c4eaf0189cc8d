/** The thread beside the program's own: it reads and segments sources, or checks rows. */
import { parentPort } from 'node:worker_threads';
import {
  checkGroup,
  profileAll,
  readAhead,
  type Cells,
  type Profiles,
} from '../../check/check-group.js';
import type { Check, Paragraph, Stream } from '../../domain.js';
import { AppError, type ErrorCode } from '../../errors.js';
import { packSentences, unpackSentences, type PackedSentences } from './packed-sentences.js';
import { segment } from '../segmentation.js';
import type { SourceInput, SourceOptions } from '../source-input.js';

/** What the thread is asked to do. */
export type TextOrder =
  | { readonly kind: 'segment'; readonly input: SourceInput; readonly options: SourceOptions }
  /** The streams that rows will be made of: what can be read of them is read at once. */
  | { readonly kind: 'read'; readonly streams: readonly PackedStream[]; readonly ahead: boolean }
  /** All rows of these streams: they tell what is usual. */
  | { readonly kind: 'profile'; readonly groups: readonly Cells[] }
  /** Checks so many of the rows, from the first on. */
  | { readonly kind: 'check'; readonly count: number };

/** What it answers, in the order of the orders. */
export type TextAnswer =
  | { readonly kind: 'segment'; readonly source: PackedSource }
  | { readonly kind: 'read' }
  | { readonly kind: 'profile'; readonly known: Profiles }
  | { readonly kind: 'check'; readonly checks: Check[][] }
  /** Anything but an AppError travels as it is. */
  | { readonly kind: 'failure'; readonly failure: FailureFields | Error };

/** A source on its way between threads. */
export interface PackedSource {
  readonly name: string;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: PackedSentences;
}

/** A stream on its way between threads, with the text of its source. */
export interface PackedStream {
  readonly source: number;
  readonly language: string;
  readonly text: string;
  readonly sentences: PackedSentences;
}

/** What an AppError is made of; its class is lost between threads. */
export interface FailureFields {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | undefined;
}

/** What the rows to be checked are made of. */
let streams: readonly Stream[] = [];
let groups: readonly Cells[] = [];

parentPort?.on('message', (order: TextOrder) => {
  let answer: TextAnswer;
  try {
    answer = carryOut(order);
  } catch (error) {
    answer = { kind: 'failure', failure: fieldsOf(error) };
  }
  const moved = answer.kind === 'segment' ? [answer.source.sentences.numbers.buffer] : [];
  parentPort?.postMessage(answer, moved);
});

function carryOut(order: TextOrder): TextAnswer {
  if (order.kind === 'segment') {
    const { name, text, paragraphs, sentences } = segment(order.input, order.options);
    const source = { name, text, paragraphs, sentences: packSentences(sentences) };
    return { kind: 'segment', source };
  }
  if (order.kind === 'read') {
    streams = order.streams.map(({ source, language, text, sentences }): Stream => ({
      source,
      language,
      sentences: unpackSentences(sentences, text),
    }));
    if (order.ahead) readAhead(streams);
    return { kind: 'read' };
  }
  if (order.kind === 'profile') {
    groups = order.groups;
    return { kind: 'profile', known: profileAll({ streams, groups }) };
  }
  const checks = groups
    .slice(0, order.count)
    .map((group) => checkGroup({ streams, groups }, group));
  return { kind: 'check', checks };
}

function fieldsOf(error: unknown): FailureFields | Error {
  if (!(error instanceof AppError)) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const { code, message, hint } = error;
  return { code, message, hint };
}
