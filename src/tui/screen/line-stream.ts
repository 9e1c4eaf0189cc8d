/**
 * Ink splits every frame into single characters to find out what is in each cell, which takes 20 ms
 * for a screen of 160x50. Our lines are already laid out and don't overlap. So Ink gets one
 * placeholder character per line, and the line replaces it on the way to the terminal. Equal lines
 * get equal placeholders, so Ink still notices when nothing changed.
 */

/** In Supplementary Private Use Area-A; one cell wide, and never written to the terminal. */
const first = 0xf0000;
const count = 0x4000;
const placeholders = /[\u{f0000}-\u{f3fff}]/gu;

/** A terminal's output that replaces placeholders with their lines. */
export class LineStream {
  readonly #codes = new Map<string, number>();
  readonly #lines: (string | undefined)[] = [];
  #next = 0;

  /** What Ink writes to. */
  readonly stdout: NodeJS.WriteStream;

  constructor(stdout: NodeJS.WriteStream) {
    // Ink waits for the callback of its last write; without it, Ink never exits.
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

  /** The placeholder of a line. */
  character(line: string): string {
    let code = this.#codes.get(line);
    if (code === undefined) {
      code = this.#next;
      this.#next = (this.#next + 1) % count;
      // A line this old is no longer on the screen.
      const forgotten = this.#lines[code];
      if (forgotten !== undefined && this.#codes.get(forgotten) === code)
        this.#codes.delete(forgotten);
      this.#lines[code] = line;
      this.#codes.set(line, code);
    }
    return String.fromCodePoint(first + code);
  }

  /** Gives every line a new placeholder from now on, so that Ink considers all of them changed. */
  renew(): void {
    this.#codes.clear();
  }

  #resolve(chunk: string): string {
    // When a screen shrinks, Ink also clears the scrollback, which is not ours.
    return chunk
      .replaceAll('\u001b[3J', '')
      .replace(
        placeholders,
        (character) => this.#lines[(character.codePointAt(0) ?? first) - first] ?? '',
      );
  }
}
