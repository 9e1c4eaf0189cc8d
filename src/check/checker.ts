import type { Check, Stream } from '../domain.js';
import { checkPair } from './check-pair.js';
import { Passages, type Cells } from './passages.js';
import { TextProfile } from './profile.js';

/**
 * Compares what the sides of a row say: numbers, dates, units, names, negation, quotation marks,
 * length, and words left untranslated.
 *
 *     const checker = new Checker(table.streams, table.rows);
 *     const checks = checker.check(table.rows[0]);
 *
 * What differs is an alarm only where the two texts agree elsewhere, so a checker is made of all rows
 * of a table. It reads what is usual between two streams when their first row is checked (linear in
 * their text), always from the rows that it was made of; any other row of these streams may be checked.
 */
export class Checker {
  readonly #passages: Passages;
  #profile: TextProfile;

  /**
   * @param rows all rows of the table; of fewer than six nothing usual can be said
   * @param passages those of `streams`, where some have been read already
   */
  constructor(
    streams: readonly Stream[],
    rows: readonly Cells[],
    passages: Passages = new Passages(streams),
  ) {
    this.#passages = passages;
    this.#profile = new TextProfile(passages, rows);
  }

  /**
   * The same checker for streams whose sentences were cut anew: what is usual stays what it was. Rows
   * then have positions in the new streams.
   */
  over(streams: readonly Stream[]): Checker {
    const checker = new Checker(streams, []);
    checker.#profile = this.#profile;
    return checker;
  }

  /**
   * Everything in a row that a person should look at, pair of streams by pair of streams.
   *
   * @throws RangeError for a position that the stream doesn't have
   */
  check(row: Cells): Check[] {
    const filled = this.#passages.ofRow(row).filter((passage) => passage !== null);
    return filled.flatMap((a, at) =>
      filled
        .slice(at + 1)
        .flatMap((b) => checkPair(a, b, this.#profile.between(a.stream, b.stream))),
    );
  }
}
