/**
 * Reads, segments and checks in a second thread while this one loads the model, embeds and aligns. The
 * result is the same as with one thread.
 */
import type { Cells } from '../../check/passages.js';
import type { Check, Embedding, Source } from '../../domain.js';
import { isFarLonger } from '../../align/excerpt/far-longer.js';
import { AppError } from '../../errors.js';
import type { Glossary } from '../../text/terms/glossary.js';
import { refuseTooMany } from '../../platform/memory/enough-for-sentences.js';
import { releaseMemory } from '../../platform/memory/release-memory.js';
import type { CarryOutTasks } from '../align-tasks.js';
import type { ReadSources } from '../alignment.js';
import { choosesBundled, type ModelChoice } from '../chosen-model.js';
import type { CompareElsewhere, CompareOrder, NearestTable } from '../excerpts/compare-parts.js';
import { ownChecks, type CheckRows, type StreamParts } from '../row-checker.js';
import type { FileInput, SegmentationSettings } from '../source-input.js';
import type {
  AlignToo,
  FailureFields,
  LeftSources,
  PackedSource,
  PackedStream,
  TextAnswer,
  TextOrder,
} from './messages.js';
import { AlignThreads, type ConnectThread } from './align-threads.js';
import { startTextWorker } from './early-thread.js';
import { packSentences, unpackSentences } from './packed-sentences.js';
import type { TextWork } from './text-work.js';

/** From this many sentences on, the thread is ended during alignment to save memory. */
const longTexts = 50_000;

/** Smaller files may share their memory with others, and are copied in no time. */
const longFile = 1 << 20;

/** Reads, segments and checks in one thread; long texts are checked in the thread that aligned them. */
export class TextThreads implements TextWork {
  #thread: TextThread | null = new TextThread();
  #sentences = 0;
  readonly #aligning: AlignThreads;

  /** @param threads how many may work at a time; if left out, what pays on this machine's cores */
  constructor(threads?: number) {
    this.#aligning = new AlignThreads(threads, () => this.#thread?.alignToo() ?? null);
  }

  async read(
    inputs: readonly FileInput[],
    settings: SegmentationSettings,
    model: ModelChoice,
  ): Promise<ReadSources> {
    // Rules of splitting may take a number of steps for all texts together: one thread counts them.
    const isBundled = choosesBundled(model);
    const isDivided = isBundled && settings.splitting?.srx === undefined;
    const thread = this.#opened();
    const asked = thread.askForSources({
      kind: 'files',
      inputs,
      settings,
      isDivided,
      isBundled,
    });
    const { answer, sources: sent, vectors } = await asked;
    const { named, lengths, links, left } = answer;
    const unpacked = sent.map(unpackSource);
    // A source that fails while others are being segmented or embedded is reported in its turn.
    inTheirTurn([...unpacked, ...vectors]);
    const own = await segmentLeft(left, settings);
    const counted = [...own, ...unpacked].map(async (pending) => {
      const source = await pending;
      this.#sentences += source.sentences.length;
      refuseTooMany(this.#sentences);
      return source;
    });
    const ready = this.#prepare(counted, vectors, isBundled);
    const sources = counted.map(async (pending, at) => {
      const source = await pending;
      if (at === counted.length - 1) await ready;
      return source;
    });
    inTheirTurn([ready, ...counted, ...sources]);
    const embeddings = [...own.map(() => Promise.resolve(null)), ...vectors];
    const compareElsewhere: CompareElsewhere = (order) => this.#compare(order);
    return { named, lengths, links, sources, embeddings, compareElsewhere };
  }

  /** Makes ready for aligning, once all sources are known. */
  async #prepare(
    pending: readonly Promise<Source>[],
    vectors: readonly Promise<unknown>[],
    isBundled: boolean,
  ): Promise<void> {
    const sources = await Promise.all(pending);
    if (this.#isLong) {
      await Promise.all(vectors);
      // It will compare, and end then.
      if (isBundled && haveExcerpts(sources)) return;
      await this.#endText();
    }
    this.#aligning.prepare(this.#sentences);
  }

  /** Has the thread that read a long text compare parts of it. */
  async #compare(order: CompareOrder): Promise<readonly NearestTable[] | null> {
    const thread = this.#thread;
    if (!this.#isLong || thread === null) return null;
    try {
      const { tables } = await thread.ask({ kind: 'compare', ...order });
      return tables;
    } catch {
      return null;
    } finally {
      await this.#endText();
      this.#aligning.prepare(this.#sentences);
    }
  }

  begin(parts: StreamParts, glossary?: Glossary): CheckRows {
    if (this.#isLong) {
      return (rows) => {
        // In this thread, which has nothing else to do: the other one would need a copy of the texts.
        releaseMemory();
        return ownChecks.begin(parts, glossary)(rows);
      };
    }
    const reading = this.#read(parts);
    // The checks report a failure; without checks it does not matter.
    reading.catch(() => {});
    return (rows) => this.#check(reading, rows, glossary);
  }

  readonly carryOut: CarryOutTasks = (tasks, meanwhile) =>
    this.#aligning.carryOut(tasks, meanwhile);

  /** Ends the threads, immediately if they are at work. */
  async close(): Promise<void> {
    await this.#aligning.close();
    await this.#endText();
  }

  async #endText(): Promise<void> {
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

  async #check(
    reading: Promise<TextThread>,
    rows: readonly Cells[],
    glossary: Glossary | undefined,
  ): Promise<Check[][]> {
    const thread = await reading;
    // Only the cells of rows are sent.
    const { checks } = await thread.ask({
      kind: 'check',
      rows: rows.map(({ cells }) => ({ cells })),
      glossary,
    });
    return checks;
  }
}

/** Whether one of the sources is so much longer than another one that only excerpts of it are aligned with that. */
function haveExcerpts(sources: readonly Source[]): boolean {
  const counts = sources.map(({ sentences }) => sentences.length);
  return counts.some((count) => counts.some((other) => isFarLonger(count, other)));
}

type Success = Exclude<TextAnswer, { kind: 'failure' }>;
/** What is answered. */
type Question = Exclude<TextOrder, { readonly kind: 'end' }>;
type AnswerTo<K extends Question['kind']> = Extract<Success, { kind: K }>;

function answers<K extends Success['kind']>(
  answer: Success,
  kind: K,
): answer is Extract<Success, { kind: K }> {
  return answer.kind === kind;
}

/** Those of the streams of a source; null for those that are to be made here. */
type SourceVectors = readonly (Embedding | null)[] | null;

/** Promises that are looked at later: that one fails before is no error yet. */
function inTheirTurn(promises: readonly Promise<unknown>[]): void {
  for (const promise of promises) promise.catch(() => {});
}

/** Segments the sources that are left to this thread. */
async function segmentLeft(
  left: LeftSources,
  settings: SegmentationSettings,
): Promise<Promise<Source>[]> {
  if (left.texts.length === 0) return [];
  const { segmentRead } = await import('../segmentation.js');
  const sources = segmentRead(left, settings);
  return left.texts.map(async () => {
    const next = sources.next();
    if (next.done === true) throw new TypeError('there is a source for every text');
    return next.value;
  });
}

async function unpackSource(pending: Promise<PackedSource>): Promise<Source> {
  const { sentences, ...rest } = await pending;
  return { ...rest, sentences: unpackSentences(sentences, rest.text) };
}

/** Handlers waiting for an answer; each returns true if that answer was its last. */
type Listener = (answer: TextAnswer) => boolean;

/** Sends orders to a thread; answers come in the same order. */
class TextThread {
  readonly #worker = startTextWorker();
  readonly #waiting: Listener[] = [];
  #hasEnded = false;

  constructor() {
    this.#worker.on('message', (answer: TextAnswer) => {
      if (this.#waiting[0]?.(answer) === true) this.#waiting.shift();
    });
    this.#worker.on('error', (failure: Error) => this.#fail(failure));
    // A thread may end without an error, above all for lack of memory.
    this.#worker.on('exit', (code) => {
      this.#hasEnded = true;
      this.#fail(
        new Error(`the second thread ended early (exit code ${code}), perhaps for lack of memory`),
      );
    });
  }

  ask<K extends Question['kind']>(order: Question & { readonly kind: K }): Promise<AnswerTo<K>> {
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

  /** Rejects everything that waits for an answer. */
  #fail(failure: Error): void {
    for (const listen of this.#waiting.splice(0)) listen({ kind: 'failure', failure });
  }

  /**
   * Sends files, whose bytes may be gone then; returns their content, and each source that is not left to this thread
   * once it is segmented, with its vectors if the work is divided.
   */
  askForSources(order: TextOrder & { readonly kind: 'files' }): Promise<{
    answer: AnswerTo<'files'>;
    sources: Promise<PackedSource>[];
    vectors: Promise<SourceVectors>[];
  }> {
    return new Promise((resolve, reject) => {
      let sources: Deferred<PackedSource>[] = [];
      let vectors: Deferred<SourceVectors>[] = [];
      this.#waiting.push((answer) => {
        if (answer.kind === 'failure') {
          const error = errorOf(answer.failure);
          reject(error);
          for (const open of [...sources, ...vectors]) open.reject(error);
          return true;
        }
        if (answer.kind === 'files') {
          const sent = answer.named.slice(answer.left.texts.length);
          sources = sent.map(() => deferred());
          vectors = answer.left.texts.length > 0 ? sent.map(() => deferred()) : [];
          resolve({
            answer,
            sources: sources.map(({ promise }) => promise),
            vectors: vectors.map(({ promise }) => promise),
          });
        } else if (answer.kind === 'source') sources.shift()?.resolve(answer.source);
        else if (answer.kind === 'vectors') vectors.shift()?.resolve(answer.embeddings);
        return sources.length + vectors.length === 0;
      });
      this.#worker.postMessage(order, ownBuffers(order.inputs));
    });
  }

  /** Has the thread align too; whoever reads with it ends it. */
  alignToo(): ConnectThread {
    return (data) => {
      this.#worker.postMessage({ kind: 'align', ...data } satisfies AlignToo, [data.port]);
      // One that does not answer is stuck in a task.
      return async (isLate) => {
        if (isLate) await this.#worker.terminate();
      };
    };
  }

  /** Ends the thread, immediately if it is at work. */
  async close(): Promise<void> {
    if (this.#hasEnded) return;
    if (this.#waiting.length > 0) return void (await this.#worker.terminate());
    const end = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage({ kind: 'end' } satisfies TextOrder);
    await end;
  }
}

/** The memory of long files, which the thread takes over instead of copying it: nobody else needs them. */
function ownBuffers(inputs: readonly FileInput[]): ArrayBuffer[] {
  return inputs.flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && byteLength >= longFile && byteLength === buffer.byteLength
      ? [buffer]
      : [],
  );
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

/** A promise and its two ends; like `Promise.withResolvers` of later Node versions. */
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
