/**
 * The review line by line: one row at a time on stdout, commands as lines from stdin. For screen
 * readers, dumb terminals, pipes and scripts. A line is a key or a command's name, then what it
 * needs: `a`, `accept`, `12`, `12j`, `t a note`, `e new text`, `/word`, `f doubtful`, `s 1 2`.
 */
import { createInterface } from 'node:readline';
import { safeText } from '../../terminal/safe-text.js';
import { columnLabel, rowType, sentenceNumbers } from '../../review/lookup.js';
import { progress } from '../../review/queue.js';
import { splitRow } from '../../review/operations/rows.js';
import { splitSentence } from '../../review/operations/texts.js';
import { cellText } from '../../review/text.js';
import { describeCheck } from '../compose/detail/check-words.js';
import { composeKeys } from '../compose/pages/compose-help.js';
import { showConfidence } from '../compose/list/compose-list.js';
import type { ReviewDriver } from '../driver.js';
import { plainPage } from '../compose/pages/page.js';
import { promptLabel } from '../modes/submit-prompt.js';
import { parseWord } from '../modes/reduce.js';
import { placeOf, selectedRow, shownRows, type View } from '../view/view-state.js';

/** The streams plain mode talks through. */
export interface PlainStreams {
  readonly stdout: { write(text: string): Promise<void>; readonly isTerminal: boolean };
  readonly streams: { readonly stdin: NodeJS.ReadableStream };
  /** Aborting ends the session as the end of input does. */
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
  const prompt = stdout.isTerminal ? '> ' : '';
  await stdout.write(
    `${toastOf(driver.view())}${describeProgress(driver.view())}${describeRow(driver.view())}${prompt}`,
  );
  for await (const line of lines) {
    const before = driver.view();
    await answer(driver, line);
    await driver.settled();
    if (done) break;
    const view = driver.view();
    await stdout.write(`${describe(before, view)}${prompt}`);
  }
  if (!done) {
    driver.command('cancel');
    driver.command('quit');
    await driver.settled();
  }
  await stdout.write(`${toastOf(driver.view())}${describeProgress(driver.view())}`);
}

/** Does what a line asks for. */
export async function answer(driver: ReviewDriver, line: string): Promise<void> {
  const { mode } = driver.view();
  const text = line.trim();
  if (mode.type === 'field') {
    if (text === '') driver.command('cancel');
    else driver.fill(mayBeNone(driver.view()) && text === '-' ? '' : line);
    return;
  }
  if (mode.type === 'confirm' || (mode.type === 'page' && mode.entry !== null)) {
    const yes = /^y(?:es)?$/i.test(text);
    return driver.command(yes ? (mode.type === 'confirm' ? 'yes' : 'applyPage') : 'cancel');
  }
  if (mode.type !== 'normal') driver.command('cancel');
  if (text === '') return;
  if (/^\d+$/.test(text)) return driver.commandLine(text);
  if (text.startsWith(':')) return driver.commandLine(text.slice(1));
  if (text.startsWith('/') && text.length > 1) {
    driver.command('search');
    return driver.fill(text.slice(1));
  }
  const [, count = '', order = ''] = /^(\d*)(.*)$/su.exec(text) ?? [];
  const [word = '', ...rest] = order.split(/\s+/);
  command(driver, word, { count, rest, argument: order.slice(word.length).trim() });
}

/** Whether a lone "-" stands for nothing: an empty line leaves notes and texts as they are. */
function mayBeNone({ mode }: View): boolean {
  return mode.type === 'field' && (mode.prompt.of === 'note' || mode.prompt.of === 'text');
}

/** What stands around a command's word: a number before it, words behind it. */
interface Words {
  readonly count: string;
  readonly rest: readonly string[];
  readonly argument: string;
}

function command(driver: ReviewDriver, word: string, { count, rest, argument }: Words): void {
  const view = driver.view();
  if (word === 'cut') return cut(driver, argument);
  const name = parseWord(view, word);
  if (name === undefined)
    return driver.say(`there is no command "${word}"; ? lists them`, 'warning');
  if (name === 'split') {
    const counts = rest.map(Number);
    if (counts.length === 0 || counts.some((count) => !Number.isInteger(count) || count < 0)) {
      const example = view.review.streams.map(() => '1').join(' ');
      return driver.say(
        `how many sentences of each column stay above? (s ${example}); or: cut WORDS`,
        'warning',
      );
    }
    return driver.perform(
      splitRow(
        view.review,
        view.selected,
        counts,
        view.check === null ? {} : { check: view.check },
      ),
    );
  }
  if (name === 'filter' && argument !== '') return driver.commandLine(`filter ${argument}`);
  driver.command(name, count);
  const { mode } = driver.view();
  if (mode.type === 'filters') {
    driver.command('cancel');
    return driver.say('show what? (f doubtful, f accepted, f 2-1, f <.5, f all)', 'warning');
  }
  if (mode.type !== 'field' || argument === '') return;
  driver.fill(mayBeNone(driver.view()) && argument === '-' ? '' : argument);
}

/** `cut WORDS`: the sentence of the active column that holds the words is cut before them. */
function cut(driver: ReviewDriver, words: string): void {
  const { review, selected, column } = driver.view();
  const row = selectedRow(driver.view());
  for (const id of row?.cells[column] ?? []) {
    const sentence = review.sentences[id];
    if (sentence === undefined) continue;
    const text = review.sources[sentence.source]?.text.slice(sentence.start, sentence.end) ?? '';
    const at = words === '' ? -1 : text.indexOf(words, 1);
    if (at > 0)
      return driver.perform(splitSentence(review, selected, column, id, sentence.start + at));
  }
  driver.say(`"${words}" is not inside a sentence of this column`, 'warning');
}

function toastOf({ toast }: View): string {
  if (toast === null) return '';
  return `${toast.kind === 'error' ? 'ERROR: ' : ''}${safeText(toast.text)}\n`;
}

function describeProgress(view: View): string {
  const counts = progress(view.review, view.threshold);
  return (
    `${safeText(view.title)}: ${counts.total} rows, ${counts.accepted} accepted, ${counts.rejected} rejected, ` +
    `${counts.edited} edited, ${counts.doubtful} to review\n`
  );
}

/** What changed, in words. */
function describe(before: View, view: View): string {
  const { mode } = view;
  if (mode.type === 'confirm') return `${safeText(mode.question)} (y/n)\n`;
  if (mode.type === 'help') return composeKeys(view.keymap);
  if (mode.type === 'page') {
    return `${mode.title}\n${plainPage(mode.lines)}\n${mode.entry === null ? '' : 'do it? (y/n)\n'}`;
  }
  if (mode.type === 'field') {
    return `${toastOf(view)}${safeText(promptLabel(view, mode.prompt))}${safeText(mode.field.text)}\n${mayBeNone(view) ? '(an empty line leaves it, - takes it away)\n' : ''}`;
  }
  const moved = before.selected !== view.selected || before.review !== view.review;
  const asked = view.toast === null;
  return `${toastOf(view)}${moved || asked ? describeRow(view) : ''}`;
}

/** A row as text: what it is, then each column on a line of its own. */
function describeRow(view: View): string {
  const row = selectedRow(view);
  if (row === undefined) return 'no row is shown (f all shows all)\n';
  const { review } = view;
  const numbers = sentenceNumbers(review);
  const marks = [
    row.status,
    row.doubt ? 'needs review' : '',
    row.flagged ? 'flagged' : '',
    row.crossing ? 'crossing' : '',
  ];
  const lines = [
    `row ${placeOf(view) + 1} of ${shownRows(view).length}, ${rowType(row)}, confidence ` +
      `${showConfidence(row.confidence)}, ${marks.filter((mark) => mark !== '').join(', ')}`,
  ];
  review.streams.forEach((_, index) => {
    const cell = row.cells[index] ?? [];
    const active = index === view.column ? '*' : ' ';
    const where = cell.map((id) => numbers[id]).join(',');
    const text = cell.length === 0 ? '(none)' : safeText(cellText(review, row, index));
    lines.push(`${active} ${safeText(columnLabel(review, index))} ${where}: ${text}`);
  });
  for (const check of row.checks) lines.push(`  check: ${safeText(describeCheck(check, review))}`);
  if (row.note !== '') lines.push(`  note: ${safeText(row.note)}`);
  return `${lines.join('\n')}\n`;
}
