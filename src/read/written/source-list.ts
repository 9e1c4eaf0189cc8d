/** The sources that rows name, in the order of their columns. */
export class SourceList {
  /** For each name, how often it stands in which column. */
  readonly #columns = new Map<string, Map<number, number>>();

  /** Notes that a source stands in a column, from 0. */
  see(name: string, column: number): void {
    let counts = this.#columns.get(name);
    if (!counts) this.#columns.set(name, (counts = new Map()));
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }

  /** The names by the column that they stand in most; a row of two languages of one source has it in others, too. */
  names(): string[] {
    const usual = [...this.#columns].map(([name, counts]) => {
      const [column] = [...counts].reduce((most, own) => (own[1] > most[1] ? own : most));
      return { name, column };
    });
    return usual.sort((x, y) => x.column - y.column).map(({ name }) => name);
  }
}
