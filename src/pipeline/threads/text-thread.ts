/**
 * Reading, segmenting and checking in a second thread, so that they take their turn while this one
 * loads the model, embeds and aligns. What comes out is what one thread would make.
 */
import { Worker } from 'node:worker_threads';
import { checkGroup, readRows, takeProfiles } from '../../check/check-group.js';
import type { Check, Source, Stream } from '../../domain.js';
import { AppError } from '../../errors.js';
import { releaseMemory } from '../../platform/memory.js';
import { packSentences, unpackSentences } from './packed-sentences.js';
import type {
  FailureFields,
  PackedSource,
  PackedStream,
  TextAnswer,
  TextOrder,
} from './text-worker.js';
import type { TextWork } from './text-work.js';
import type { StreamParts, RowParts } from '../row-checker.js';
import type { ReadSources } from '../alignment.js';
import type { FileInput, SegmentationSettings } from '../source-input.js';

/** Fewer rows are checked sooner than they are sent. */
const worthSending = 400;
/** With so many rows, memory counts: what aligning took is given back before the texts are copied. */
const manyRows = 20_000;
/** The share of the rows that goes: the other thread has read their sentences already. */
const sent = 0.6;

/**
 * One thread reads and segments, and later checks; after long texts it is gone between, and
 * aligning, which takes most memory, has it back.
 */
export class TextThreads implements TextWork {
  readonly #reader = new TextThread();
  #checker: TextThread | null = this.#reader;
  #sentences = 0;
  /** The thread that checks, once it has the streams. */
  #told: Promise<TextThread> | null = null;

  async read(inputs: readonly FileInput[], settings: SegmentationSettings): Promise<ReadSources> {
    const { answer, sources } = await this.#reader.askForSources(inputs, settings);
    const unpacked = sources.map(async (source, index) => {
      const { sentences: packed, ...rest } = await source;
      const sentences = unpackSentences(packed, rest.text);
      this.#sentences += sentences.length;
      const isLast = index === sources.length - 1;
      if (isLast && this.#sentences >= manyRows) {
        this.#checker = null;
        await this.#reader.close();
      }
      return { ...rest, sentences };
    });
    // A source that fails while others are embedded is reported when its turn comes.
    for (const source of unpacked) source.catch(() => {});
    return { named: answer.named, links: answer.links, sources: unpacked };
  }

  readAhead({ sources, streams }: StreamParts): void {
    if (this.#sentences < worthSending || this.#sentences >= manyRows) return;
    this.#told = this.#tell(sources, streams, true);
    // The checks hear of a failure; where there are none it does not matter.
    this.#told.catch(() => {});
  }

  async check(parts: RowParts): Promise<Check[][]> {
    const { sources, streams, groups } = parts;
    if (groups.length < worthSending) return groups.map((group) => checkGroup(parts, group));
    if (groups.length >= manyRows) releaseMemory();
    const checker = await (this.#told ?? this.#tell(sources, streams, false));
    const cells = groups.map((group) => ({ cells: group.cells }));
    const profiled = checker.ask({ kind: 'profile', groups: cells });
    const count = Math.floor(sent * groups.length);
    const own = groups.slice(count);
    readRows(parts, own);
    takeProfiles(groups, (await profiled).known);
    const there = checker.ask({ kind: 'check', count });
    const here = own.map((group) => checkGroup(parts, group));
    return [...(await there).checks, ...here];
  }

  /** Hands the streams to the thread that checks. */
  async #tell(
    sources: readonly Source[],
    streams: readonly Stream[],
    ahead: boolean,
  ): Promise<TextThread> {
    this.#checker ??= new TextThread();
    const packed = streams.map(({ source, language, sentences }): PackedStream => ({
      source,
      language,
      text: sources[source]?.text ?? '',
      sentences: packSentences(sentences),
    }));
    const checker = this.#checker;
    await checker.ask({ kind: 'read', streams: packed, ahead });
    return checker;
  }

  async close(): Promise<void> {
    await Promise.all([this.#reader.close(), this.#checker?.close()]);
  }
}

type Success = Exclude<TextAnswer, { kind: 'failure' }>;
type AnswerTo<K extends TextOrder['kind']> = Extract<Success, { kind: K }>;

function answers<K extends Success['kind']>(
  answer: Success,
  kind: K,
): answer is Extract<Success, { kind: K }> {
  return answer.kind === kind;
}

/** Whoever waits for an answer; true when it was the last one. */
type Listener = (answer: TextAnswer) => boolean;

/** Asks a thread; answers come in the order of the orders. */
class TextThread {
  readonly #worker = new Worker(new URL('./text-worker.js', import.meta.url));
  readonly #waiting: Listener[] = [];

  constructor() {
    this.#worker.on('message', (answer: TextAnswer) => {
      if (this.#waiting[0]?.(answer) === true) this.#waiting.shift();
    });
    this.#worker.on('error', (failure: Error) => {
      for (const listen of this.#waiting.splice(0)) listen({ kind: 'failure', failure });
    });
  }

  ask<K extends TextOrder['kind']>(order: TextOrder & { readonly kind: K }): Promise<AnswerTo<K>> {
    const { kind } = order;
    return new Promise((resolve, reject) => {
      this.#waiting.push((answer) => {
        if (answer.kind === 'failure') reject(errorOf(answer.failure));
        else if (answers(answer, kind)) resolve(answer);
        else reject(new TypeError(`asked to ${kind}, got ${answer.kind}`));
        return true;
      });
      this.#worker.postMessage(order);
    });
  }

  /** Hands files over; what is in them, and each source when it is segmented. */
  askForSources(
    inputs: readonly FileInput[],
    settings: SegmentationSettings,
  ): Promise<{ answer: AnswerTo<'files'>; sources: Promise<PackedSource>[] }> {
    return new Promise((resolve, reject) => {
      let open: Deferred<PackedSource>[] = [];
      this.#waiting.push((answer) => {
        if (answer.kind === 'failure') {
          const error = errorOf(answer.failure);
          reject(error);
          for (const source of open) source.reject(error);
          return true;
        }
        if (answer.kind === 'files') {
          open = answer.named.map(() => deferred<PackedSource>());
          resolve({ answer, sources: open.map(({ promise }) => promise) });
        } else if (answer.kind === 'source') open.shift()?.resolve(answer.source);
        return open.length === 0;
      });
      this.#worker.postMessage({ kind: 'files', inputs, settings } satisfies TextOrder);
    });
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

/** A promise and its two ends; `Promise.withResolvers` of later Node versions. */
function deferred<T>(): Deferred<T> {
  let ends: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    ends = { resolve, reject };
  });
  if (!ends) throw new TypeError('a promise calls its executor at once');
  return { promise, ...ends };
}

function errorOf(failure: FailureFields | Error): Error {
  if (failure instanceof Error) return failure;
  const { code, message, hint } = failure;
  return new AppError(code, message, { ...(hint !== undefined && { hint }) });
}
