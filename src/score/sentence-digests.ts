/** The sentences of an alignment as numbers that tell them apart, so that two long texts need not both be held. */
import type { Source, Table } from '../domain.js';
import { isWhiteSpace } from '../text/white-space.js';

/** What is left out when texts are compared: what blanks there are (formats keep line breaks differently), or all blanks. */
export type Way = 'plain' | 'bare';

/** The sentences of one source. */
export class SourceDigests {
  readonly #numbers: Float64Array;
  readonly #digests: Readonly<Record<Way, Int32Array>>;
  /** Where they are not numbered from 1 on: the place of each by its number. */
  readonly #places: ReadonlyMap<number, number> | null;

  constructor({ sentences }: Pick<Source, 'sentences'>) {
    this.#numbers = Float64Array.from(sentences, ({ number }) => number);
    const count = sentences.length;
    this.#digests = { plain: new Int32Array(count), bare: new Int32Array(count) };
    for (const [place, { text }] of sentences.entries()) {
      const { plain, bare } = digestsOf(text);
      this.#digests.plain[place] = plain;
      this.#digests.bare[place] = bare;
    }
    const isInOrder = this.#numbers.every((number, place) => number === place + 1);
    this.#places = isInOrder
      ? null
      : new Map(Array.from(this.#numbers, (number, place) => [number, place]));
  }

  /** How many sentences there are. */
  get count(): number {
    return this.#numbers.length;
  }

  /** How many sentences of the same number both have, and how many of them say the same. */
  countSame(other: SourceDigests, way: Way): { readonly same: number; readonly all: number } {
    let [same, all] = [0, 0];
    for (const number of this.#places?.keys() ?? this.#numbers) {
      const digest = other.#digestOf(number, way);
      if (digest === undefined) continue;
      all++;
      if (digest === this.#digestOf(number, way)) same++;
    }
    return { same, all };
  }

  #digestOf(number: number, way: Way): number | undefined {
    const place = this.#places === null ? number - 1 : this.#places.get(number);
    return place === undefined ? undefined : this.#digests[way][place];
  }
}

const space = 0x20;
const empty = 0x811c9dc5;

/** FNV-1a: one pair in four billion is taken for the same, and a hundredth of all would not matter. */
const added = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Both in one pass and without copies of the text. */
function digestsOf(text: string): Readonly<Record<Way, number>> {
  let [plain, bare] = [empty, empty];
  let isAfterBlank = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWhiteSpace(code)) isAfterBlank = true;
    else {
      // Blanks at either end count no more than line breaks do.
      if (isAfterBlank && bare !== empty) plain = added(plain, space);
      isAfterBlank = false;
      plain = added(plain, code);
      bare = added(bare, code);
    }
  }
  return { plain, bare };
}

/** The sentences of each source of a table. */
export function digestSentences({ sources }: Pick<Table, 'sources'>): SourceDigests[] {
  return sources.map((source) => new SourceDigests(source));
}

/** How many sentences of the same source and number two files have, and how many of them are the same. */
export function countSame(
  one: readonly SourceDigests[],
  two: readonly SourceDigests[],
  way: Way,
): { readonly same: number; readonly all: number } {
  let [same, all] = [0, 0];
  for (const [source, own] of one.entries()) {
    const other = two[source];
    if (other === undefined) continue;
    const found = own.countSame(other, way);
    same += found.same;
    all += found.all;
  }
  return { same, all };
}
