/** A real terminal for tests: tmux, driven by keys, looked at as a person would. */
import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanEnvironment } from './program.js';

/** Whether tmux is installed. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

let terminals = 0;

/** One terminal with a shell in it. */
export class Tmux {
  private readonly socket = `paralign-test-${process.pid}-${++terminals}`;

  constructor(columns: number, rows: number, folder: string, env: Record<string, string> = {}) {
    const size = ['-x', String(columns), '-y', String(rows)];
    this.run(['-f', '/dev/null', 'new-session', '-d', ...size, '-c', folder, 'sh'], {
      ...cleanEnvironment({ LANG: 'C.UTF-8', PS1: '$ ', ENV: '', ...env }),
    });
    this.run(['set', '-g', 'status', 'off']);
    this.run(['resize-window', ...size]);
  }

  private run(args: readonly string[], env?: Record<string, string>): string {
    return execFileSync('tmux', ['-u', '-L', this.socket, ...args], {
      encoding: 'utf8',
      ...(env === undefined ? {} : { env }),
    });
  }

  /** Types text, as it stands. */
  type(text: string): void {
    this.run(['send-keys', '-l', '--', text]);
  }

  /** Presses keys by tmux's names: `Enter`, `C-z`, `a`. */
  press(...keys: string[]): void {
    for (const key of keys) this.run(['send-keys', '--', key]);
  }

  /** Types a command line. */
  command(line: string): void {
    this.type(line);
    this.press('Enter');
  }

  /** What is on the screen now, perhaps between clearing and painting: what a test expects, it waits for with `until`. */
  private screen(): string {
    return this.run(['capture-pane', '-p']);
  }

  /** Whether the alternate screen is on and the cursor is shown. */
  state(): { readonly alternate: boolean; readonly cursor: boolean } {
    const [alternate, cursor] = this.run(['display', '-p', '#{alternate_on} #{cursor_flag}'])
      .trim()
      .split(' ');
    return { alternate: alternate === '1', cursor: cursor === '1' };
  }

  /** Waits until the screen shows something; throws with the screen as it is when it never does. */
  async until(wanted: string | RegExp, seconds = 60): Promise<string> {
    const deadline = performance.now() + seconds * 1000;
    for (;;) {
      const screen = this.screen();
      if (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen)) return screen;
      if (performance.now() > deadline) throw new Error(`never showed ${wanted}:\n${screen}`);
      await sleep(30);
    }
  }

  resize(columns: number, rows: number): void {
    this.run(['resize-window', '-x', String(columns), '-y', String(rows)]);
  }

  /** Ends the terminal and all that runs in it. */
  close(): void {
    spawnSync('tmux', ['-L', this.socket, 'kill-server']);
  }
}
