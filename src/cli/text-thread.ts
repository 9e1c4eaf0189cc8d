/**
 * Reading, segmenting and checking in a second thread, so that they take their turn while this one
 * loads the model, embeds and aligns. What comes out is what one thread would make.
 */
import { Worker } from 'node:worker_threads';
import type { RowParts } from '../alignment.js';
import { checkGroup } from '../check/check-group.js';
import type { Check, Source } from '../domain.js';
import { AppError } from '../errors.js';
import { unpackSource } from '../segment/packed-source.js';
import type { StreamOptions } from '../segment/streams.js';
import type { SourceInput, SourceOptions } from '../segmentation.js';
import type { TextWork } from './text-work.js';
import type { FailureFields, TextAnswer, TextOrder } from './text-worker.js';

type Success = Exclude<TextAnswer, { failure: unknown }>;

/** Fewer rows are checked sooner than they are sent. */
const worthSending = 400;

/** A thread for one run: its sources, in order, then its rows. */
export class TextThread implements TextWork {
  readonly #worker = new Worker(new URL('./text-worker.js', import.meta.url));
  readonly #waiting = new Map<number, (answer: TextAnswer | Error) => void>();
  #orders = 0;

  constructor() {
    this.#worker.on('message', (answer: TextAnswer) => this.#waiting.get(answer.id)?.(answer));
    this.#worker.on('error', (error) => this.#waiting.forEach((settle) => settle(error)));
  }

  async segment(input: SourceInput, options: SourceOptions): Promise<Source> {
    const answer = await this.#ask({ kind: 'segment', id: this.#orders++, input, options });
    if (!('source' in answer)) throw new Error('the text thread answered something else');
    return unpackSource(answer.source);
  }

  /** Half of the checks are made there, half here. */
  async check(parts: RowParts, options: StreamOptions): Promise<Check[][]> {
    const { groups } = parts;
    const count = groups.length < worthSending ? 0 : groups.length >> 1;
    const id = this.#orders++;
    const there = count === 0 ? null : this.#ask({ kind: 'check', id, groups, count, options });
    const here = groups.slice(count).map((group) => checkGroup(parts, group));
    const answer = await there;
    return answer !== null && 'checks' in answer ? [...answer.checks, ...here] : here;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask(order: TextOrder): Promise<Success> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(order.id, (given) => {
        this.#waiting.delete(order.id);
        if (given instanceof Error) reject(given);
        else if ('failure' in given) reject(errorOf(given.failure));
        else resolve(given);
      });
      this.#worker.postMessage(order);
    });
  }
}

function errorOf(failure: FailureFields | Error): Error {
  if (failure instanceof Error) return failure;
  const { code, message, exitCode, hint } = failure;
  return new AppError(code, message, { exitCode, ...(hint !== undefined && { hint }) });
}
