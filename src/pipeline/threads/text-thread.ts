/**
 * Reading, segmenting and checking in a second thread, so that they take their turn while this one
 * loads the model, embeds and aligns. What comes out is what one thread would make.
 */
import { Worker } from 'node:worker_threads';
import { checkGroup, readRows, takeProfiles } from '../../check/check-group.js';
import type { Check, Source, Stream } from '../../domain.js';
import { AppError } from '../../errors.js';
import { releaseMemory } from '../../platform/memory.js';
import { inheritedFlags } from '../../platform/node-flags.js';
import { packSentences, unpackSentences } from './packed-sentences.js';
import type { FailureFields, PackedStream, TextAnswer, TextOrder } from './text-worker.js';
import type { TextWork } from './text-work.js';
import type { StreamParts, RowParts } from '../row-checker.js';
import type { SourceInput, SourceOptions } from '../source-input.js';

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

  async segment(input: SourceInput, options: SourceOptions): Promise<Source> {
    const answer = await this.#reader.ask({ kind: 'segment', input, options });
    const { name, text, paragraphs, sentences: packed } = answer.source;
    const sentences = unpackSentences(packed, text);
    this.#sentences += sentences.length;
    if (this.#reader.isIdle && this.#sentences >= manyRows) {
      this.#checker = null;
      await this.#reader.close();
    }
    return { name, text, paragraphs, sentences };
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

function answers<K extends TextOrder['kind']>(answer: Success, kind: K): answer is AnswerTo<K> {
  return answer.kind === kind;
}

/** Asks a thread; answers come in the order of the orders. */
class TextThread {
  readonly #worker = new Worker(new URL('./text-worker.js', import.meta.url), {
    execArgv: inheritedFlags(),
  });
  readonly #waiting: ((answer: TextAnswer) => void)[] = [];

  constructor() {
    this.#worker.on('message', (answer: TextAnswer) => this.#waiting.shift()?.(answer));
    this.#worker.on('error', (failure: Error) => {
      for (const settle of this.#waiting.splice(0)) settle({ kind: 'failure', failure });
    });
  }

  /** Whether all that was asked is answered. */
  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  ask<K extends TextOrder['kind']>(order: TextOrder & { readonly kind: K }): Promise<AnswerTo<K>> {
    const { kind } = order;
    return new Promise((resolve, reject) => {
      this.#waiting.push((answer) => {
        if (answer.kind === 'failure') reject(errorOf(answer.failure));
        else if (answers(answer, kind)) resolve(answer);
        else reject(new TypeError(`asked to ${kind}, got ${answer.kind}`));
      });
      this.#worker.postMessage(order);
    });
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

function errorOf(failure: FailureFields | Error): Error {
  if (failure instanceof Error) return failure;
  const { code, message, hint } = failure;
  return new AppError(code, message, { ...(hint !== undefined && { hint }) });
}
