/** The thread beside the program's own: it reads and segments sources, then checks their rows. */
import { parentPort } from 'node:worker_threads';
import { Checker } from '../../check/checker.js';
import { Passages } from '../../check/passages.js';
import type { Stream } from '../../domain.js';
import { AppError } from '../../errors.js';
import { segment } from '../segmentation.js';
import type { FailureFields, TextAnswer, TextOrder } from './messages.js';
import { packSentences, unpackSentences } from './packed-sentences.js';

/** What the rows to be checked are made of. */
let streams: readonly Stream[] = [];
let passages = new Passages(streams);

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
  switch (order.kind) {
    case 'segment': {
      const { sentences, ...source } = segment(order.input, order.options);
      return { kind: 'segment', source: { ...source, sentences: packSentences(sentences) } };
    }
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
      const checker = new Checker(streams, order.rows, passages);
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
