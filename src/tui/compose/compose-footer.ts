/** The last two lines of the screen: progress or a message, and what can be typed now. */
import { lineWidth, plain, run, truncateLine, type Line, type Run } from '../../terminal/line.js';
import { wrapLine } from '../../terminal/wrap-line.js';
import { splitGraphemes } from '../../text/graphemes.js';
import type { Theme } from '../theme/theme.js';
import { filterMenu } from '../view/filter-menu.js';
import type { View } from '../view/view-state.js';
import { composeHints } from './compose-hints.js';
import { composeProgress } from './compose-progress.js';
import { fieldRuns } from './detail/field-runs.js';
import { promptLabel } from './prompt-label.js';

/** Two lines: progress and hints (or the open field or question), or a message instead. */
export function composeFooter(view: View, theme: Theme): readonly [Line, Line] {
  return (
    composeMessage(view, theme) ??
    composeFilters(view, theme) ??
    composeFilterField(view) ??
    composeLongQuestion(view) ?? [composeProgress(view, theme), composePrompt(view)]
  );
}

/** A message takes the hint line, and the progress line too if it is long; null without a message. */
function composeMessage(view: View, theme: Theme): readonly [Line, Line] | null {
  const { toast, mode } = view;
  const asked = mode.type === 'field' || mode.type === 'confirm' || mode.type === 'filters';
  if (toast === null || asked) return null;
  const width = view.columns - 2;
  const style = { info: 'accent', warning: 'fair', error: 'error' }[toast.kind];
  const sign = toast.kind === 'info' ? '' : `${theme.symbols.problem} `;
  const [first = [], ...rest] = wrapLine([run(` ${sign}${toast.text}`, style)], width);
  if (rest.length === 0) return [composeProgress(view, theme), first];
  const more = rest.flatMap((line, index) => (index === 0 ? line : [plain(' '), ...line]));
  return [first, truncateLine([plain(' '), ...more], width, theme.symbols.ellipsis)];
}

/** The menu of filters, on both lines if one is too short; null if it is not open. */
function composeFilters(view: View, theme: Theme): readonly [Line, Line] | null {
  if (view.mode.type !== 'filters') return null;
  const gap = view.columns < 100 ? ' ' : '  ';
  const narrow = view.columns < 80;
  const items = [...filterMenu, { key: '/', name: 'more', short: 'more' }];
  const lines: [Line, Line] = [[run(' show:', 'bold')], []];
  let at: 0 | 1 = 0;
  for (const { key, name, short } of items) {
    const more = [plain(gap), run(key, 'bold'), plain(` ${narrow ? short : name}`)];
    if (at === 0 && lineWidth([...lines[0], ...more]) > view.columns - 2) at = 1;
    lines[at] = [...lines[at], ...more];
  }
  return at === 0 ? [composeProgress(view, theme), lines[0]] : lines;
}

/** The field for a typed filter, below a line that says what can be typed; null if it is not open. */
function composeFilterField({ mode, columns }: View): readonly [Line, Line] | null {
  if (mode.type !== 'field' || mode.prompt.of !== 'filter') return null;
  const what = 'a name (doubtful), type (2-1), confidence (<.5, .2-.6) or word';
  return [
    truncateLine([run(` ${what}`, 'dim')], columns - 2),
    scrolledField(run(' show: ', 'bold'), fieldRuns(mode.field), columns - 2),
  ];
}

/** A question too long to share a line with its answers; null for any other. */
function composeLongQuestion(view: View): readonly [Line, Line] | null {
  if (view.mode.type !== 'confirm') return null;
  const width = view.columns - 2;
  const question = [run(` ${view.mode.question}`, 'bold')];
  const answers = composeHints(view, width);
  return lineWidth(question) + 1 + lineWidth(answers) <= width ? null : [question, answers];
}

/** The open field or question or, if there is none, the keys that work now. */
function composePrompt(view: View): Line {
  const width = view.columns - 2;
  const { mode } = view;
  if (mode.type === 'field') {
    const label = run(` ${promptLabel(view, mode.prompt)}`, 'bold');
    return mode.prompt.of === 'text'
      ? [label, ...composeHints(view, width - lineWidth([label]))]
      : scrolledField(label, fieldRuns(mode.field), width);
  }
  if (mode.type === 'confirm') {
    const question = run(` ${mode.question} `, 'bold');
    return [question, ...composeHints(view, width - lineWidth([question]))];
  }
  return composeHints(view, width);
}

/** A field on one line, scrolled so that the text around the cursor is visible. */
function scrolledField(label: Run, runs: Line, width: number): Line {
  const [before = plain(''), cursor = plain(' '), after = plain('')] = runs;
  const room = Math.max(10, width - lineWidth([label]) - 2);
  let shown = before.text;
  // Drop an eighth at a time, so that a long text takes few rounds.
  while (lineWidth([plain(shown)]) > room * 0.75) {
    const characters = splitGraphemes(shown);
    shown = characters.slice(Math.max(1, Math.floor(characters.length / 8))).join('');
  }
  const cut = shown.length < before.text.length ? [plain('…')] : [];
  return truncateLine([label, ...cut, { ...before, text: shown }, cursor, after], width);
}
