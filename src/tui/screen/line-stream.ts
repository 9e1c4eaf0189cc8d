/**
 * Ink takes every frame apart into single characters to know what stands in which cell: 20 ms for
 * a screen of 160x50. Our lines are laid out already and don't overlap, so Ink lays out one
 * character for each of them, and the line itself takes its place on the way to the terminal.
 * The same line is the same character, so Ink still knows when nothing changed.
 */

/** Supplementary Private Use Area-A; one cell wide, and never written to the terminal. */
const first = 0xf0000;
const count = 0x4000;
const placeholders = /[\u{f0000}-\u{f3fff}]/gu;

/** A terminal's output that puts lines in the place of their characters. */
export class LineStream {
  readonly #codes = new Map<string, number>();
  readonly #lines: (string | undefined)[] = [];
  #next = 0;

  /** What Ink writes to. */
  readonly stdout: NodeJS.WriteStream;

  constructor(stdout: NodeJS.WriteStream) {
    // Ink waits for the callback of its last write: without it, it never ends.
    const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) =>
      stdout.write(
        typeof chunk === 'string' ? this.#resolve(chunk) : chunk,
        rest.find((own): own is () => void => typeof own === 'function'),
      );
    this.stdout = new Proxy(stdout, {
      get(target, key) {
        if (key === 'write') return write;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  /** The character that stands for a line. */
  character(line: string): string {
    let code = this.#codes.get(line);
    if (code === undefined) {
      code = this.#next;
      this.#next = (this.#next + 1) % count;
      // A line from so long ago is on no screen any more.
      const forgotten = this.#lines[code];
      if (forgotten !== undefined && this.#codes.get(forgotten) === code)
        this.#codes.delete(forgotten);
      this.#lines[code] = line;
      this.#codes.set(line, code);
    }
    return String.fromCodePoint(first + code);
  }

  /** From here on every line gets a new character, so that Ink takes all of them for changed. */
  renew(): void {
    this.#codes.clear();
  }

  #resolve(chunk: string): string {
    // Ink empties the scrollback too when a screen shrinks; what is in there is not ours.
    return chunk
      .replaceAll('\u001b[3J', '')
      .replace(
        placeholders,
        (character) => this.#lines[(character.codePointAt(0) ?? first) - first] ?? '',
      );
  }
}
