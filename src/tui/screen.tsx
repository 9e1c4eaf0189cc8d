/** The Ink component: places the lines that `compose-screen` makes, hands keys to the driver. */
import { render, Text, useInput } from 'ink';
import { useRef, useSyncExternalStore } from 'react';
import { composeScreen } from './compose-screen.js';
import type { ReviewDriver } from './driver.js';
import type { LineStream } from './line-stream.js';
import { noPaste, readKeys } from './keys.js';
import type { Theme } from './theme.js';

/** The whole screen of a review. `blank`: draw nothing, so that the next frame is drawn anew. */
function Screen({
  driver,
  theme,
  lines,
  blank,
}: {
  readonly driver: ReviewDriver;
  readonly theme: Theme;
  readonly lines: LineStream;
  readonly blank: boolean;
}) {
  const view = useSyncExternalStore(driver.subscribe, driver.view);
  const keys = useRef(noPaste);
  useInput((input, key) => {
    const { events, state } = readKeys(input, key, keys.current);
    keys.current = state;
    driver.press(events);
  });

  if (blank) return <Text> </Text>;
  const text = composeScreen(view, theme).map((line) => lines.character(line));
  return <Text>{text.join('\n')}</Text>;
}

/** A screen that is shown. */
export interface MountedScreen {
  /** Draws everything anew; `wipe` empties the terminal first. */
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
  const element = (blank: boolean) => (
    <Screen driver={driver} theme={theme} lines={lines} blank={blank} />
  );
  const instance = render(element(false), {
    stdin,
    stdout: lines.stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    incrementalRendering: false,
    maxFps: 60,
  });
  return {
    redraw(wipe) {
      // Ink repaints only what changed: a blank frame in between makes everything new.
      instance.rerender(element(true));
      wipe();
      instance.clear();
      instance.rerender(element(false));
    },
    unmount: () => instance.unmount(),
    waitUntilExit: () => instance.waitUntilExit(),
  };
}
