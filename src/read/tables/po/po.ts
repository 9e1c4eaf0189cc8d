import { peek } from '../../decode/chunks.js';
import { textLines } from '../../decode/text-lines.js';
import type { DocumentReader } from '../../documents/document.js';
import { baseLanguage } from '../../../text/tags.js';
import { decodeXml } from '../../xml/decode-xml.js';
import { xmlEncoding } from '../../xml/xml-encoding.js';
import { LinkedTexts, type UnitBlock, type UnitSink } from '../linked-texts.js';
import { statedLanguage, type StatedLanguage } from '../../../text/languages/stated-language.js';
import { PoParser, type PoMessage } from './parse-po.js';
import { pluralForms } from './plural-forms.js';

/** Where the header with the charset must end. */
const headerLength = 1 << 16;

/**
 * Reads a catalogue of gettext: the text of its messages and that of their translations. A fuzzy
 * translation is in the text, but is no link. Of plurals, the singular is linked with the form for 1 and
 * the plural with that for 100; other forms stand alone. Messages are taken for English where the header
 * names neither their language nor English as that of the translations.
 */
export const poReader: DocumentReader = {
  takes: 'stream',
  textIs: 'extracted',
  async read(name, chunks, options) {
    const texts = new LinkedTexts(name);
    await readPo(name, chunks, texts, options.encoding);
    return texts.finish(options);
  },
};

/** Puts what a catalogue holds into `texts`. Throws AppError as the reader. */
export async function readPo(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  texts: UnitSink,
  encoding?: string,
): Promise<void> {
  const opened = await peek(chunks, headerLength);
  const catalogue = new Catalogue(texts);
  const parser = new PoParser(name, (message) => catalogue.add(message));
  const charset = encoding ?? charsetOf(opened.head);
  for await (const line of textLines(name, decodeXml(name, opened.chunks, charset), mostLine))
    parser.add(line);
  parser.end();
}

/** The encoding by byte order mark or header; a template's header has a word in its place. */
function charsetOf(head: Uint8Array): string {
  const start = Buffer.from(head).toString('latin1');
  const charset = /^"Content-Type:[^"\r\n]*\bcharset=([\w.:-]+)/im.exec(start)?.[1];
  const marked = xmlEncoding(head.subarray(0, 4));
  return marked !== 'utf-8' || charset === undefined || charset === 'CHARSET' ? marked : charset;
}

/** Longest line, in UTF-16 units. */
const mostLine = 1 << 20;

class Catalogue {
  readonly #texts: UnitSink;
  #source: StatedLanguage = { part: 'msgid' };
  #target: StatedLanguage = { part: 'msgstr' };
  #formOf: ((n: number) => number) | undefined;

  constructor(texts: UnitSink) {
    this.#texts = texts;
  }

  add(message: PoMessage): void {
    if (message.id === '' && message.context === undefined) this.#readHeader(message);
    else this.#addMessage(message);
  }

  #readHeader({ translations: [header = ''] }: PoMessage): void {
    const field = (name: string): string =>
      new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(header)?.[1]?.trim() ?? '';
    const source = field('X-Source-Language');
    const target = field('Language') || field('X-Poedit-Language');
    if (target !== '') this.#target = statedLanguage(target);
    const isEnglish = baseLanguage(this.#target.language ?? '') === 'en';
    // Messages are in English by gettext's convention; short as they are, many would be taken for others.
    if (source !== '' || !isEnglish) this.#source = statedLanguage(source || 'en');
    if (this.#target.part === this.#source.part) this.#target = { ...this.#target, part: 'msgstr' };
    this.#formOf = pluralForms(field('Plural-Forms'));
  }

  #addMessage({ line, isFuzzy, id, plural, translations }: PoMessage): void {
    const place = `line ${line}`;
    const add = (language: StatedLanguage, text: string): UnitBlock | undefined =>
      this.#texts.addBlock(place, { language, text });
    const link = (a: UnitBlock | undefined, b: UnitBlock | undefined): void => {
      if (!a || !b) return;
      if (isFuzzy) this.#texts.leaveUnlinked(b);
      else this.#texts.link([a, b]);
    };
    const one = add(this.#source, id);
    const many = plural === undefined ? undefined : add(this.#source, plural);
    const forms = translations.map((text) => add(this.#target, text));
    if (plural === undefined) link(one, forms[0]);
    else {
      const singular = this.#formOf?.(1) ?? 0;
      const general = this.#formOf?.(100) ?? forms.length - 1;
      if (general !== singular) link(one, forms[singular]);
      link(many, forms[general]);
    }
  }
}
