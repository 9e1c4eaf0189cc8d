import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '../../../../src/terminal/line.js';
import {
  composeHelp,
  composeKeys,
  keysAsMarkdown,
} from '../../../../src/tui/compose/pages/compose-help.js';
import { asciiSymbols } from '../../../../src/tui/theme/symbols.js';
import { makeTheme, measuringTheme } from '../../../../src/tui/theme/theme.js';
import { commandNames, commandTable } from '../../../../src/tui/view/command-table.js';
import { makeKeymap } from '../../../../src/tui/view/keymap.js';

describe('the help', () => {
  test('help and the Markdown table name every command', () => {
    const keymap = makeKeymap();
    const help = composeHelp(keymap, 100, measuringTheme).map(lineText).join('\n');
    const markdown = keysAsMarkdown(keymap);
    for (const name of commandNames) {
      expect(help).toContain(commandTable[name].label.slice(0, 40));
      expect(markdown).toContain(`\`${name}\``);
    }
  });

  test('the page uses the full width, and shows the user’s own keys', () => {
    const lines = composeHelp(makeKeymap({ accept: ['ctrl+t'], reject: [] }), 50, measuringTheme);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(50);
    const text = lines.map(lineText).join('\n');
    expect(text).toMatch(/ Ctrl\+T +Accept and go/);
    expect(text).toMatch(/ \(no key\) +Reject/);
  });

  test('the page explains every sign, in the signs of the terminal', () => {
    const decoration = ['bar', 'rule', 'full', 'rest', 'ellipsis', 'dot'];
    const ascii = makeTheme({ color: false, ascii: true });
    for (const theme of [measuringTheme, ascii]) {
      const text = composeHelp(makeKeymap(), 80, theme).map(lineText).join('\n');
      const signs = text.slice(text.indexOf('Signs'));
      for (const [name, symbol] of Object.entries(theme.symbols)) {
        if (!decoration.includes(name)) expect(signs).toContain(`\n    ${symbol} `);
      }
    }
    expect(Object.keys(asciiSymbols)).toEqual(expect.arrayContaining(decoration));
  });

  test('the Markdown table escapes a key that is a bar', () => {
    expect(keysAsMarkdown(makeKeymap({ accept: '|' }))).toContain('| `\\|` | Accept');
  });

  test('the list of keys has one line per command, with keys spelled as in the config file', () => {
    const lines = composeKeys(makeKeymap()).trimEnd().split('\n');
    expect(lines).toHaveLength(commandNames.length);
    expect(lines.find((line) => line.startsWith('redo '))).toMatch(/^redo +ctrl\+r Z +Redo$/);
  });
});
