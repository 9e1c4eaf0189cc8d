/** What the styles of a Word document say about its paragraphs and runs. */
import type { BlockKind } from '../../../domain.js';
import type { Archive } from '../../archive/archive.js';
import { localAttribute } from '../../xml/local-attribute.js';
import { parseXml } from '../../xml/parse-xml.js';
import { styleMeaning } from '../office/style-names.js';
import { isOn, isWord } from './names.js';

/** What a style gives to what is written in it, by itself or by the styles that it is based on. */
export interface WordStyle {
  /** Heading level, 0 for none. */
  readonly heading: number;
  readonly kind?: BlockKind;
  /** Whether its paragraphs are items of a list. */
  readonly isList: boolean;
  readonly isContents: boolean;
  /** Whether its text is hidden; undefined if it doesn't say. */
  readonly isHidden?: boolean;
  /** Whether it is what the marks of notes are written in. */
  readonly isNoteMark: boolean;
}

const noStyle: WordStyle = { heading: 0, isList: false, isContents: false, isNoteMark: false };

interface StyleEntry {
  name: string;
  basedOn?: string;
  outline?: number;
  isList?: boolean;
  isHidden?: boolean;
}

/** Longest chain of styles based on others. */
const mostSteps = 32;

/** The styles of a document by their ids. */
export class WordStyles {
  readonly #entries = new Map<string, StyleEntry>();
  readonly #known = new Map<string, WordStyle>();
  #ofParagraphs: string | undefined;

  /** Reads the part that holds the styles; undefined for a document without them. */
  static async read(name: string, archive: Archive, part: string | undefined): Promise<WordStyles> {
    const styles = new WordStyles();
    if (part === undefined || !archive.has(part)) return styles;
    let current: StyleEntry | undefined;
    let changesFrom = 0;
    await parseXml(`${name}: ${part}`, archive.stream(part), {
      open: ({ local, uri, attributes, depth }) => {
        if (changesFrom > 0 || !isWord(uri)) return;
        if (local.endsWith('PrChange')) {
          changesFrom = depth;
          return;
        }
        const value = localAttribute(attributes, 'val');
        if (local === 'style') {
          const id = localAttribute(attributes, 'styleId');
          current = { name: id ?? '' };
          if (id === undefined) return;
          styles.#entries.set(id, current);
          const isDefault = isOn(localAttribute(attributes, 'default') ?? '0');
          if (isDefault && localAttribute(attributes, 'type') === 'paragraph')
            styles.#ofParagraphs = id;
        }
        if (!current) return;
        if (local === 'name' && value !== undefined) current.name = value;
        else if (local === 'basedOn' && value !== undefined) current.basedOn = value;
        else if (local === 'outlineLvl' && value !== undefined) current.outline = Number(value);
        else if (local === 'numId') current.isList = value !== '0';
        else if (local === 'vanish') current.isHidden = isOn(value);
      },
      close: (local, uri, depth) => {
        if (depth === changesFrom) changesFrom = 0;
        if (local === 'style' && isWord(uri)) current = undefined;
      },
    });
    return styles;
  }

  /** The style with an id; without an id, that of paragraphs that name none. */
  get(id: string | undefined): WordStyle {
    const asked = id ?? this.#ofParagraphs;
    if (asked === undefined) return noStyle;
    const known = this.#known.get(asked);
    if (known) return known;
    const style = this.#resolve(asked);
    this.#known.set(asked, style);
    return style;
  }

  /** The nearest style in the chain decides each property. */
  #resolve(id: string): WordStyle {
    let heading: number | undefined;
    let kind: BlockKind | undefined;
    let isList: boolean | undefined;
    let isHidden: boolean | undefined;
    let isContents = false;
    let isNoteMark = false;
    // A document may use the id of a style that it doesn't define.
    let entry: StyleEntry | undefined = this.#entries.get(id) ?? { name: id };
    for (let step = 0; entry && step < mostSteps; step++) {
      const meaning = styleMeaning(entry.name);
      // A style that stands for body text says so with level 9.
      if (entry.outline !== undefined) heading ??= entry.outline < 9 ? entry.outline + 1 : 0;
      heading ??= meaning.heading;
      if (meaning.isContents === true) heading ??= 0;
      kind ??= meaning.kind;
      isList ??= entry.isList;
      isHidden ??= entry.isHidden;
      isContents ||= meaning.isContents === true;
      isNoteMark ||= /^(?:footnote|endnote) (?:reference|anchor|characters|symbol)$/i.test(
        entry.name,
      );
      entry = entry.basedOn === undefined ? undefined : this.#entries.get(entry.basedOn);
    }
    return {
      heading: heading ?? 0,
      ...(kind && { kind }),
      isList: isList ?? false,
      isContents,
      ...(isHidden !== undefined && { isHidden }),
      isNoteMark,
    };
  }
}
