import type { Archive } from '../../archive/archive.js';
import { localAttribute } from '../../xml/local-attribute.js';
import { statedLanguage } from '../../../text/languages/stated-language.js';
import { parseXml } from '../../xml/parse-xml.js';
import { StyleChain, type Style, type StyleEntry } from '../office/style-chain.js';
import { isOn, isWord } from './names.js';

/** The styles of a Word document by their ids. */
export class WordStyles {
  readonly #chain = new StyleChain();
  #ofParagraphs = '';
  #language: string | undefined;

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
          const id = localAttribute(attributes, 'styleId') ?? '';
          current = { title: id };
          styles.#chain.add(id, current);
          const isDefault = isOn(localAttribute(attributes, 'default') ?? '0');
          if (isDefault && localAttribute(attributes, 'type') === 'paragraph')
            styles.#ofParagraphs = id;
        }
        if (local === 'lang' && value !== undefined) {
          const { language } = statedLanguage(value);
          if (language === undefined) return;
          // Outside of styles there are the defaults of the document.
          if (current) current.language = language;
          else styles.#language ??= language;
        }
        if (!current) return;
        if (local === 'name' && value !== undefined) current.title = value;
        else if (local === 'basedOn' && value !== undefined) current.parent = value;
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

  /** BCP-47, of what no style says the language of. */
  get language(): string | undefined {
    return this.#language;
  }

  /** The style with an id; without an id, that of paragraphs that name none. */
  get(id: string = this.#ofParagraphs): Style {
    return this.#chain.get(id);
  }
}
