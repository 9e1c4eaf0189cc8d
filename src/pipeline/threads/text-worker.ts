/** The thread beside the program's own: it reads and segments sources, or checks rows. */
import { parentPort } from 'node:worker_threads';
import {
  checkGroup,
  profileAll,
  readAhead,
  type Cells,
  type Profiles,
} from '../../check/check-group.js';
import type { Check, Source, Stream } from '../../domain.js';
import { AppError, type ErrorCode } from '../../errors.js';
import { packSentences, unpackSentences, type PackedSentences } from './packed-sentences.js';
import type { ReadSources } from '../alignment.js';
import { readInputs } from '../read-inputs.js';
import { segmentRead } from '../segmentation.js';
import type { FileInput, SegmentationSettings } from '../source-input.js';

/** What the thread is asked to do. */
export type TextOrder =
  /** The files of the run; a `source` follows for each source that the answer names. */
  | {
      readonly kind: 'files';
      readonly inputs: readonly FileInput[];
      readonly settings: SegmentationSettings;
    }
  /** The streams that rows will be made of: what can be read of them is read at once. */
  | { readonly kind: 'read'; readonly streams: readonly PackedStream[]; readonly ahead: boolean }
  /** All rows of these streams: they tell what is usual. */
  | { readonly kind: 'profile'; readonly groups: readonly Cells[] }
  /** Checks so many of the rows, from the first on. */
  | { readonly kind: 'check'; readonly count: number };

/** What it answers, in the order of the orders: once, but for `files`. */
export type TextAnswer =
  | ({ readonly kind: 'files' } & Omit<ReadSources, 'sources'>)
  | { readonly kind: 'source'; readonly source: PackedSource }
  | { readonly kind: 'read' }
  | { readonly kind: 'profile'; readonly known: Profiles }
  | { readonly kind: 'check'; readonly checks: Check[][] }
  /** Anything but an AppError travels as it is. */
  | { readonly kind: 'failure'; readonly failure: FailureFields | Error };

/** A source on its way between threads. */
export interface PackedSource extends Omit<Source, 'sentences'> {
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

/** One order after the other, reading too, which takes its time. */
let before = Promise.resolve();

parentPort?.on('message', (order: TextOrder) => {
  before = before.then(async () => {
    try {
      if (order.kind === 'files') await readAll(order.inputs, order.settings);
      else send(carryOut(order));
    } catch (error) {
      send({ kind: 'failure', failure: fieldsOf(error) });
    }
  });
});

function send(answer: TextAnswer): void {
  const moved = answer.kind === 'source' ? [answer.source.sentences.numbers.buffer] : [];
  parentPort?.postMessage(answer, moved);
}

/** Sends every source as soon as it is segmented: whoever embeds it need not wait for the next. */
async function readAll(
  inputs: readonly FileInput[],
  settings: SegmentationSettings,
): Promise<void> {
  const read = await readInputs(inputs, settings);
  const { named, links } = read;
  send({ kind: 'files', named, links });
  for (const source of segmentRead(read, settings)) {
    send({ kind: 'source', source: { ...source, sentences: packSentences(source.sentences) } });
  }
}

function carryOut(order: Exclude<TextOrder, { readonly kind: 'files' }>): TextAnswer {
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
