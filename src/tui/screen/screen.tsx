/** The Ink component: shows the lines that `compose-screen` makes and passes keys to the driver. */
import { render, Text, useInput } from 'ink';
import { useRef, useSyncExternalStore } from 'react';
import { composeScreen } from '../compose/compose-screen.js';
import { ReviewDriver } from '../driver.js';
import type { Theme } from '../theme/theme.js';
import { noPaste, readKeys } from '../view/keys.js';
import { LineStream } from './line-stream.js';

/** The whole screen of a review. */
function Screen({
  driver,
  theme,
  lines,
}: {
  readonly driver: ReviewDriver;
  readonly theme: Theme;
  readonly lines: LineStream;
  /** A new value redraws everything. */
  readonly generation: number;
}) {
  const view = useSyncExternalStore(driver.subscribe, driver.view);
  const keys = useRef(noPaste);
  useInput((input, key) => {
    const { events, state } = readKeys(input, key, keys.current);
    keys.current = state;
    driver.press(events);
  });

  const text = composeScreen(view, theme).map((line) => lines.character(line));
  return <Text>{text.join('\n')}</Text>;
}

/** A mounted screen. */
export interface MountedScreen {
  /** Redraws everything; `wipe` clears the terminal first. */
  redraw(wipe: () => void): void;
  unmount(): void;
  waitUntilExit(): Promise<unknown>;
}

/** Shows the screen until it is unmounted. */
export function mountScreen(options: {
  readonly driver: ReviewDriver;
  readonly theme: Theme;
  readonly lines: LineStream;
  readonly stdin: NodeJS.ReadStream;
}): MountedScreen {
  const { driver, theme, lines, stdin } = options;
  let generation = 0;
  const element = () => (
    <Screen driver={driver} theme={theme} lines={lines} generation={generation} />
  );
  const instance = render(element(), {
    stdin,
    stdout: lines.stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    incrementalRendering: false,
    maxFps: 60,
  });
  return {
    redraw(wipe) {
      // Ink draws nothing if a frame equals the last one, and drops frames that come too soon, such
      // as a blank one in between. So every line gets a new placeholder.
      lines.renew();
      wipe();
      instance.clear();
      generation += 1;
      instance.rerender(element());
    },
    unmount: () => instance.unmount(),
    waitUntilExit: () => instance.waitUntilExit(),
  };
}
