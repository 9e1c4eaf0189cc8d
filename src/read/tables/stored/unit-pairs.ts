/** Two texts, put together unit by unit in little memory. */
import type { StatedLanguage } from '../../../text/languages/stated-language.js';
import { mostBlocks, mostCharacters } from '../../documents/text-builder.js';
import { doubtfulNotice, type UnitBlock, type UnitSink, type UnitText } from '../linked-texts.js';
import type { StoredPair, StoredPairs, StoredText } from './stored-pairs.js';
import { TextStore } from './text-store.js';

interface Side {
  readonly language: StatedLanguage;
  readonly texts: TextStore;
  /** The ids of the units that they are in. */
  readonly ids: TextStore;
  doubtful: number;
}

/** Collects what `LinkedTexts` does, as long as it is two texts whose parts are linked one to one, in order. */
export class UnitPairs implements UnitSink {
  readonly #sides: Side[] = [];
  /** By block of the first text, from 1, the block of the second that it is linked with. */
  readonly #partners = new Map<number, number>();
  #lastPartner = 0;
  #lastLinked = 0;
  #characters = 0;
  #isMore = false;

  expect(language: StatedLanguage): void {
    this.#sideOf(language);
  }

  addBlock(id: string, { language, text }: UnitText): UnitBlock | undefined {
    const trimmed = text.trim();
    const part = trimmed === '' ? undefined : this.#sideOf(language);
    const side = part === undefined ? undefined : this.#sides[part];
    if (part === undefined || !side || this.#isMore) return undefined;
    this.#characters += trimmed.length + 1;
    side.texts.add(trimmed);
    side.ids.add(id);
    // What is refused as too large has its message from the reader of the whole.
    if (this.#characters > mostCharacters || side.texts.count > mostBlocks) this.#isMore = true;
    return { part, block: side.texts.count };
  }

  link(blocks: readonly UnitBlock[]): void {
    if (blocks.every(({ part }) => part === blocks[0]?.part)) return;
    const a = blocks.find(({ part }) => part === 0)?.block ?? 0;
    const b = blocks.find(({ part }) => part === 1)?.block ?? 0;
    if (blocks.length > 2 || a <= this.#lastLinked || b <= this.#lastPartner) this.#isMore = true;
    if (this.#isMore) return;
    this.#partners.set(a, b);
    [this.#lastLinked, this.#lastPartner] = [a, b];
  }

  leaveUnlinked({ part }: UnitBlock): void {
    const side = this.#sides[part];
    if (side) side.doubtful++;
  }

  #sideOf({ part, language }: StatedLanguage): number | undefined {
    const known = this.#sides.findIndex((side) => side.language.part === part);
    if (known >= 0) return known;
    if (this.#sides.length === 2) this.#isMore = true;
    if (this.#isMore) return undefined;
    const stated = { part, ...(language !== undefined && { language }) };
    const texts = new TextStore();
    return this.#sides.push({ language: stated, texts, ids: new TextStore(), doubtful: 0 }) - 1;
  }

  /** All of it; undefined if there is more than such texts. */
  finish(): StoredPairs | undefined {
    const [a, b] = this.#sides;
    if (this.#isMore || !a || !b || a.texts.count === 0 || b.texts.count === 0) return undefined;
    return {
      texts: [textOf(a), textOf(b)],
      length: a.texts.count + b.texts.count - this.#partners.size,
      *textsOf(side) {
        const { texts } = side === 0 ? a : b;
        for (let index = 0; index < texts.count; index++) yield texts.at(index);
      },
      pairs: () => this.#pairs(a, b),
    };
  }

  *#pairs(a: Side, b: Side): Generator<StoredPair, void, undefined> {
    const locatorOf = (ids: TextStore, block: number) =>
      ({ kind: 'unit', id: block > 0 ? ids.at(block - 1) : '' }) as const;
    const row = (left: number, right: number): StoredPair => ({
      texts: [left > 0 ? a.texts.at(left - 1) : '', right > 0 ? b.texts.at(right - 1) : ''],
      locators: [locatorOf(a.ids, left), locatorOf(b.ids, right)],
    });
    let next = 1;
    for (let block = 1; block <= a.texts.count; block++) {
      const partner = this.#partners.get(block) ?? 0;
      for (; next < partner; next++) yield row(0, next);
      yield row(block, partner);
      if (partner > 0) next = partner + 1;
    }
    for (; next <= b.texts.count; next++) yield row(0, next);
  }
}

function textOf({ language: { part, language }, doubtful }: Side): StoredText {
  return {
    part,
    ...(language !== undefined && { language }),
    notices: doubtful > 0 ? [doubtfulNotice(doubtful)] : [],
  };
}
