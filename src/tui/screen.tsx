/** The Ink component: draws the lines that `compose-screen` makes, hands keys to the driver. */
import { Box, Text, useInput } from 'ink';
import { memo, useRef, useSyncExternalStore } from 'react';
import { composeScreen } from './compose-screen.js';
import type { ReviewDriver } from './driver.js';
import { noPaste, readKeys } from './keys.js';
import type { Theme } from './theme.js';

/** One line of text per element: Ink measures and remembers each by itself. */
const ScreenLine = memo(({ text }: { readonly text: string }) => (
  // An empty text would take no line at all.
  <Text wrap="truncate">{text === '' ? ' ' : text}</Text>
));
ScreenLine.displayName = 'ScreenLine';

/** The whole screen of a review. `blank`: draw nothing, so that the next frame is drawn anew. */
export function Screen({
  driver,
  theme,
  blank,
}: {
  readonly driver: ReviewDriver;
  readonly theme: Theme;
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
  return (
    <Box flexDirection="column">
      {composeScreen(view, theme).map((text, line) => (
        <ScreenLine key={line} text={text} />
      ))}
    </Box>
  );
}
