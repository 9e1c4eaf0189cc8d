/** How much of a paragraph is in which language, as the file states it. */
export class LanguageShares {
  readonly #lengths = new Map<string, number>();

  /** Counts a piece of text; one whose language nobody states counts for none. */
  add(language: string | undefined, text: string): void {
    const key = language ?? '';
    this.#lengths.set(key, (this.#lengths.get(key) ?? 0) + text.trim().length);
  }

  /** The language of most of the text; undefined if most is stated to be in none. */
  get main(): string | undefined {
    let main: string | undefined;
    let most = 0;
    for (const [language, length] of this.#lengths)
      if (length > most) [main, most] = [language, length];
    return main === '' ? undefined : main;
  }
}
