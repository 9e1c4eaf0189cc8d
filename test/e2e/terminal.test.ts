import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, paralign, program, scratch, seed } from './program.js';

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

  test('NO_COLOR turns colour off, --color=always turns it on again', () => {
    const align = `align "${seed(0)}" "${seed(1)}"`;
    // eslint-disable-next-line no-control-regex
    expect(onTerminal(align, { NO_COLOR: '1' })).not.toMatch(/\u001b\[\d+m/);
    expect(onTerminal(`${align} --color=always`, { NO_COLOR: '1' })).toContain('\u001b[32m');
  });

  test('refuses to read a source from the terminal instead of waiting', () => {
    expect(onTerminal(`align - "${seed(1)}"`)).toContain('-: standard input is the terminal');
  });

  describe('text that would control it', () => {
    const hostile =
      'One \u001b]0;title\u0007 \u001b[31mred\u001b[0m \u009b2J \u202egnp.exe \u2066iso\u2069 zero\u200bwidth \u{e0041}tag\u007f.';
    // What no terminal may get: controls but line ends and our colours, bidi, the invisible.
    const acting =
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff]|\u001b(?!\[(?:\d+(?:;\d+)*m|K))|\u{e0041}/u;
    const folder = scratch();
    const [a, b, links] = ['a\u001b[8m.txt', 'b.txt', 'l.vecalign'].map((name) =>
      join(folder, name),
    );
    writeFileSync(a ?? '', `${hostile}\n\nTwo.\n`);
    writeFileSync(b ?? '', `${hostile}\n\nTwo.\n`);
    writeFileSync(links ?? '', '[0]:[0]:0.1\n');
    const review = join(folder, 'r.paralign');

    test.each([
      ['segment', '--lines', `"${b}"`],
      ['segment', `"${b}"`],
      ['segment', '--json', `"${a}"`],
      ['detect', `"${a}"`],
      ['detect', '--json', `"${a}"`],
      ...['csv', 'tsv', 'jsonl', 'json', 'tmx', 'xliff', 'html'].map((format) => [
        'align',
        `"${a}" "${b}" --format ${format}`,
      ]),
      ['align', `"${a}" "${b}" --verbose`],
      ['explain', `"${a}" "${b}" --bead 1`],
      ['explain', `"${a}" "${b}" --bead 1 --json`],
      ['score', `"${links}" "${links}"`],
      ['embed', `"${b}" --format jsonl`],
      ['embed', `"${b}" --format npy`],
      ['align', `"${a}" "${a}-\u202enone"`],
      ['align', `"${a}" "${a}-\u009bnone" --json`],
      ["'nothing\u001b]0;x\u0007'"],
    ])('is made visible: %s %s %s', (...words) => {
      const bytes = onTerminal(words.join(' '));
      expect(bytes.length).toBeGreaterThan(10);
      expect(acting.exec(bytes.replaceAll('\r\u001b[K', ''))).toBeNull();
    });

    test('is unchanged in a pipe, and escaped in the JSON of errors', async () => {
      const lines = await paralign(['segment', '--lines', b ?? '']);
      expect(lines.out).toBe(`${hostile}\nTwo.\n`);
      const failed = await paralign(['align', `${a}-\u202e\u009bnone`, b ?? '', '--json']);
      expect(failed.err).not.toMatch(acting);
      expect(JSON.parse(failed.err)).toMatchObject({
        error: { message: expect.stringContaining('-\u202e\u009bnone') },
      });
    });

    test('is made visible by convert and by a line-by-line review', async () => {
      await paralign(['align', a ?? '', b ?? '', '-o', review]);
      for (const args of [
        `convert "${review}" --format csv`,
        `review --plain "${review}" < /dev/null`,
      ]) {
        const bytes = onTerminal(args);
        expect(bytes).toContain('red');
        expect(acting.exec(bytes)).toBeNull();
      }
    });
  });
});
