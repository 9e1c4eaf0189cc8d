/** Entering and leaving the alternate screen, so that the shell finds its own again whatever happens. */

/**
 * The last but one: lines do not wrap at the edge. Terminals take some characters (Indic, emoji with
 * a skin tone) for wider than we do; such a line is to lose its end, not to push the others down.
 */
const enter = '\u001b[?1049h\u001b[2J\u001b[H\u001b[?2004h\u001b[?7l\u001b[?25l';
const leave = '\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';

/** The streams of a terminal. */
export interface TerminalStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** A terminal's screen, ours or the shell's. */
export class Terminal {
  #inside = false;

  readonly #streams: TerminalStreams;

  constructor(streams: TerminalStreams) {
    this.#streams = streams;
  }

  /** Takes the alternate screen; bracketed paste, so that pasted text is no row of commands. */
  enter(): void {
    if (this.#inside) return;
    this.#inside = true;
    this.#streams.stdout.write(enter);
  }

  /** Gives the shell its screen back. May be called at any time, any number of times. */
  leave(): void {
    if (!this.#inside) return;
    this.#inside = false;
    this.#streams.stdout.write(leave);
  }

  /** Wipes the screen, for drawing everything anew. */
  wipe(): void {
    this.#streams.stdout.write('\u001b[2J\u001b[H');
  }

  /** Runs something that needs the shell's screen: an editor, being suspended. */
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
