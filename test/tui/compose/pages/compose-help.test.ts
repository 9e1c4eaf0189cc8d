import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '../../../../src/terminal/line.js';
import {
  composeHelp,
  composeKeys,
  keysAsMarkdown,
} from '../../../../src/tui/compose/pages/compose-help.js';
import { commandNames, commandTable } from '../../../../src/tui/view/command-table.js';
import { makeKeymap } from '../../../../src/tui/view/keymap.js';

describe('the help', () => {
  test('help and the Markdown table name every command', () => {
    const keymap = makeKeymap();
    const help = composeHelp(keymap, 100).map(lineText).join('\n');
    const markdown = keysAsMarkdown(keymap);
    for (const name of commandNames) {
      expect(help).toContain(commandTable[name].label.slice(0, 40));
      expect(markdown).toContain(`\`${name}\``);
    }
  });

  test('the page is as wide as it may be, and shows a person’s own keys', () => {
    const lines = composeHelp(makeKeymap({ accept: ['ctrl+t'], reject: [] }), 50);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(50);
    const text = lines.map(lineText).join('\n');
    expect(text).toMatch(/ Ctrl\+T +Accept and go/);
    expect(text).toMatch(/ \(no key\) +Reject/);
  });

  test('the Markdown table keeps a key that is a bar in its cell', () => {
    expect(keysAsMarkdown(makeKeymap({ accept: '|' }))).toContain('| `\\|` | Accept');
  });

  test('the list of keys has a line a command, with keys as the config file spells them', () => {
    const lines = composeKeys(makeKeymap()).trimEnd().split('\n');
    expect(lines).toHaveLength(commandNames.length);
    expect(lines.find((line) => line.startsWith('redo '))).toMatch(/^redo +ctrl\+r Z +Redo$/);
  });
});
