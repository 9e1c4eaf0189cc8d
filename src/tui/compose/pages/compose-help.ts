/** The help page and the table of keys in docs/review.md, both from the table of commands. */
import { besideLabel } from '../../../terminal/beside-label.js';
import { run, type Line } from '../../../terminal/line.js';
import { commandGroups, commandNames, commandTable } from '../../view/command-table.js';
import { legend, type Symbols } from '../../theme/symbols.js';
import type { Theme } from '../../theme/theme.js';
import { showKey, type Keymap } from '../../view/keymap.js';

/** Width of the column with the keys. */
const keysWidth = 24;

/** The lines of the help page: keys, then the signs of the list. */
export function composeHelp(
  keymap: Keymap,
  width: number,
  { symbols }: Pick<Theme, 'symbols'>,
): readonly Line[] {
  return [...keyLines(keymap, width), ...legendLines(symbols, width)];
}

function legendLines(symbols: Symbols, width: number): readonly Line[] {
  const lines = legend.flatMap(([name, words]) => {
    const label = [run(`    ${symbols[name]}`, 'accent')];
    return besideLabel(label, [run(words)], width, { labelWidth: keysWidth });
  });
  return [[run('  Signs', 'bold')], ...lines];
}

function keyLines(keymap: Keymap, width: number): readonly Line[] {
  return commandGroups.flatMap((group): Line[] => [
    [run(`  ${group}`, 'bold')],
    ...commandNames
      .filter((name) => commandTable[name].group === group)
      .flatMap((name) => {
        const keys = keymap.keys(name).map(showKey).join(' ');
        const label = [run(`    ${keys === '' ? '(no key)' : keys}`, 'accent')];
        return besideLabel(label, [run(commandTable[name].label)], width, {
          labelWidth: keysWidth,
        });
      }),
    [],
  ]);
}

/** The table of keys in Markdown, with the names that the config file uses. */
export function keysAsMarkdown(keymap: Keymap): string {
  const lines = commandGroups.flatMap((group) => [
    `| **${group}** | | |`,
    ...commandNames
      .filter((name) => commandTable[name].group === group)
      .map((name) => {
        const keys = keymap.keys(name).map((key) => `\`${showKey(key).replace('|', '\\|')}\``);
        return `| ${keys.join(' ')} | ${commandTable[name].label} | \`${name}\` |`;
      }),
  ]);
  return ['| key | what it does | name |', '|---|---|---|', ...lines, ''].join('\n');
}

/** Keys and names as plain text, for `paralign review --keys`. */
export function composeKeys(keymap: Keymap): string {
  return commandNames
    .map((name) => {
      const keys = keymap.keys(name).join(' ');
      return `${name.padEnd(22)} ${keys.padEnd(22)} ${commandTable[name].label}\n`;
    })
    .join('');
}
