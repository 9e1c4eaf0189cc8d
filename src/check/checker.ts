import type { Check, Stream } from '../domain.js';
import type { Glossary } from '../text/terms/glossary.js';
import { checkPair } from './check-pair.js';
import { checkGlossary, GlossaryTerms } from './glossary/check-glossary.js';
import type { Passage } from './passage/passage.js';
import { Passages, type Cells } from './passages.js';
import { TextProfile } from './profile.js';

/**
 * Compares the sides of a row: numbers, dates, units, names, negation, quotation marks, length, words
 * left untranslated, and terms that a glossary translates otherwise.
 *
 *     const checker = new Checker(table.streams, table.rows);
 *     const checks = checker.check(table.rows[0]);
 *
 * A difference is reported only if the two texts agree elsewhere, so a checker is created from all
 * rows of a table. It learns what is usual between two streams when their first row is checked
 * (linear in their text), always from the rows it was created with. It can also check other rows of
 * these streams.
 */
export class Checker {
  readonly #passages: Passages;
  #profile: TextProfile;
  #terms: GlossaryTerms | null;

  /**
   * @param rows all rows of the table; fewer than six show nothing about what is usual
   * @param passages the passages of `streams`, if some have already been read
   * @param glossary agreed translations, if there are any
   */
  constructor(
    streams: readonly Stream[],
    rows: readonly Cells[],
    passages: Passages = new Passages(streams),
    glossary?: Glossary,
  ) {
    this.#passages = passages;
    this.#profile = new TextProfile(passages, rows);
    this.#terms = glossary === undefined ? null : new GlossaryTerms(glossary);
  }

  /**
   * The same checker for streams whose sentences were split differently; what is usual stays the
   * same. Rows then have positions in the new streams.
   */
  over(streams: readonly Stream[]): Checker {
    const checker = new Checker(streams, []);
    checker.#profile = this.#profile;
    checker.#terms = this.#terms;
    return checker;
  }

  /**
   * Everything in a row that a person should look at, one pair of streams at a time.
   *
   * @throws RangeError for a position that the stream does not have
   */
  check(row: Cells): Check[] {
    return this.#ofPairs(row, (a, b) => {
      const found = checkPair(a, b, this.#profile.between(a.stream, b.stream));
      return this.#terms === null ? found : [...found, ...this.#checkTerms(a, b)];
    });
  }

  /** Only what a glossary says about a row; nothing without one. Throws RangeError as `check`. */
  checkGlossary(row: Cells): Check[] {
    return this.#ofPairs(row, (a, b) => this.#checkTerms(a, b));
  }

  /** What is found in every two of a row's passages, in order. */
  #ofPairs(row: Cells, find: (a: Passage, b: Passage) => readonly Check[]): Check[] {
    const found: Check[] = [];
    const filled = this.#passages.ofRow(row).filter((passage) => passage !== null);
    for (let at = 0; at < filled.length; at++)
      for (let next = at + 1; next < filled.length; next++)
        for (const check of find(filled[at]!, filled[next]!)) found.push(check);
    return found;
  }

  #checkTerms(a: Passage, b: Passage): Check[] {
    return this.#terms === null
      ? []
      : checkGlossary(a, b, this.#terms.between(a.language, b.language));
  }
}
