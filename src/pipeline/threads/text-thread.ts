/**
 * Reading, segmenting and checking in a second thread, so that they take their turn while this one
 * loads the model, embeds and aligns. What comes out is what one thread would make.
 */
import { Worker } from 'node:worker_threads';
import type { Cells } from '../../check/passages.js';
import type { Check, Source } from '../../domain.js';
import { AppError } from '../../errors.js';
import { releaseMemory } from '../../platform/memory.js';
import type { CheckRows, StreamParts } from '../row-checker.js';
import type { SourceInput, SourceOptions } from '../source-input.js';
import type { FailureFields, PackedStream, TextAnswer, TextOrder } from './messages.js';
import { packSentences, unpackSentences } from './packed-sentences.js';
import type { TextWork } from './text-work.js';

/** From so many sentences on memory counts: the thread is gone while they are aligned. */
const longTexts = 20_000;

/** Reads, segments and checks in one thread, or after long texts in two, one after the other. */
export class TextThreads implements TextWork {
  #thread: TextThread | null = new TextThread();
  #sentences = 0;

  async segment(input: SourceInput, options: SourceOptions): Promise<Source> {
    const thread = this.#opened();
    const { source } = await thread.ask({ kind: 'segment', input, options });
    const sentences = unpackSentences(source.sentences, source.text);
    this.#sentences += sentences.length;
    if (this.#isLong && thread.isIdle) await this.close();
    return { ...source, sentences };
  }

  begin(parts: StreamParts): CheckRows {
    if (this.#isLong) {
      return async (rows) => {
        // Before the texts are copied, what aligning took is given back.
        releaseMemory();
        return this.#check(this.#read(parts), rows);
      };
    }
    const reading = this.#read(parts);
    // The checks hear of a failure; where there are none it does not matter.
    reading.catch(() => {});
    return (rows) => this.#check(reading, rows);
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.close();
  }

  get #isLong(): boolean {
    return this.#sentences >= longTexts;
  }

  #opened(): TextThread {
    return (this.#thread ??= new TextThread());
  }

  async #read({ sources, streams }: StreamParts): Promise<TextThread> {
    const thread = this.#opened();
    const packed = streams.map(({ source, language, sentences }): PackedStream => ({
      source,
      language,
      text: sources[source]?.text ?? '',
      sentences: packSentences(sentences),
    }));
    await thread.ask({ kind: 'read', streams: packed });
    return thread;
  }

  async #check(reading: Promise<TextThread>, rows: readonly Cells[]): Promise<Check[][]> {
    const thread = await reading;
    // Rows know more than their cells; only these travel.
    const { checks } = await thread.ask({
      kind: 'check',
      rows: rows.map(({ cells }) => ({ cells })),
    });
    return checks;
  }
}

type Success = Exclude<TextAnswer, { kind: 'failure' }>;
type AnswerTo<K extends TextOrder['kind']> = Extract<Success, { kind: K }>;

function answers<K extends TextOrder['kind']>(answer: Success, kind: K): answer is AnswerTo<K> {
  return answer.kind === kind;
}

/** Asks a thread; answers come in the order of the orders. */
class TextThread {
  readonly #worker = new Worker(new URL('./text-worker.js', import.meta.url));
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
