/**
 * Draws the screens that the README and the guide show: `node docs/screens/draw.mjs` after a build.
 * Runs the program in tmux, presses keys as a person would, and writes what stands there as SVG.
 * `node docs/screens/draw.mjs FOLDER COLUMNS ROWS` writes them elsewhere, in another size.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { terminalAsSvg } from './terminal-as-svg.mjs';

const root = resolve(import.meta.dirname, '../..');
const [folder = import.meta.dirname, columns = '110', rows = '30'] = process.argv.slice(2);
const program = `node ${join(root, 'dist/cli/main.js')}`;

/** What to type, what to wait for, which keys to press then. */
const screens = [
  {
    name: 'align',
    command: `${program} align story.txt rewrite.txt`,
    shows: /0\.\d\d|1\.00/,
    keys: [],
    // It is longer than the screen: its beginning.
    begin: true,
  },
  {
    name: 'review',
    command: `${program} review story.txt rewrite.txt`,
    shows: 'accept',
    keys: ['A', 'y', 'g', ...Array(10).fill('j')],
  },
  {
    name: 'review-help',
    command: `${program} review story-rewrite.paralign`,
    shows: 'accept',
    keys: ['?'],
  },
];

const work = mkdtempSync(join(tmpdir(), 'paralign-screens-'));
cpSync(join(root, 'seeds/000_a44dc55b9c05bbeb.txt'), join(work, 'story.txt'));
cpSync(join(root, 'seeds/001_c6dfc5a8ac7cf315.txt'), join(work, 'rewrite.txt'));
try {
  for (const screen of screens) {
    const svg = terminalAsSvg(await capture(screen), Number(columns));
    writeFileSync(join(folder, `${screen.name}.svg`), svg);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The screen with its colours, as tmux gives it. */
async function capture({ command, shows, keys, name, begin = false }) {
  const socket = `paralign-screens-${process.pid}-${name}`;
  const tmux = (...args) =>
    execFileSync('tmux', ['-u', '-L', socket, ...args], { encoding: 'utf8', env: environment() });
  const size = ['-x', columns, '-y', rows];
  tmux('-f', '/dev/null', 'new-session', '-d', ...size, '-c', work, 'sh');
  try {
    tmux('set', '-g', 'status', 'off');
    tmux('resize-window', ...size);
    tmux('send-keys', '-l', `clear; ${command}`);
    tmux('send-keys', 'Enter');
    await waitFor(() => tmux('capture-pane', '-p'), shows);
    for (const key of keys) {
      tmux('send-keys', '--', key);
      await sleep(150);
    }
    await sleep(500);
    if (!begin) return tmux('capture-pane', '-e', '-p');
    const whole = tmux('capture-pane', '-e', '-p', '-S', '-');
    return whole.split('\n').slice(0, Number(rows)).join('\n');
  } finally {
    spawnSync('tmux', ['-L', socket, 'kill-server']);
  }
}

function environment() {
  const { PATH, HOME } = process.env;
  return {
    ...{ PATH, HOME, LANG: 'C.UTF-8', TERM: 'xterm-256color', PS1: '$ ', ENV: '' },
    COLORTERM: 'truecolor',
    XDG_CACHE_HOME: join(work, 'cache'),
    XDG_CONFIG_HOME: join(work, 'config'),
    XDG_STATE_HOME: join(work, 'state'),
  };
}

async function waitFor(look, wanted) {
  for (let tries = 0; tries < 300; tries++) {
    const screen = look();
    const after = screen.slice(screen.indexOf('\n'));
    if (typeof wanted === 'string' ? after.includes(wanted) : wanted.test(after)) return;
    await sleep(100);
  }
  throw new Error(`the screen never showed ${wanted}:\n${look()}`);
}
