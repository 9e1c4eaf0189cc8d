import type { XmlAttributes, XmlElement, XmlHandlers } from '../../xml/parse-xml.js';
import { localAttribute } from '../../xml/local-attribute.js';
import { languageReader } from '../../../text/languages/stated-language.js';
import { CellPlaces } from '../office/cell-places.js';
import { LanguageShares } from '../office/language-shares.js';
import { Story, type Draft } from '../office/story.js';
import { symbolText } from '../office/symbol-font.js';
import type { BlockDetails } from '../text-builder.js';
import { isDiagram } from './diagrams.js';
import { WordFields } from './fields.js';
import { compatibility, isMath, isOn, isWord } from './names.js';
import type { WordStyles } from './styles.js';

/** What was left out of a document's text, for a warning. */
export interface LeftOut {
  hidden: boolean;
  foreign: boolean;
}

/** What the text of a part is read with. */
export interface WordContext {
  /** The file, for messages. */
  readonly name: string;
  readonly styles: WordStyles;
  /** What is left out is noted here. */
  readonly leftOut: LeftOut;
  /** Takes the blocks in their order. */
  emit(draft: Draft): void;
  /** The blocks of a note when its mark is met; without it, the part is one of notes itself. */
  notes?(kind: NoteKind, id: string): readonly Draft[];
  /** The texts of a diagram, by the id of its relationship. */
  diagram?(id: string): readonly Draft[];
  /** A header or footer of a section, by the id of its relationship. */
  onFurniture?(id: string): void;
  /** A note begins: what follows is emitted for it. */
  onNote?(id: string): void;
}

/** The two kinds of notes. */
export type NoteKind = 'footnotes' | 'endnotes';

interface OpenParagraph {
  style?: string;
  outline?: number;
  isList?: boolean;
  /** Its end was deleted, so that the next paragraph goes on with it. */
  isJoined: boolean;
  run: Run | null;
  readonly languages: LanguageShares;
}

interface Run {
  style?: string;
  /** What its text is said to be in: by `val`, in scripts of the East by another attribute, from right to left by a third. */
  language?: XmlAttributes;
  isHidden?: boolean;
  /** What follows the reference to a note is its mark. */
  isMark: boolean;
}

/** What is no text, or was before a change that is tracked, or stands in the place of other text. */
const skipped = new Set([
  'del',
  'moveFrom',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'trPrChange',
  'tcPrChange',
  'tblGridChange',
  'numberingChange',
  'sdtPr',
  'sdtEndPr',
  'rt',
]);

/** Handles a part of a Word document that holds text: the body, notes, a header. */
export class WordText implements XmlHandlers {
  readonly #context: WordContext;
  readonly #story: Story;
  readonly #cells = new CellPlaces();
  readonly #fields = new WordFields();
  readonly #understand = languageReader();
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #parents: string[] = [];
  /** Depth of the element that is skipped with all in it; 0 for none. */
  #skipFrom = 0;
  #isText = false;
  /** For every set of alternatives that is open, whether one was taken. */
  readonly #alternatives: boolean[] = [];

  constructor(context: WordContext) {
    this.#context = context;
    this.#story = new Story(context.name, context.emit);
  }

  /** Call it when the part is read. */
  finish(): void {
    this.#story.finish();
  }

  open({ local, uri, attributes, depth }: XmlElement): void {
    if (this.#skipFrom > 0) return;
    const parent = this.#parents.at(-1) ?? '';
    this.#parents.push(local);
    if (isWord(uri)) this.#openWord(local, parent, attributes, depth);
    else if (uri === compatibility) this.#openAlternative(local, depth);
    else if (isMath(uri) && local === 't') this.#isText = true;
    else if (isDiagram(uri) && local === 'relIds')
      this.#story.attach(this.#context.diagram?.(localAttribute(attributes, 'dm') ?? '') ?? []);
  }

  close(local: string, uri: string, depth: number): void {
    if (this.#skipFrom > 0) {
      if (depth !== this.#skipFrom) return;
      this.#skipFrom = 0;
    }
    this.#parents.pop();
    this.#isText = false;
    if (isWord(uri)) this.#closeWord(local);
    else if (uri === compatibility && local === 'AlternateContent') this.#alternatives.pop();
  }

  text(text: string): void {
    if (this.#isText && this.#skipFrom === 0) this.#write(text);
  }

  /** Only the first alternative is read: the others say the same for older programs. */
  #openAlternative(local: string, depth: number): void {
    if (local === 'AlternateContent') {
      this.#alternatives.push(false);
    } else if (local === 'Choice' || local === 'Fallback') {
      if (this.#alternatives.at(-1) === true) this.#skipFrom = depth;
      else this.#alternatives.splice(-1, 1, true);
    }
  }

  #openWord(local: string, parent: string, attributes: XmlAttributes, depth: number): void {
    const paragraph = this.#paragraphs.at(-1);
    const value = (): string | undefined => localAttribute(attributes, 'val');
    switch (local) {
      case 't':
        this.#isText = true;
        return;
      case 'p':
        this.#story.begin();
        this.#paragraphs.push({ isJoined: false, run: null, languages: new LanguageShares() });
        return;
      case 'r':
        if (paragraph) paragraph.run = { isMark: false };
        return;
      case 'pStyle':
        if (paragraph) setDefined(paragraph, 'style', value());
        return;
      case 'outlineLvl':
        if (paragraph) paragraph.outline = Number(value());
        return;
      case 'numId':
        if (paragraph) paragraph.isList = value() !== '0';
        return;
      case 'rStyle':
        if (paragraph?.run) setDefined(paragraph.run, 'style', value());
        return;
      case 'lang':
        if (paragraph?.run && parent === 'rPr') paragraph.run.language = attributes;
        return;
      case 'vanish':
        if (paragraph?.run && parent === 'rPr') paragraph.run.isHidden = isOn(value());
        return;
      case 'del':
      case 'moveFrom':
        // In the properties of a paragraph's mark it is the mark that was taken away.
        if (parent === 'rPr' && paragraph) paragraph.isJoined ||= paragraph.run === null;
        else this.#skipFrom = depth;
        return;
      case 'tbl':
        this.#cells.beginTable();
        return;
      case 'tr':
        this.#cells.beginRow();
        return;
      case 'tc':
        this.#cells.beginCell();
        return;
      case 'gridSpan':
        this.#cells.widen(Number(value()));
        return;
      case 'footnote':
      case 'endnote':
        this.#openNote(attributes, depth);
        return;
      case 'headerReference':
      case 'footerReference':
        this.#context.onFurniture?.(localAttribute(attributes, 'id') ?? '');
        return;
      case 'altChunk':
      case 'subDoc':
        this.#context.leftOut.foreign = true;
        return;
    }
    if (skipped.has(local)) this.#skipFrom = depth;
    else if (parent === 'r') this.#openInRun(local, attributes);
  }

  #openInRun(local: string, attributes: XmlAttributes): void {
    switch (local) {
      case 'tab':
      case 'ptab':
        return this.#write('\t');
      case 'br':
      case 'cr':
        return this.#write('\n');
      case 'noBreakHyphen':
        return this.#write('\u2011');
      case 'sym': {
        const code = Number.parseInt(localAttribute(attributes, 'char') ?? '', 16);
        return this.#write(symbolText(localAttribute(attributes, 'font') ?? '', code));
      }
      case 'fldChar':
        return this.#fields.mark(localAttribute(attributes, 'fldCharType'));
      case 'footnoteReference':
        return this.#refer('footnotes', attributes);
      case 'endnoteReference':
        return this.#refer('endnotes', attributes);
    }
  }

  #openNote(attributes: XmlAttributes, depth: number): void {
    const type = localAttribute(attributes, 'type') ?? 'normal';
    // Other types are the lines between text and notes.
    if (type === 'normal') this.#context.onNote?.(localAttribute(attributes, 'id') ?? '');
    else this.#skipFrom = depth;
  }

  #refer(kind: NoteKind, attributes: XmlAttributes): void {
    const run = this.#paragraphs.at(-1)?.run;
    if (run && isOn(localAttribute(attributes, 'customMarkFollows') ?? '0')) run.isMark = true;
    if (run && this.#isHidden()) return;
    const id = localAttribute(attributes, 'id') ?? '';
    this.#story.attach(this.#context.notes?.(kind, id) ?? []);
  }

  #closeWord(local: string): void {
    switch (local) {
      case 'p': {
        const paragraph = this.#paragraphs.pop();
        if (!paragraph) return;
        if (paragraph.isJoined) this.#story.join();
        else this.#story.end(this.#detailsOf(paragraph));
        return;
      }
      case 'r': {
        const paragraph = this.#paragraphs.at(-1);
        if (paragraph) paragraph.run = null;
        return;
      }
      case 'tc':
        return this.#cells.endCell();
      case 'tbl':
        return this.#cells.endTable();
    }
  }

  #detailsOf({ style: id, outline, isList, languages }: OpenParagraph): BlockDetails {
    const style = this.#context.styles.get(id);
    const own = outline === undefined ? undefined : outline >= 0 && outline < 9 ? outline + 1 : 0;
    const heading = own ?? style.heading;
    const { place } = this.#cells;
    const list = (isList ?? style.isList) ? 'list-item' : undefined;
    const kind = heading > 0 ? undefined : place ? 'table-cell' : (style.kind ?? list);
    return {
      heading,
      ...(kind && { kind }),
      ...(place && { locator: place }),
      ...(style.isContents && { noise: 'boilerplate' }),
      ...(languages.main !== undefined && { stated: languages.main }),
    };
  }

  /** What a run says, else its style, that of the paragraph, the document. */
  #languageOf(text: string): string | undefined {
    const paragraph = this.#paragraphs.at(-1);
    const { run } = paragraph ?? {};
    const { styles } = this.#context;
    if (run?.language) {
      const script = eastern.test(text) ? 'eastAsia' : fromRight.test(text) ? 'bidi' : 'val';
      const own = localAttribute(run.language, script);
      if (own !== undefined) return this.#understand(own).language;
    }
    const ofRun = run?.style === undefined ? undefined : styles.get(run.style).language;
    return ofRun ?? styles.get(paragraph?.style).language ?? styles.language;
  }

  #isHidden(): boolean {
    const paragraph = this.#paragraphs.at(-1);
    const { styles } = this.#context;
    const { run } = paragraph ?? {};
    const ofRun = run?.style === undefined ? undefined : styles.get(run.style).isHidden;
    return run?.isHidden ?? ofRun ?? styles.get(paragraph?.style).isHidden ?? false;
  }

  #write(text: string): void {
    if (this.#fields.isInstruction) return;
    const run = this.#paragraphs.at(-1)?.run;
    if (run?.isMark === true) return;
    if (this.#isHidden()) {
      this.#context.leftOut.hidden ||= text.trim() !== '';
      return;
    }
    const isNote = this.#context.onNote !== undefined;
    if (isNote && run?.style !== undefined && this.#context.styles.get(run.style).isNoteMark)
      return;
    this.#paragraphs.at(-1)?.languages.add(this.#languageOf(text), text);
    this.#story.write(text);
  }
}

const eastern = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const fromRight = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]/u;

function setDefined<Key extends string>(
  target: Partial<Record<Key, string>>,
  key: Key,
  value: string | undefined,
): void {
  if (value !== undefined) target[key] = value;
}
