/** The screen's life cycle: environment before Ink is loaded, signals, suspending, leaving. */
import { edit } from '../../platform/editor.js';
import { composeScreen } from '../compose/compose-screen.js';
import { ReviewDriver } from '../driver.js';
import type { Theme } from '../theme/theme.js';
import { LineStream } from './line-stream.js';
import type { MountedScreen } from './screen.js';
import { Terminal, type TerminalStreams } from './terminal.js';

/** Exit codes for signals, as in shells. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Shows the review until the user quits. Restores the terminal when it returns or throws, and when a
 * signal ends the program.
 */
export async function runScreen(
  driver: ReviewDriver,
  theme: Theme,
  streams: TerminalStreams,
  onSignal: () => void,
): Promise<void> {
  const terminal = new Terminal(streams);
  const lines = new LineStream(streams.stdout);
  let screen: MountedScreen | null = null;
  const redraw = () => screen?.redraw(() => terminal.wipe());
  const restore = () => terminal.leave();
  const end = (name: keyof typeof signals) => () => {
    screen?.unmount();
    terminal.leave();
    onSignal();
    process.exit(signals[name]);
  };
  const handlers = (Object.keys(signals) as (keyof typeof signals)[]).map(
    (name) => [name, end(name)] as const,
  );
  const resized = () => {
    driver.resize(streams.stdout.columns || 80, streams.stdout.rows || 24);
    // Terminals wrap or cut their content when resized, so redraw all of it.
    redraw();
  };
  const resumed = () => {
    streams.stdin.setRawMode(true);
    terminal.enter();
    resized();
  };
  driver.attach({
    redraw,
    suspend: () => {
      terminal.leave();
      streams.stdin.setRawMode(false);
      process.kill(process.pid, 'SIGTSTP');
    },
    edit: (text) => {
      const edited = terminal.outside(() => edit(text));
      redraw();
      return edited;
    },
  });
  // A terminal that goes away ends the input; whether SIGHUP arrives too is up to the shell.
  const gone = end('SIGHUP');
  for (const event of ['end', 'error']) streams.stdin.on(event, gone);
  process.on('exit', restore);
  process.on('SIGCONT', resumed);
  for (const [name, handler] of handlers) process.on(name, handler);
  try {
    terminal.enter();
    // Loading Ink takes longest, so the user gets the first screen before that. Keys typed until
    // then wait in the terminal without being echoed.
    streams.stdin.setRawMode(true);
    streams.stdout.write(composeScreen(driver.view(), theme).join('\n'));
    // Added before Ink's own listener, which would draw the old lines on the new screen.
    streams.stdout.on('resize', resized);
    const { mountScreen } = await loadScreen(theme);
    terminal.wipe();
    screen = mountScreen({ driver, theme, lines, stdin: streams.stdin });
    const mounted = screen;
    void driver.done.then(() => mounted.unmount());
    await mounted.waitUntilExit();
  } finally {
    screen?.unmount();
    terminal.leave();
    streams.stdin.setRawMode(false);
    streams.stdout.off('resize', resized);
    for (const event of ['end', 'error']) streams.stdin.off(event, gone);
    process.off('exit', restore);
    process.off('SIGCONT', resumed);
    for (const [name, handler] of handlers) process.off(name, handler);
  }
}

function loadScreen(theme: Pick<Theme, 'color'>): Promise<typeof import('./screen.js')> {
  prepareEnvironment(theme);
  return import('./screen.js');
}

/** Ink reads these variables when loaded: it ignores NO_COLOR, and draws nothing if CI is set. */
function prepareEnvironment(theme: Pick<Theme, 'color'>): void {
  process.env['FORCE_COLOR'] = theme.color ? '1' : '0';
  // React's development checks are of no use here.
  process.env['NODE_ENV'] ??= 'production';
  delete process.env['CI'];
  delete process.env['CONTINUOUS_INTEGRATION'];
}
