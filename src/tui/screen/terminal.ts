/** Entering and leaving the alternate screen, so that the shell always gets its own back. */

/**
 * `?7l` turns wrapping off. Terminals give some characters (Indic, emoji with a skin tone) more cells
 * than we do; such a line should lose its end instead of pushing the others down.
 */
const enter = '\u001b[?1049h\u001b[2J\u001b[H\u001b[?2004h\u001b[?7l\u001b[?25l';
const leave = '\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';

/** The streams of a terminal. */
export interface TerminalStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** A terminal that shows either our screen or the shell's. */
export class Terminal {
  #inside = false;

  readonly #streams: TerminalStreams;

  constructor(streams: TerminalStreams) {
    this.#streams = streams;
  }

  /** Switches to the alternate screen and to bracketed paste, so that pasted text isn't run as commands. */
  enter(): void {
    if (this.#inside) return;
    this.#inside = true;
    this.#streams.stdout.write(enter);
  }

  /** Returns to the shell's screen. May be called at any time, any number of times. */
  leave(): void {
    if (!this.#inside) return;
    this.#inside = false;
    this.#streams.stdout.write(leave);
  }

  /** Clears the screen before a full redraw. */
  wipe(): void {
    this.#streams.stdout.write('\u001b[2J\u001b[H');
  }

  /** Runs something that needs the shell's screen, such as an editor. */
  outside<T>(task: () => T): T {
    const { stdin } = this.#streams;
    this.leave();
    stdin.setRawMode(false);
    try {
      return task();
    } finally {
      stdin.setRawMode(true);
      this.enter();
    }
  }
}
