import type { XmlAttributes, XmlElement, XmlHandlers } from '../../xml/parse-xml.js';
import { localAttribute } from '../../xml/local-attribute.js';
import { statedLanguage } from '../../../text/languages/stated-language.js';
import { CellPlaces } from '../office/cell-places.js';
import { LanguageShares } from '../office/language-shares.js';
import { Story, type Draft } from '../office/story.js';
import { StyleChain, type StyleEntry } from '../office/style-chain.js';
import type { BlockDetails } from '../text-builder.js';
import { subjectOf } from './names.js';

/** What the parts of a text are read with. */
export interface OdfContext {
  /** The file, for messages. */
  readonly name: string;
  /** Takes the blocks of the text in their order. */
  emit(draft: Draft): void;
  /** Takes the blocks of headers and footers. */
  emitFurniture(draft: Draft): void;
  /** What the document is, as its body says: `text`, `spreadsheet`, `presentation`. */
  onBody(kind: string): void;
  /** Text is left out because it is hidden. */
  onHidden(): void;
  /** A formula, or an object such as a chart, is left out. */
  onObject(): void;
}

interface OpenParagraph {
  /** Level that the element itself gives; 0 for paragraphs. */
  readonly heading: number;
  readonly style: string;
  readonly languages: LanguageShares;
}

/** What is no text of the document, by subject. */
const skipped: Readonly<Record<string, ReadonlySet<string>>> = {
  text: new Set([
    'tracked-changes',
    'note-citation',
    'ruby-text',
    'table-of-content-source',
    'illustration-index-source',
    'table-index-source',
    'object-index-source',
    'user-index-source',
    'alphabetical-index-source',
    'bibliography-source',
    'script',
  ]),
  office: new Set([
    'annotation',
    'annotation-end',
    'binary-data',
    'forms',
    'scripts',
    'meta',
    'settings',
    'font-face-decls',
    'change-info',
    'event-listeners',
  ]),
  draw: new Set(['object', 'object-ole']),
  'svg-compatible': new Set(['title', 'desc']),
};

/** Elements of the text that hold other elements and no text by themselves. */
const holders = new Set([
  'note',
  'note-body',
  'list',
  'list-item',
  'list-header',
  'numbered-paragraph',
  'section',
  'index-body',
  'index-title',
]);

/** Lists that are made of the headings, pictures and tables of a text. */
const contents = new Set([
  'table-of-content',
  'illustration-index',
  'table-index',
  'object-index',
  'alphabetical-index',
]);

/** Handles the parts of an OpenDocument text: its styles, headers, and the text itself. */
export class OdfText implements XmlHandlers {
  readonly #context: OdfContext;
  readonly #body: Story;
  readonly #furniture: Story;
  readonly #cells = new CellPlaces();
  readonly #paragraphStyles = new StyleChain();
  readonly #spanStyles = new StyleChain();
  readonly #paragraphs: OpenParagraph[] = [];
  /** For every element that is open, whether text directly in it is text of the paragraph. */
  readonly #takesText: boolean[] = [];
  #skipFrom = 0;
  /** Depth of the outermost header or footer, note, list of contents; 0 outside. */
  #furnitureFrom = 0;
  #noteFrom = 0;
  #contentsFrom = 0;
  #lists = 0;
  #style: StyleEntry | undefined;
  #isDefaultStyle = false;
  /** The languages of the spans that are open. */
  readonly #spans: (string | undefined)[] = [];
  /** BCP-47, of what no style says the language of. */
  #language: string | undefined;
  readonly #otherLanguages: { asian?: string; complex?: string } = {};

  constructor(context: OdfContext) {
    this.#context = context;
    this.#body = new Story(context.name, (draft) => context.emit(draft));
    this.#furniture = new Story(context.name, (draft) => context.emitFurniture(draft));
  }

  get #story(): Story {
    return this.#furnitureFrom > 0 ? this.#furniture : this.#body;
  }

  open({ local, uri, attributes, depth }: XmlElement): void {
    if (this.#skipFrom > 0) return;
    const subject = subjectOf(uri);
    if (skipped[subject]?.has(local) === true || uri === math) {
      this.#skipFrom = depth;
      if (subject === 'draw' || uri === math) this.#context.onObject();
      return;
    }
    const isHolder =
      subject === 'text' ? holders.has(local) : /^(?:draw|table|office|style)$/.test(subject);
    this.#takesText.push(!isHolder);
    if (subject === 'text') this.#openText(local, attributes, depth);
    else if (subject === 'table') this.#openTable(local, attributes);
    else if (subject === 'style') this.#openStyle(local, attributes, depth);
    else if (subject === 'office' && bodies.has(local)) this.#context.onBody(local);
  }

  close(local: string, uri: string, depth: number): void {
    if (this.#skipFrom > 0) {
      if (depth === this.#skipFrom) this.#skipFrom = 0;
      return;
    }
    this.#takesText.pop();
    const subject = subjectOf(uri);
    if (subject === 'text') this.#closeText(local);
    else if (subject === 'table') this.#closeTable(local);
    else if (subject === 'style' && local === 'style') this.#style = undefined;
    else if (subject === 'style' && local === 'default-style') this.#isDefaultStyle = false;
    if (depth === this.#noteFrom) this.#noteFrom = 0;
    if (depth === this.#contentsFrom) this.#contentsFrom = 0;
    if (depth === this.#furnitureFrom) {
      this.#furniture.finish();
      this.#furnitureFrom = 0;
    }
  }

  text(text: string): void {
    if (this.#skipFrom > 0 || this.#takesText.at(-1) !== true) return;
    this.#paragraphs.at(-1)?.languages.add(this.#languageOf(text), text);
    this.#story.write(text.replace(/[\t\n\r ]+/g, ' '));
  }

  /** Of the innermost span that says so, else of the paragraph, else of the document. */
  #languageOf(text: string): string | undefined {
    const scripts = eastern.test(text) ? 'asian' : fromRight.test(text) ? 'complex' : 'western';
    if (scripts !== 'western') return this.#otherLanguages[scripts];
    const style = this.#paragraphStyles.get(this.#paragraphs.at(-1)?.style ?? '');
    const span = this.#spans.findLast((own) => own !== undefined);
    return span ?? style.language ?? this.#language;
  }

  #openText(local: string, attributes: XmlAttributes, depth: number): void {
    switch (local) {
      case 'p':
      case 'h':
        return this.#openParagraph(local, attributes, depth);
      case 's':
        return this.#story.write(' ');
      case 'tab':
        return this.#story.write('\t');
      case 'line-break':
        return this.#story.write('\n');
      case 'span': {
        const { isHidden, language } = this.#spanStyles.get(styleName(attributes));
        if (isHidden === true) this.#hide(depth);
        else this.#spans.push(language);
        return;
      }
      case 'section':
        if (localAttribute(attributes, 'display') === 'none') this.#hide(depth);
        return;
      case 'hidden-text':
        if (localAttribute(attributes, 'is-hidden') === 'true') this.#hide(depth);
        return;
      case 'list':
      case 'numbered-paragraph':
        this.#lists++;
        return;
      case 'note':
        if (this.#noteFrom === 0) this.#noteFrom = depth;
        return;
    }
    if (contents.has(local) && this.#contentsFrom === 0) this.#contentsFrom = depth;
  }

  #openParagraph(local: string, attributes: XmlAttributes, depth: number): void {
    const style = styleName(attributes);
    if (this.#paragraphStyles.get(style).isHidden === true) return this.#hide(depth);
    const level = Number(localAttribute(attributes, 'outline-level') ?? 1);
    const heading = local === 'p' ? 0 : level >= 1 ? Math.floor(level) : 1;
    this.#paragraphs.push({ heading, style, languages: new LanguageShares() });
    this.#story.begin();
  }

  /** Skips the element that was opened last. */
  #hide(depth: number): void {
    this.#takesText.pop();
    this.#skipFrom = depth;
    this.#context.onHidden();
  }

  #closeText(local: string): void {
    if (local === 'p' || local === 'h') {
      const paragraph = this.#paragraphs.pop();
      if (paragraph) this.#story.end(this.#detailsOf(paragraph));
    } else if (local === 'span') this.#spans.pop();
    else if (local === 'list' || local === 'numbered-paragraph') {
      this.#lists--;
    }
  }

  #detailsOf(paragraph: OpenParagraph): BlockDetails {
    const { main } = paragraph.languages;
    const stated = main !== undefined && { stated: main };
    if (this.#noteFrom > 0) return { kind: 'footnote', ...stated };
    if (this.#contentsFrom > 0) return { noise: 'boilerplate' };
    const style = this.#paragraphStyles.get(paragraph.style);
    const { place } = this.#cells;
    const locator = place && { locator: place };
    const heading = paragraph.heading || style.heading;
    if (heading > 0) return { heading, ...locator, ...stated };
    const list = this.#lists > 0 ? 'list-item' : undefined;
    const kind = place ? 'table-cell' : (style.kind ?? list);
    return { ...(kind && { kind }), ...locator, ...stated };
  }

  #openTable(local: string, attributes: XmlAttributes): void {
    if (local === 'table') this.#cells.beginTable();
    else if (local === 'table-row') this.#cells.beginRow();
    else if (isCell(local)) {
      this.#cells.beginCell();
      this.#cells.widen(Number(localAttribute(attributes, 'number-columns-repeated') ?? 1));
    }
  }

  #closeTable(local: string): void {
    if (local === 'table') this.#cells.endTable();
    else if (isCell(local)) this.#cells.endCell();
  }

  #openStyle(local: string, attributes: XmlAttributes, depth: number): void {
    if (local === 'style') {
      const name = localAttribute(attributes, 'name') ?? '';
      const family = localAttribute(attributes, 'family') ?? '';
      const parent = localAttribute(attributes, 'parent-style-name');
      this.#style = {
        title: localAttribute(attributes, 'display-name') ?? name,
        ...(parent !== undefined && { parent }),
      };
      if (family === 'paragraph') this.#paragraphStyles.add(name, this.#style);
      else if (family === 'text') this.#spanStyles.add(name, this.#style);
    } else if (local === 'text-properties' && this.#style) {
      const display = localAttribute(attributes, 'display');
      if (display !== undefined) this.#style.isHidden = display === 'none';
      const language = languageOf(attributes, '');
      if (language !== undefined) this.#style.language = language;
    } else if (local === 'default-style') {
      this.#isDefaultStyle = localAttribute(attributes, 'family') === 'paragraph';
    } else if (local === 'text-properties' && this.#isDefaultStyle) {
      const [western, asian, complex] = ['', '-asian', '-complex'].map((kind) =>
        languageOf(attributes, kind),
      );
      if (western !== undefined) this.#language ??= western;
      if (asian !== undefined) this.#otherLanguages.asian ??= asian;
      if (complex !== undefined) this.#otherLanguages.complex ??= complex;
    } else if (/^(?:header|footer)(?:-left|-first)?$/.test(local) && this.#furnitureFrom === 0) {
      this.#furnitureFrom = depth;
    }
  }
}

const bodies = new Set([
  'text',
  'spreadsheet',
  'presentation',
  'drawing',
  'chart',
  'image',
  'database',
]);
const eastern = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const fromRight =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Thai}\p{sc=Devanagari}]/u;

/** The language of a style for a kind of scripts: empty where it is none, undefined where the style does not say. */
function languageOf(attributes: XmlAttributes, kind: string): string | undefined {
  const language = localAttribute(attributes, `language${kind}`);
  const country = localAttribute(attributes, `country${kind}`) ?? 'none';
  if (language === undefined) return undefined;
  if (language === 'none' || language === 'zxx') return '';
  return statedLanguage(country === 'none' ? language : `${language}-${country}`).language;
}

const math = 'http://www.w3.org/1998/Math/MathML';
const isCell = (local: string): boolean => local === 'table-cell' || local === 'covered-table-cell';
const styleName = (attributes: XmlAttributes): string =>
  localAttribute(attributes, 'style-name') ?? '';
