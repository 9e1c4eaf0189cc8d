/**
 * Reading, segmenting and checking in a second thread, so that they take their turn while this one
 * loads the model, embeds and aligns. What comes out is what one thread would make.
 */
import { Worker } from 'node:worker_threads';
import type { RowParts } from '../alignment.js';
import { checkGroup } from '../check/check-group.js';
import type { Check, Source } from '../domain.js';
import { AppError } from '../errors.js';
import { releaseMemory } from '../platform/memory.js';
import { packSentences, unpackSentences } from '../segment/packed-sentences.js';
import type { SourceInput, SourceOptions } from '../segmentation.js';
import type { TextWork } from './text-work.js';
import type { FailureFields, PackedStream, TextAnswer, TextOrder } from './text-worker.js';

/** Fewer rows are checked sooner than they are sent. */
const worthSending = 400;
/** With so many rows, memory counts: what aligning took is given back before the texts are copied. */
const manyRows = 20_000;
/** The share of the rows that goes: the other thread has to unpack first. */
const sent = 0.48;

/**
 * One thread reads and segments, and later checks; after long texts it is gone between, and
 * aligning, which takes most memory, has it back.
 */
export class TextThreads implements TextWork {
  readonly #reader = new TextThread();
  #checker: TextThread | null = this.#reader;
  #sentences = 0;

  async segment(input: SourceInput, options: SourceOptions): Promise<Source> {
    const answer = await this.#reader.ask({ kind: 'segment', input, options });
    if (answer.kind !== 'segment') throw new TypeError(`asked to segment, got ${answer.kind}`);
    const { name, text, paragraphs, sentences: packed } = answer.source;
    const sentences = unpackSentences(packed, text);
    this.#sentences += sentences.length;
    if (this.#reader.isIdle && this.#sentences >= manyRows) {
      this.#checker = null;
      await this.#reader.close();
    }
    return { name, text, paragraphs, sentences };
  }

  async check(parts: RowParts): Promise<Check[][]> {
    const { groups } = parts;
    if (groups.length >= manyRows) releaseMemory();
    const count = groups.length < worthSending ? 0 : Math.floor(sent * groups.length);
    const there = count === 0 ? null : this.#checkThere(parts, count);
    const here = groups.slice(count).map((group) => checkGroup(parts, group));
    return [...((await there) ?? []), ...here];
  }

  async #checkThere({ sources, streams, groups }: RowParts, count: number): Promise<Check[][]> {
    this.#checker ??= new TextThread();
    const packed = streams.map(({ source, language, sentences }): PackedStream => ({
      source,
      language,
      text: sources[source]?.text ?? '',
      sentences: packSentences(sentences),
    }));
    const answer = await this.#checker.ask({
      kind: 'check',
      streams: packed,
      groups: groups.map(({ cells }) => ({ cells })),
      count,
    });
    if (answer.kind !== 'check') throw new TypeError(`asked to check, got ${answer.kind}`);
    return answer.checks;
  }

  async close(): Promise<void> {
    await Promise.all([this.#reader.close(), this.#checker?.close()]);
  }
}

type Success = Exclude<TextAnswer, { kind: 'failure' }>;

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

  ask(order: TextOrder): Promise<Success> {
    return new Promise((resolve, reject) => {
      this.#waiting.push((answer) => {
        if (answer.kind === 'failure') reject(errorOf(answer.failure));
        else resolve(answer);
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
  const { code, message, exitCode, hint } = failure;
  return new AppError(code, message, { exitCode, ...(hint !== undefined && { hint }) });
}
