/** The hint line: the keys that work now, from the table of commands. */
import { lineWidth, run, type Line } from '../../terminal/line.js';
import { commandNames, commandTable, type CommandName } from '../view/command-table.js';
import { showKey } from '../view/keymap.js';
import type { View } from '../view/view-state.js';

/** Commands that share a hint ("j k scroll"), and its text. */
type Hint = readonly [readonly CommandName[], string];

const hints: Readonly<
  Record<'split' | 'cut' | 'text' | 'confirm' | 'page' | 'preview', readonly Hint[]>
> = {
  split: [
    [['next', 'previous'], 'move the cut'],
    [['columnLeft', 'columnRight'], 'column'],
    [['confirm'], 'split'],
    [['cutInside'], 'cut inside a sentence'],
    [['cancel'], 'cancel'],
  ],
  cut: [
    [['cutLeft', 'cutRight'], 'character'],
    [['cutWordLeft', 'cutWordRight'], 'word'],
    [['confirm'], 'cut here'],
    [['cancel'], 'cancel'],
  ],
  text: [
    [['confirm'], 'apply'],
    [['cancel'], 'cancel'],
  ],
  confirm: [
    [['yes'], 'yes'],
    [['no'], 'no'],
  ],
  page: [
    [['next', 'previous'], 'scroll'],
    [['close'], 'close'],
  ],
  preview: [
    [['applyPage'], 'apply'],
    [['next', 'previous'], 'scroll'],
    [['close'], 'cancel'],
  ],
};

/** As many whole hints as fit. */
export function composeHints(view: View, width: number): Line {
  let line: Line = [];
  for (const [names, words] of hintsOf(view)) {
    const keys = names.flatMap((name) => view.keymap.keys(name)[0] ?? []).map(showKey);
    if (keys.length === 0) continue;
    const gap = run(line.length === 0 ? ' ' : '  ');
    const more = [...line, gap, run(keys.join(' '), 'bold'), run(` ${words}`, 'dim')];
    if (lineWidth(more) <= width) line = more;
  }
  return line;
}

function hintsOf({ mode }: View): readonly Hint[] {
  switch (mode.type) {
    case 'split':
    case 'cut':
    case 'confirm':
      return hints[mode.type];
    case 'field':
      return hints.text;
    case 'help':
      return hints.page;
    case 'page':
      return mode.entry === null ? hints.page : hints.preview;
    case 'normal':
    case 'filters':
      return normalHints;
  }
}

/** Help comes first: it must never be left out. */
const normalHints: readonly Hint[] = [
  'help' as const,
  ...commandNames.filter((name) => name !== 'help'),
].flatMap((name): Hint[] => {
  const { hint } = commandTable[name];
  return hint === undefined ? [] : [[[name], hint]];
});
