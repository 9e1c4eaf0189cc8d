/**
 * The review line by line: one row at a time on stdout, commands as lines from stdin. For screen
 * readers, dumb terminals, pipes and scripts. A line is a key or a command's name, then its
 * arguments: `a`, `accept`, `12`, `12j`, `t a note`, `e new text`, `/word`, `f doubtful`, `s 1 2`.
 */
import { createInterface } from 'node:readline';
import { ReviewDriver } from '../driver.js';
import { answerLine } from './answer-line.js';
import { describeChange, describeProgress, describeRow, describeToast } from './describe-view.js';

/** The streams plain mode talks through. */
export interface PlainStreams {
  readonly stdout: { write(text: string): Promise<void>; readonly isTerminal: boolean };
  readonly streams: { readonly stdin: NodeJS.ReadableStream };
  /** Aborting it ends the session like the end of input. */
  readonly signal: AbortSignal;
}

/** Runs until `q`, the end of input or a signal; all of them save. */
export async function runPlain(
  driver: ReviewDriver,
  { stdout, streams, signal }: PlainStreams,
): Promise<void> {
  const lines = createInterface({
    input: streams.stdin,
    crlfDelay: Infinity,
    terminal: false,
    signal,
  });
  let done = false;
  void driver.done.then(() => {
    done = true;
    lines.close();
  });
  // Start listening now: lines that arrive while the first text is written must not be lost.
  const input = lines[Symbol.asyncIterator]();
  const prompt = stdout.isTerminal ? '> ' : '';
  await stdout.write(
    `${describeToast(driver.view())}${describeProgress(driver.view())}${describeRow(driver.view())}${prompt}`,
  );
  for await (const line of input) {
    const before = driver.view();
    await answerLine(driver, line);
    await driver.settled();
    if (done) break;
    const view = driver.view();
    await stdout.write(`${describeChange(before, view)}${prompt}`);
  }
  if (!done) {
    driver.end();
    await driver.settled();
  }
  await stdout.write(`${describeToast(driver.view())}${describeProgress(driver.view())}`);
}
