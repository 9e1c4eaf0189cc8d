/** Texts in several languages, put together unit by unit. */
import type { BlockLinks, Locator } from '../../domain.js';
import { AppError } from '../../errors.js';
import { baseLanguage } from '../../text/tags.js';
import type { FoundText, FoundTexts, ReaderSettings } from '../documents/document.js';
import { mostCharacters, TextBuilder } from '../documents/text-builder.js';
import { statedLanguage, type StatedLanguage } from '../../text/languages/stated-language.js';

/** What a unit says in one language. */
export interface UnitText {
  readonly language: StatedLanguage;
  readonly text: string;
}

/** A block in one of the texts. */
export interface UnitBlock {
  /** The text's place in the order in which languages came up, from 0. */
  readonly part: number;
  /** Its number in that text. */
  readonly block: number;
}

/** Most texts of a file, one a language. */
const mostTexts = 500;
/** Most blocks in all texts of a file. */
const mostBlocks = 2_000_000;
/** Up to so many texts, links are given between every two of them. */
const mostForAllPairs = 4;

/** The text of one language. */
interface PartText {
  /** Its place in the order in which languages came up. */
  readonly index: number;
  readonly language: StatedLanguage;
  readonly builder: TextBuilder;
}

/** What readers of units put these into. */
export interface UnitSink {
  /** Gives a language its place among the texts before there is any text in it. */
  expect(language: StatedLanguage): void;
  /** Adds a sentence to the text of a language; undefined if it makes no block. */
  addBlock(id: string, text: UnitText): UnitBlock | undefined;
  /** Links blocks that say the same thing. */
  link(blocks: readonly UnitBlock[]): void;
  /** Counts a translation that the file itself does not vouch for, and that is therefore not linked. */
  leaveUnlinked(block: UnitBlock): void;
}

/** What is said of translations that are not linked. */
export function doubtfulNotice(count: number): string {
  return `${many(count, 'translation that it marks as doubtful is', 'translations that it marks as doubtful are')} left without a partner`;
}

/**
 * Builds one text a language from units that say the same thing in several. A unit makes one block in
 * each language that it has text in, and links between them.
 */
export class LinkedTexts implements UnitSink {
  readonly #name: string;
  readonly #parts = new Map<string, PartText>();
  /** Units with two texts or more: how many, and for each its part's index and its block's number. */
  readonly #units: number[] = [];
  /** How many blocks are not linked for these reasons, by their part. */
  readonly #alternatives = new Map<number, number>();
  readonly #doubtful = new Map<number, number>();
  #characters = 0;
  #blocks = 0;

  /** @param name the file, for messages */
  constructor(name: string) {
    this.#name = name;
  }

  /** Gives a language its place among the texts before there is any text in it. */
  expect(language: StatedLanguage): void {
    this.#partOf(language);
  }

  /**
   * Adds a unit of one sentence a language, and links them. Several texts in one language are
   * alternatives: the second is linked with the second ones of other languages only, so that no pair is
   * ever two wordings against one. Throws AppError `too-large`.
   *
   * @param id what the blocks' locators call the unit
   */
  add(id: string, texts: readonly UnitText[]): void {
    const locator = unitLocator(id);
    const ranks: UnitBlock[][] = [];
    const seen = new Map<number, number>();
    for (const { language, text } of texts) {
      const block = this.#append(language, text, locator);
      if (!block) continue;
      const rank = seen.get(block.part) ?? 0;
      seen.set(block.part, rank + 1);
      (ranks[rank] ??= []).push(block);
    }
    for (const blocks of ranks) {
      this.link(blocks);
      const [only] = blocks;
      if (only && blocks.length === 1 && ranks.length > 1) count(this.#alternatives, only.part);
    }
  }

  /**
   * Adds a sentence to the text of a language; undefined if it is white space only, which makes no
   * block. Throws AppError `too-large`.
   */
  addBlock(id: string, { language, text }: UnitText): UnitBlock | undefined {
    return this.#append(language, text, unitLocator(id));
  }

  /** Links blocks that say the same thing. Several of one language are its part in order. */
  link(blocks: readonly UnitBlock[]): void {
    if (blocks.every(({ part }) => part === blocks[0]?.part)) return;
    this.#units.push(blocks.length);
    for (const { part, block } of blocks) this.#units.push(part, block);
  }

  /** Counts a translation that the file itself does not vouch for, and that is therefore not linked. */
  leaveUnlinked({ part }: UnitBlock): void {
    count(this.#doubtful, part);
  }

  #append(language: StatedLanguage, text: string, locator: Locator): UnitBlock | undefined {
    const trimmed = text.trim();
    if (trimmed === '') return undefined;
    this.#count(trimmed.length);
    const { index, builder } = this.#partOf(language);
    builder.addExact(trimmed, { locator });
    return { part: index, block: builder.count };
  }

  /**
   * The texts that are not empty, in the order in which their languages came up, and their links.
   *
   * @param settings `columns` are the languages to take, in order, if not all; `rows` as for tables
   * @throws AppError `unclear-columns` for a language that is not there
   */
  finish({ columns, rows }: Pick<ReaderSettings, 'columns' | 'rows'> = {}): FoundTexts {
    const filled = [...this.#parts.values()].filter(({ builder }) => builder.count > 0);
    const chosen = columns?.map((word) => this.#choose(filled, word)) ?? filled;
    const texts = chosen.map(({ index, language: { part, language }, builder }): FoundText => {
      const notices = this.#noticesOf(index);
      return {
        ...builder.finish(),
        part,
        ...(language !== undefined && { language }),
        ...(notices.length > 0 && { notices }),
      };
    });
    if (rows === 'text') return { texts };
    const links = this.#linksBetween(chosen.map(({ index }) => index));
    return { texts, ...(links.length > 0 && { links }) };
  }

  #noticesOf(index: number): string[] {
    const alternatives = this.#alternatives.get(index) ?? 0;
    const doubtful = this.#doubtful.get(index) ?? 0;
    return [
      ...(alternatives > 0
        ? [
            `${many(alternatives, 'more wording of a unit is', 'more wordings of units are')} left without a partner`,
          ]
        : []),
      ...(doubtful > 0 ? [doubtfulNotice(doubtful)] : []),
    ];
  }

  #partOf(language: StatedLanguage): PartText {
    const known = this.#parts.get(language.part);
    if (known) return known;
    const index = this.#parts.size;
    if (index === mostTexts) throw this.#tooLarge(`has texts in more than ${mostTexts} languages`);
    const own = { index, language, builder: new TextBuilder(this.#name) };
    this.#parts.set(language.part, own);
    return own;
  }

  #count(length: number): void {
    this.#characters += length;
    if (this.#characters > mostCharacters)
      throw this.#tooLarge(`holds more than ${mostCharacters} characters of text`);
    if (++this.#blocks > mostBlocks) throw this.#tooLarge(`holds more than ${mostBlocks} segments`);
  }

  #tooLarge(what: string): AppError {
    return new AppError('too-large', `${this.#name}: ${what}`, { hint: 'split it' });
  }

  /** The text of a language, or the only one of that language in whatever region. */
  #choose(filled: readonly PartText[], word: string): PartText {
    const numbered = /^\d+$/.test(word) ? filled[Number(word) - 1] : undefined;
    if (numbered) return numbered;
    const { part, language } = statedLanguage(word);
    const exact = filled.find((own) => own.language.part.toLowerCase() === part.toLowerCase());
    if (exact) return exact;
    const related = filled.filter(
      (own) =>
        language !== undefined &&
        own.language.language !== undefined &&
        baseLanguage(own.language.language) === baseLanguage(language),
    );
    const [only] = related;
    if (only && related.length === 1) return only;
    const there = filled.map((own) => own.language.part).join(', ');
    const what = only ? `"${word}" could be several of its texts` : `has no text in "${word}"`;
    throw new AppError('unclear-columns', `${this.#name}: ${what}: its texts are ${there}`, {
      hint: 'name the columns to read, by language or number',
    });
  }

  /**
   * The links between the texts of these parts. Of many texts only those with a unit's first text are
   * given, from which all others follow: between every two, a memory in 24 languages would have millions.
   */
  #linksBetween(chosen: readonly number[]): BlockLinks[] {
    const places = new Map(chosen.map((index, place) => [index, place]));
    const all = new Map<number, { a: number; b: number; links: BlockLinks['links'][number][] }>();
    const link = (a: Member, b: Member): void => {
      const key = a.place * chosen.length + b.place;
      let list = all.get(key);
      if (!list) all.set(key, (list = { a: a.place, b: b.place, links: [] }));
      // Texts of one length have equal numbers: one list for both, for there may be a million.
      const isSame = a.blocks.length === 1 && b.blocks.length === 1 && a.blocks[0] === b.blocks[0];
      list.links.push({ a: a.blocks, b: isSame ? a.blocks : b.blocks });
    };
    const units = this.#units;
    for (let at = 0; at < units.length;) {
      const end = at + 1 + 2 * (units[at] ?? 0);
      const members: Member[] = [];
      for (at++; at < end; at += 2) {
        const place = places.get(units[at] ?? -1);
        if (place === undefined) continue;
        const block = units[at + 1] ?? 0;
        const known = members.find((member) => member.place === place);
        if (known) known.blocks.push(block);
        else members.push({ place, blocks: [block] });
      }
      members.sort((x, y) => x.place - y.place);
      members.forEach((a, rank) => {
        if (rank === 0 || chosen.length <= mostForAllPairs)
          for (const b of members.slice(rank + 1)) link(a, b);
      });
    }
    return [...all.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  }
}

/** The blocks of a unit in one text. */
interface Member {
  /** Index of the text among those that are given. */
  readonly place: number;
  readonly blocks: number[];
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function many(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

function unitLocator(id: string): Locator {
  return { kind: 'unit', id: detached(id) };
}

/** The same text without the long one that it may be a slice of, which would stay in memory with it. */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
