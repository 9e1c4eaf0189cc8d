/** The whole screen as lines of text, from a view alone. */
import { indexOfRow } from '../review/lookup.js';
import { progress, type Progress } from '../review/queue.js';
import { describeFilter } from '../review/view.js';
import {
  fitLine,
  lineWidth,
  run,
  splitGraphemes,
  truncateLine,
  type Line,
  type Run,
} from './cells.js';
import { commandNames, commandTable, type KeyMode } from './command-table.js';
import { composeDetail, composeRule, fieldRuns } from './compose-detail.js';
import { composeHelp } from './compose-help.js';
import { composeHeading, composeList } from './compose-list.js';
import { keyHint, showKey } from './keymap.js';
import { minimum } from './layout.js';
import { promptLabel } from './prompts.js';
import { filterMenu } from './reduce.js';
import { paint, type Theme } from './theme.js';
import { layoutOf, placeOf, selectedRow, shownRows, type View } from './view-state.js';

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
    lines.push(fit([plain(`  no row is ${describeFilter(view.filter)} (f f shows all)`)]));
    lines.push(...Array<string>(layout.listLines - 1).fill(''));
  } else lines.push(...composeList(view, rows, numbers, layout, theme));
  if (layout.detailLines > 0) {
    lines.push(fit(composeRule(view, row, placeOf(view), rows.length, theme)));
    const detail = row === undefined ? [] : composeDetail(view, row, theme);
    const height = layout.detailLines - 1;
    const top = Math.max(0, Math.min(view.detailTop, detail.length - height));
    for (let index = 0; index < height; index++) {
      const line = detail[top + index] ?? [];
      // What doesn't fit is announced in the pane's last line.
      const more = index === height - 1 ? detail.length - top - height : 0;
      lines.push(fit(more > 0 ? moreBelow(line, more, view, theme) : line));
    }
  }
  lines.push(fit(composeProgress(view, theme)));
  lines.push(paint(composeBottom(view, theme), theme));
  return lines;
}

function moreBelow(line: Line, more: number, view: View, theme: Theme): Line {
  const text = ` ${theme.symbols.ellipsis} ${more + 1} more lines (${showKey('ctrl+e')}) `;
  return [...fitLine(line, view.columns - 2 - text.length), { text, style: 'dim' }];
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
  ];
  const right = run(parts.filter((part) => part !== '').join('   '), 'dim');
  const gap = view.columns - 2 - lineWidth(left) - lineWidth([right]);
  return gap < 2 ? [...left, plain('  '), right] : [...left, plain(' '.repeat(gap)), right];
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

function composeBottom(view: View, theme: Theme): Line {
  const width = view.columns - 2;
  const { mode, toast } = view;
  if (mode.type === 'field') {
    const label = run(` ${promptLabel(view, mode.prompt)}`, 'bold');
    if (mode.prompt.of === 'text')
      return truncateLine(
        [label, run('Enter keeps it, Esc leaves it as it was', 'dim')],
        width,
        theme.symbols.ellipsis,
      );
    return scrolledField(label, fieldRuns(mode.field), width);
  }
  if (mode.type === 'confirm') {
    return truncateLine(
      [run(` ${mode.question} `, 'bold'), plain('y yes  n no')],
      width,
      theme.symbols.ellipsis,
    );
  }
  if (mode.type === 'filters') {
    const names = filterMenu.map(([key, name]) => `${key} ${name}`).join('  ');
    return truncateLine(
      [run(' show: ', 'bold'), plain(`${names}  / more`)],
      width,
      theme.symbols.ellipsis,
    );
  }
  if (toast !== null) {
    const style = { info: 'accent', warning: 'fair', error: 'error' }[toast.kind];
    const sign = toast.kind === 'info' ? '' : `${theme.symbols.problem} `;
    return truncateLine([run(` ${sign}${toast.text}`, style)], width, theme.symbols.ellipsis);
  }
  return truncateLine(composeHints(view), width, theme.symbols.ellipsis);
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

function composeHints(view: View): Line {
  const { mode } = view;
  if (mode.type === 'split') {
    return [
      plain(' j k move the cut   h l column   Enter split   c cut inside a sentence   Esc leave'),
    ];
  }
  if (mode.type === 'cut') {
    return [plain(' h l character   b w word   Enter split here   Esc leave')];
  }
  const hints = hintsOf('normal', view);
  return [plain(' '), ...hints];
}

function hintsOf(mode: KeyMode, view: View): Line {
  // Help first: it is the one that must never be cut off.
  const names = ['help' as const, ...commandNames.filter((name) => name !== 'help')];
  return names.flatMap((name) => {
    const { hint, modes } = commandTable[name];
    const [key] = view.keymap.keys(name);
    if (hint === undefined || key === undefined || !modes.includes(mode)) return [];
    return [run(showKey(key), 'bold'), run(` ${hint}  `, 'dim')];
  });
}

function composePage(view: View, height: number, theme: Theme): string[] | null {
  const { mode } = view;
  if (mode.type !== 'page' && mode.type !== 'help') return null;
  const fit = (line: Line) =>
    paint(truncateLine(line, view.columns - 1, theme.symbols.ellipsis), theme);
  const title = mode.type === 'help' ? 'Keys' : mode.title;
  const lines = mode.type === 'help' ? composeHelp(view.keymap, view.columns - 2) : mode.lines;
  const room = height - 3;
  const top = Math.max(0, Math.min(mode.top, lines.length - room));
  const body = lines.slice(top, top + room).map(fit);
  const ask = mode.type === 'page' && mode.entry !== null ? 'y do it   ' : '';
  const where =
    lines.length > room
      ? `   ${top + 1}-${Math.min(lines.length, top + room)} of ${lines.length}`
      : '';
  return [
    fit([run(` ${title} `, 'inverse'), run(where, 'dim')]),
    '',
    ...body,
    ...Array<string>(Math.max(0, room - body.length)).fill(''),
    fit([run(` ${ask}j k scroll   q close`, 'dim')]),
  ];
}
