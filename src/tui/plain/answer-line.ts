/** Handling a line of plain mode. */
import { splitRow } from '../../review/operations/rows.js';
import { splitSentence } from '../../review/operations/texts.js';
import { ReviewDriver } from '../driver.js';
import { parseWord } from '../modes/reduce.js';
import { selectedRow } from '../view/selection.js';
import { operationContext } from '../view/view-state.js';
import { mayBeNone } from './describe-view.js';

/** Carries out one line of input. */
export async function answerLine(driver: ReviewDriver, line: string): Promise<void> {
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

/** What surrounds a command's word: a number before it, words after it. */
interface Words {
  readonly count: string;
  readonly rest: readonly string[];
  readonly argument: string;
}

function command(driver: ReviewDriver, word: string, { count, rest, argument }: Words): void {
  const view = driver.view();
  if (word === 'cut') return cut(driver, argument);
  const name = parseWord(view, word);
  if (name === undefined) return driver.say(`unknown command "${word}" (? lists them)`, 'warning');
  if (name === 'split') return split(driver, rest);
  if (name === 'filter' && argument !== '') return driver.commandLine(`filter ${argument}`);
  driver.command(name, count);
  const { mode } = driver.view();
  if (mode.type === 'filters') {
    driver.command('cancel');
    return driver.say('which rows? (f doubtful, f accepted, f 2-1, f <.5, f all)', 'warning');
  }
  if (mode.type !== 'field' || argument === '') return;
  driver.fill(mayBeNone(driver.view()) && argument === '-' ? '' : argument);
}

/** `split 1 2`: how many sentences of each column stay in the upper row. */
function split(driver: ReviewDriver, words: readonly string[]): void {
  const view = driver.view();
  const { review, selected } = view;
  const counts = words.map(Number);
  if (counts.length === 0 || counts.some((count) => !Number.isInteger(count) || count < 0)) {
    const example = review.streams.map(() => '1').join(' ');
    return driver.say(
      `how many sentences of each column should stay in the upper row? (s ${example}); or: cut WORDS`,
      'warning',
    );
  }
  driver.perform(splitRow(review, selected, counts, operationContext(view)));
}

/** `cut WORDS`: cuts the sentence of the active column that contains the words just before them. */
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
