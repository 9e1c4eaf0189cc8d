/** The whole screen as lines of text, from a view alone. */
import { splitGraphemes } from '../../text/graphemes.js';
import { indexOfRow } from '../../review/lookup.js';
import { progress, type Progress } from '../../review/queue.js';
import { describeFilter } from '../../review/view.js';
import {
  lineWidth,
  run,
  truncateLine,
  wrapLine,
  type Line,
  type Run,
} from '../../terminal/line.js';
import { composeDetail, fieldRuns } from './detail/compose-detail.js';
import { composeHints } from './compose-hints.js';
import { composeHeading, composeList } from './list/compose-list.js';
import { composeRule } from './detail/compose-rule.js';
import { detailWindow } from './detail/detail-window.js';
import { keyHint } from '../view/keymap.js';
import { minimum } from '../view/layout.js';
import { pageHeight, pageLines } from '../modes/page-mode.js';
import { promptLabel } from '../modes/submit-prompt.js';
import { filterMenu } from '../modes/reduce.js';
import { paint, type Theme } from '../theme/theme.js';
import {
  layoutOf,
  nothingShown,
  placeOf,
  selectedRow,
  shownRows,
  type View,
} from '../view/view-state.js';

const plain = (text: string): Run => ({ text, style: '' });

/** The screen: at most `rows - 1` lines, none wider than `columns`, nothing but text and colours. */
export function composeScreen(view: View, theme: Theme): string[] {
  const layout = layoutOf(view);
  if (layout.tooSmall) {
    const text = `terminal too small: ${view.columns}x${view.rows}, needs ${minimum.columns}x${minimum.rows}`;
    return [paint(truncateLine([plain(text)], view.columns), theme)];
  }
  const page = composePage(view, layout.lines, theme);
  const lines = page ?? composeMain(view, theme);
  return lines.slice(0, layout.lines);
}

function composeMain(view: View, theme: Theme): string[] {
  const layout = layoutOf(view);
  const rows = shownRows(view);
  const row = selectedRow(view);
  const fit = (line: Line) =>
    paint(truncateLine(line, view.columns - 1, theme.symbols.ellipsis), theme);
  const numbers = (own: { readonly id: number }) => indexOfRow(view.review, own.id) + 1;
  const lines = [fit(composeTitle(view)), fit(composeHeading(view, layout, theme))];
  if (rows.length === 0 && layout.listLines > 0) {
    lines.push(fit([run(`  ${nothingShown(view)}`)]));
    lines.push(...Array<string>(layout.listLines - 1).fill(''));
  } else lines.push(...composeList(view, rows, numbers, layout, theme));
  if (layout.detailLines > 0) {
    const detail = row === undefined ? null : composeDetail(view, row, theme);
    const height = layout.detailLines - 1;
    const { top, lowest } =
      detail === null ? { top: 0, lowest: 0 } : detailWindow(detail, height, view.detailTop);
    const all = detail?.lines ?? [];
    const inSight =
      lowest === 0
        ? ''
        : `lines ${top + 1}-${Math.min(all.length, top + height)} of ${all.length} (${keyHint(view.keymap, 'detailDown')})`;
    lines.push(fit(composeRule(view, row, placeOf(view), rows.length, theme, inSight)));
    for (let index = 0; index < height; index++) lines.push(fit(all[top + index] ?? []));
  }
  const message = composeMessage(view, theme);
  lines.push(fit(message?.[0] ?? composeProgress(view, theme)));
  lines.push(fit(message?.[1] ?? composeBottom(view, theme)));
  return lines;
}

function composeTitle(view: View): Line {
  const { review, filter, sorting, saved, readOnly } = view;
  const changed = review.sequence !== saved ? ' [+]' : '';
  const left: Line = [
    run(' paralign review ', 'inverse'),
    run(`  ${view.title}${changed}`, 'title'),
    run(readOnly === null ? '' : '  read only', 'fair'),
  ];
  const parts = [
    filter.by === 'all' ? '' : `showing: ${describeFilter(filter)} (${shownRows(view).length})`,
    sorting === 'order' ? '' : 'least certain first',
    view.query === null ? '' : `search: ${view.query.text}`,
    `threshold ${view.threshold.toFixed(2)}`,
  ].filter((part) => part !== '');
  const room = view.columns - 2 - lineWidth(left);
  const gap = (right: Run) => room - lineWidth([right]);
  let right = run(parts.join('   '), 'dim');
  // What matters least stands last, and goes first.
  while (gap(right) < 2 && parts.length > 1) {
    parts.pop();
    right = run(parts.join('   '), 'dim');
  }
  return [...left, plain(' '.repeat(Math.max(2, gap(right)))), right];
}

function composeProgress(view: View, theme: Theme): Line {
  const { symbols } = theme;
  const counts = progress(view.review, view.threshold);
  const done = counts.total - counts.unreviewed;
  const share = counts.total === 0 ? 1 : done / counts.total;
  const width = view.columns >= 100 ? 24 : 10;
  const full = Math.floor(share * width);
  const percent = Math.floor(share * 100);
  return [
    plain(' '),
    { text: symbols.full.repeat(full), style: 'human' },
    { text: symbols.rest.repeat(width - full), style: 'dim' },
    plain(` ${done}/${counts.total} ${percent} %  `),
    { text: `${symbols.accepted}${counts.accepted} `, style: 'human' },
    { text: `${symbols.rejected}${counts.rejected} `, style: 'human' },
    { text: `${symbols.edited}${counts.edited} `, style: 'human' },
    { text: `${symbols.doubtful}${counts.doubtful}`, style: counts.doubtful > 0 ? 'poor' : 'good' },
    plain(toReview(counts, view)),
    plain(counts.flagged > 0 ? `  ${symbols.flag}${counts.flagged}` : ''),
    { text: view.count === '' ? '' : `   ${view.count}`, style: 'bold' },
  ];
}

function toReview(counts: Progress, { keymap }: View): string {
  if (counts.doubtful > 0) return ' to review';
  if (counts.unreviewed === 0) return ' all done';
  return ` to review; ${keyHint(keymap, 'acceptConfident')} accepts the other ${counts.unreviewed}`;
}

/** A message that takes two lines, the progress line's and its own; null when there is none or one will do. */
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

function composeBottom(view: View, theme: Theme): Line {
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
  if (mode.type === 'filters') {
    const names = filterMenu.map(([key, name]) => `${key} ${name}`).join('  ');
    return truncateLine(
      [run(' show: ', 'bold'), plain(`${names}  / more`)],
      width,
      theme.symbols.ellipsis,
    );
  }
  return composeHints(view, width);
}

/** A field on one line: what stands around the cursor is in sight. */
function scrolledField(label: Run, runs: Line, width: number): Line {
  const [before = plain(''), cursor = plain(' '), after = plain('')] = runs;
  const room = Math.max(10, width - lineWidth([label]) - 2);
  let shown = before.text;
  // A part of what doesn't fit goes at a time: a long text takes few rounds.
  while (lineWidth([plain(shown)]) > room * 0.75) {
    const characters = splitGraphemes(shown);
    shown = characters.slice(Math.max(1, Math.floor(characters.length / 8))).join('');
  }
  const cut = shown.length < before.text.length ? [plain('…')] : [];
  return truncateLine([label, ...cut, { ...before, text: shown }, cursor, after], width);
}

function composePage(view: View, height: number, theme: Theme): string[] | null {
  const { mode } = view;
  if (mode.type !== 'page' && mode.type !== 'help') return null;
  const fit = (line: Line) =>
    paint(truncateLine(line, view.columns - 1, theme.symbols.ellipsis), theme);
  const title = mode.type === 'help' ? 'Keys' : mode.title;
  const lines = pageLines(view, mode, theme);
  const room = pageHeight(view);
  const top = Math.max(0, Math.min(mode.top, lines.length - room));
  const body = lines.slice(top, top + room).map(fit);
  const where =
    lines.length > room
      ? `   ${top + 1}-${Math.min(lines.length, top + room)} of ${lines.length}`
      : '';
  return [
    fit([run(` ${title} `, 'inverse'), run(where, 'dim')]),
    '',
    ...body,
    ...Array<string>(Math.max(0, height - 3 - body.length)).fill(''),
    fit(composeHints(view, view.columns - 2)),
  ];
}
