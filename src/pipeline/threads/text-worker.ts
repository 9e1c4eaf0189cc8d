/** The second thread: reads and segments sources, then helps to align them, then checks their rows. */
import { parentPort } from 'node:worker_threads';
import { Checker } from '../../check/checker.js';
import { Passages } from '../../check/passages.js';
import type { Stream } from '../../domain.js';
import { AppError } from '../../errors.js';
import { leastLong } from '../../align/excerpt/far-longer.js';
import type { CompareOrder, NearestTable } from '../excerpts/compare-parts.js';
import { readerProcesses } from '../isolation/reader-processes.js';
import { readInputs } from '../read-inputs.js';
import { segmentRead } from '../segmentation.js';
import type { SegmentationSettings } from '../source-input.js';
import { sourcesLeft } from './divide-sources.js';
import type { AlignToo, FailureFields, TextAnswer, TextOrder } from './messages.js';
import { packSentences, unpackSentences } from './packed-sentences.js';
import type { SourceEmbedder } from './source-embedder.js';
import { buffersOf } from './vector-buffers.js';

/** The streams of the rows to be checked. */
let streams: readonly Stream[] = [];
let passages = new Passages(streams);

/** Handles one order after the other, including reading, which is asynchronous. */
let before = Promise.resolve();

parentPort?.on('message', (order: TextOrder | AlignToo) => {
  before = before.then(async () => {
    if (order.kind === 'align') return alignToo(order);
    try {
      if (order.kind === 'end') process.exit();
      if (order.kind === 'files') await readAll(order);
      else if (order.kind === 'compare') send({ kind: 'compare', tables: await compare(order) });
      else send(carryOut(order));
    } catch (error) {
      send({ kind: 'failure', failure: fieldsOf(error) });
    }
  });
});

/** The aligner is loaded only where it is wanted; without it, the main thread aligns alone. */
async function alignToo(data: AlignToo): Promise<void> {
  try {
    const { alignOnPort } = await import('./align-on-port.js');
    alignOnPort(data);
  } catch {
    data.port.close();
  }
}

function send(answer: TextAnswer): void {
  parentPort?.postMessage(answer, ownBuffers(answer));
}

/** What an answer holds that is not needed here any more. */
function ownBuffers(answer: TextAnswer): ArrayBuffer[] {
  if (answer.kind === 'source') return [answer.source.sentences.numbers.buffer];
  if (answer.kind === 'vectors') return buffersOf(answer.embeddings ?? []);
  return [];
}

/** Sends every source as soon as it is segmented, so that it can be embedded without waiting for the next. */
async function readAll({
  inputs,
  settings,
  isDivided,
  isBundled,
}: TextOrder & { kind: 'files' }): Promise<void> {
  const read = await readInputs(inputs, settings, readerProcesses());
  const { named, lengths, links, texts, languages } = read;
  const first = isDivided ? sourcesLeft(lengths) : 0;
  const left = { texts: texts.slice(0, first), languages: languages.slice(0, first) };
  send({ kind: 'files', left, named, lengths, links });
  const own = { texts: texts.slice(first), languages: languages.slice(first) };
  const embedder = first > 0 ? await sourceEmbedder(lengths, settings) : null;
  longTexts.clear();
  let index = first;
  for (const source of segmentRead(own, settings)) {
    if (isBundled && source.sentences.length >= leastLong) {
      longTexts.set(index, source.text);
    }
    send({ kind: 'source', source: { ...source, sentences: packSentences(source.sentences) } });
    if (embedder !== null) {
      send({ kind: 'vectors', embeddings: await embedder.embed(source, index) });
    }
    index += 1;
  }
  await embedder?.close();
}

/** Those of long sources, by index, for as long as they may be compared with others. */
const longTexts = new Map<number, string>();

/** Compares parts of a long text; null if it is not here, or fails: then the main thread does it, and meets the error. */
async function compare({
  source,
  spans,
  shorts,
  next,
}: CompareOrder): Promise<readonly NearestTable[] | null> {
  const text = longTexts.get(source);
  if (text === undefined) return null;
  try {
    const { compareText } = await import('./compare-text.js');
    return await compareText(text, spans, shorts, next);
  } catch {
    return null;
  }
}

/** The model is loaded only where it is wanted. */
async function sourceEmbedder(
  lengths: readonly number[],
  settings: SegmentationSettings,
): Promise<SourceEmbedder> {
  const { SourceEmbedder } = await import('./source-embedder.js');
  return new SourceEmbedder(lengths, settings);
}

function carryOut(order: Extract<TextOrder, { readonly kind: 'read' | 'check' }>): TextAnswer {
  switch (order.kind) {
    case 'read':
      streams = order.streams.map(({ source, language, text, sentences }) => ({
        source,
        language,
        sentences: unpackSentences(sentences, text),
      }));
      passages = new Passages(streams);
      passages.readAhead();
      return { kind: 'read' };
    case 'check': {
      const checker = new Checker(streams, order.rows, passages, order.glossary);
      return { kind: 'check', checks: order.rows.map((row) => checker.check(row)) };
    }
  }
}

function fieldsOf(error: unknown): FailureFields | Error {
  if (!(error instanceof AppError)) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const { code, message, hint } = error;
  return { code, message, hint };
}
