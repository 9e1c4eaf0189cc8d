/** One line on stderr, redrawn at most ten times a second. */

/** The progress line of a run. */
export interface ProgressLine {
  show(line: string): void;
  /** Removes the line, before anything else is written to the stream. */
  clear(): void;
}

/** A progress line that does nothing unless `enabled` (the stream is a terminal, not quiet ...). */
export function progressLine(
  stream: NodeJS.WriteStream,
  options: { readonly enabled: boolean; readonly now?: () => number },
): ProgressLine {
  if (!options.enabled) return { show() {}, clear() {} };
  const now = options.now ?? (() => performance.now());
  // Short work needs no progress line.
  let last = now() + 200;
  let shown = false;
  return {
    show(line) {
      if (now() - last < 100) return;
      last = now();
      shown = true;
      const room = Math.max(10, (stream.columns || 80) - 1);
      stream.write(`\r\u001b[K${[...line].slice(0, room).join('')}`);
    },
    clear() {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}
