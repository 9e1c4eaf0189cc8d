/** What the styles of an office document say about paragraphs and runs, by themselves or by their parents. */
import type { BlockKind } from '../../../domain.js';
import { styleMeaning } from './style-names.js';

/** A style as the file has it. */
export interface StyleEntry {
  /** As people see it. */
  title: string;
  /** The style that it is based on. */
  parent?: string;
  /** Outline level from 0; 9 is body text. */
  outline?: number;
  /** Whether its paragraphs are items of a list. */
  isList?: boolean;
  isHidden?: boolean;
  /** BCP-47, as far as it is understood. */
  language?: string;
}

/** What a style gives to what is written in it. */
export interface Style {
  /** Heading level, 0 for none. */
  readonly heading: number;
  readonly kind?: BlockKind;
  readonly isList: boolean;
  /** Whether its paragraphs are entries of a table of contents. */
  readonly isContents: boolean;
  /** Undefined if neither the style nor those it is based on say. */
  readonly isHidden?: boolean;
  /** Whether it is what the marks of notes are written in. */
  readonly isNoteMark: boolean;
  /** BCP-47; undefined if neither the style nor those it is based on say. */
  readonly language?: string;
}

/** Longest chain of styles based on others. */
const mostSteps = 32;
const noteMark = /^(?:footnote|endnote) (?:reference|anchor|characters|symbol)$/i;

/** The styles of a document by key. */
export class StyleChain {
  readonly #entries = new Map<string, StyleEntry>();
  readonly #known = new Map<string, Style>();

  add(key: string, entry: StyleEntry): void {
    this.#entries.set(key, entry);
  }

  /** The style with a key. Of one that the document does not define, the key itself is the name. */
  get(key: string): Style {
    const known = this.#known.get(key);
    if (known) return known;
    const style = this.#resolve(key);
    this.#known.set(key, style);
    return style;
  }

  /** The nearest style in the chain decides each property. */
  #resolve(key: string): Style {
    let heading: number | undefined;
    let kind: BlockKind | undefined;
    let isList: boolean | undefined;
    let isHidden: boolean | undefined;
    let language: string | undefined;
    let isContents = false;
    let isNoteMark = false;
    let next: string | undefined = key;
    for (let step = 0; next !== undefined && step < mostSteps; step++) {
      const entry: StyleEntry = this.#entries.get(next) ?? { title: next };
      const meaning = styleMeaning(entry.title);
      // A style may be based on a heading and be none: its own level is body text.
      if (entry.outline !== undefined) heading ??= entry.outline < 9 ? entry.outline + 1 : 0;
      heading ??= meaning.isContents === true ? 0 : meaning.heading;
      kind ??= meaning.kind;
      isList ??= entry.isList;
      isHidden ??= entry.isHidden;
      language ??= entry.language;
      isContents ||= meaning.isContents === true;
      isNoteMark ||= noteMark.test(entry.title);
      next = entry.parent;
    }
    return {
      heading: heading ?? 0,
      ...(kind && { kind }),
      isList: isList ?? false,
      isContents,
      ...(isHidden !== undefined && { isHidden }),
      isNoteMark,
      ...(language !== undefined && { language }),
    };
  }
}
