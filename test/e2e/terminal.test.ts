import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, program, scratch, seed } from './program.js';

/** `script` of util-linux gives a program a real terminal. */
const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

const onTerminal = (args: string, env: Record<string, string> = {}): string =>
  spawnSync(
    'script',
    ['-qec', `stty cols 100; "${process.execPath}" "${program}" ${args}`, '/dev/null'],
    { env: cleanEnvironment(env), cwd: scratch(), encoding: 'utf8' },
  ).stdout;

/** What is on the screen in the end: lines painted over are gone. */
const screen = (bytes: string): string[] =>
  bytes.split('\r\n').map((line) =>
    line
      .replace(/.*\r\u001b\[K/s, '')
      // eslint-disable-next-line no-control-regex
      .replace(/\u001b\[\d+m/g, ''),
  );

describe.skipIf(!hasScript)('on a terminal', () => {
  test('align without -o shows the pairs in colour, in the width of the screen', () => {
    const bytes = onTerminal(`align "${seed(0)}" "${seed(1)}"`);
    expect(bytes).toContain('\u001b[32m');
    const lines = screen(bytes);
    expect(lines[0]).toMatch(/^a {2}000_.*\(en \d+\)$/);
    expect(lines.join('\n')).toMatch(/The relentless sound of gunfire and +The constant gunfire/);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(100);
    expect(lines.join('\n')).not.toMatch(/embedding|aligning/);
  });

  test('NO_COLOR takes the colour away, --color=always brings it back', () => {
    const align = `align "${seed(0)}" "${seed(1)}"`;
    // eslint-disable-next-line no-control-regex
    expect(onTerminal(align, { NO_COLOR: '1' })).not.toMatch(/\u001b\[\d+m/);
    expect(onTerminal(`${align} --color=always`, { NO_COLOR: '1' })).toContain('\u001b[32m');
  });

  test('a source from the terminal itself is refused instead of waited for', () => {
    expect(onTerminal(`align - "${seed(1)}"`)).toContain('-: standard input is the terminal');
  });
});
