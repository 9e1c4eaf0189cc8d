import type { BlockDetails } from '../text-builder.js';
import { Story, type Draft } from '../office/story.js';
import { symbolText } from '../office/symbol-font.js';
import { BytesText } from './bytes-text.js';
import { symbolCharacters, wordCharacters } from './characters.js';
import { encodingOfCodePage } from './code-pages.js';
import { destinationOf } from './destinations.js';
import { longestInstruction, textOfInstruction } from './field-text.js';
import { RtfFonts } from './fonts.js';
import { firstGroup, resetParagraph, takeParagraphWord, type Group } from './group.js';
import type { RtfHandlers } from './scan.js';
import { RtfStyleTable } from './style-table.js';
import { RtfTablePlaces } from './table-places.js';

/** What the text of a file is read with. */
export interface RtfContext {
  /** The file, for messages. */
  readonly name: string;
  /** Takes the blocks of the text in their order. */
  emit(draft: Draft): void;
  /** Takes the blocks of headers and footers. */
  emitFurniture(draft: Draft): void;
}

/** A text that goes by itself: the body, a note, a box, a header. */
interface Frame {
  readonly kind: 'body' | 'note' | 'box' | 'furniture';
  readonly story: Story;
  isOpen: boolean;
  hasMark: boolean;
  /** The first characters of the paragraph. */
  head: string;
}

/** Bytes that may follow a Unicode character. */
const mostFallback = 255;
/** A number or bullet of a list that is written as text. */
const listMark = /^(?:[•◦▪‣–-]|\(?(?:\d{1,3}|\p{L}{1,4})[.)])\s*$/u;

/** Handles an RTF file: keeps what holds in every group and puts the text together. */
export class RtfText implements RtfHandlers {
  readonly #context: RtfContext;
  readonly #fonts = new RtfFonts();
  readonly #styles = new RtfStyleTable();
  readonly #places = new RtfTablePlaces();
  readonly #pending = new BytesText();
  readonly #groups: Group[] = [];
  readonly #frames: Frame[];
  #group = firstGroup();
  #encoding = 'windows-1252';
  #defaultFont = 0;
  #skip = 0;
  #instruction = '';
  /** Whether text was left out because it is hidden. */
  hasHidden = false;
  /** Characters that the code page of their font does not have. */
  undecodable = 0;

  constructor(context: RtfContext) {
    this.#context = context;
    this.#frames = [
      this.#newFrame('body', new Story(context.name, (draft) => context.emit(draft))),
    ];
  }

  open(): void {
    this.#flush();
    this.#skip = 0;
    const parent = this.#group;
    parent.isFresh = false;
    this.#groups.push(parent);
    const isStyle = parent.destination === 'styles' && !parent.isStyle;
    this.#group = {
      ...parent,
      isStarred: false,
      isFresh: true,
      ownsFrame: false,
      isInstruction: false,
      isStyle,
    };
    if (isStyle) this.#styles.begin();
  }

  close(): void {
    this.#flush();
    this.#skip = 0;
    const { isStyle, ownsFrame, isInstruction } = this.#group;
    if (isStyle) this.#styles.end();
    if (ownsFrame || this.#groups.length === 1) this.#endParagraph();
    if (ownsFrame) this.#frames.pop();
    this.#group = this.#groups.pop() ?? this.#group;
    if (isInstruction) this.#give(textOfInstruction(this.#instruction));
  }

  symbol(character: string): void {
    if (character === '*') {
      this.#group.isStarred = true;
      return;
    }
    if (/^[\\{}]$/.test(character)) return this.hex(character.charCodeAt(0));
    const text = symbolCharacters[character];
    if (text !== undefined) this.#character(text);
  }

  hex(byte: number): void {
    this.#group.isFresh = false;
    if (this.#skip > 0) this.#skip--;
    else if (this.#group.destination !== 'skip') this.#pending.addByte(byte);
  }

  bytes(bytes: Uint8Array): void {
    this.#group.isFresh = false;
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    if (this.#group.destination !== 'skip' && skipped < bytes.length)
      this.#pending.add(skipped === 0 ? bytes : bytes.subarray(skipped));
  }

  word(word: string, value: number | undefined): void {
    const group = this.#group;
    if (group.isFresh) {
      group.isFresh = false;
      if (this.#enter(word)) return;
    }
    if (group.destination === 'skip') return;
    if (this.#skip > 0 && word !== 'u') {
      this.#skip--;
      return;
    }
    if (group.destination === 'fonts') this.#fontWord(word, value);
    else if (group.destination === 'styles') this.#styles.word(word, value);
    else this.#textWord(word, value);
  }

  /** Takes the first word of a group for what the group holds; false for a word that tells nothing. */
  #enter(word: string): boolean {
    const group = this.#group;
    if (group.destination === 'skip') {
      if (word !== 'ud' || group.alternative === undefined) return true;
      group.destination = group.alternative;
      group.alternative = undefined;
      return true;
    }
    if (word === 'upr') {
      group.alternative = group.destination;
      group.destination = 'skip';
      return true;
    }
    const destination = destinationOf(word, group.isStarred);
    if (destination === undefined) return false;
    if (group.destination !== 'text') {
      // No text of the document stands in tables and instructions.
      if (destination !== 'text') group.destination = 'skip';
      return true;
    }
    group.destination = destination;
    if (destination === 'note' || destination === 'box' || destination === 'furniture')
      this.#enterFrame(destination);
    else if (destination === 'instruction') this.#instruction = '';
    else if (destination === 'list-mark') this.#lastFrame.hasMark = true;
    group.isInstruction = destination === 'instruction';
    return true;
  }

  #enterFrame(kind: Frame['kind']): void {
    const group = this.#group;
    if (group.isHidden || group.isDeleted) {
      this.hasHidden ||= group.isHidden;
      group.destination = 'skip';
      return;
    }
    const host = this.#lastFrame;
    // What a paragraph begins with comes after it, too.
    if (kind !== 'furniture' && !host.isOpen) this.#begin(host);
    const { emitFurniture, name } = this.#context;
    const story = kind === 'furniture' ? new Story(name, emitFurniture) : host.story;
    this.#frames.push(this.#newFrame(kind, story));
    resetParagraph(group);
    group.ownsFrame = true;
    group.destination = 'text';
  }

  #newFrame(kind: Frame['kind'], story: Story): Frame {
    return { kind, story, isOpen: false, hasMark: false, head: '' };
  }

  #fontWord(word: string, value: number | undefined): void {
    if (word === 'f') this.#flush();
    this.#fonts.word(word, value);
    if (word === 'f') this.#group.font = value ?? 0;
  }

  #textWord(word: string, value: number | undefined): void {
    const group = this.#group;
    const isOn = value !== 0;
    if (takeParagraphWord(group, word, value)) return;
    switch (word) {
      case 'u':
        return this.#unicode(value ?? 0);
      case 'uc':
        group.fallback = Math.min(Math.max(0, value ?? 1), mostFallback);
        return;
      case 'par':
      case 'sect':
        return this.#endParagraph();
      case 'cell':
        return this.#endCell(1);
      case 'nestcell':
        return this.#endCell(Math.max(2, group.level));
      case 'row':
        return this.#endRow(1);
      case 'nestrow':
        return this.#endRow(Math.max(2, group.level));
      case 'plain':
        this.#flush();
        Object.assign(group, { font: this.#defaultFont, isHidden: false, isDeleted: false });
        return;
      case 'f':
        this.#flush();
        group.font = value ?? 0;
        return;
      case 'v':
        this.#flush();
        group.isHidden = isOn;
        return;
      case 'deleted':
      case 'mvf':
        this.#flush();
        group.isDeleted = isOn;
        return;
      case 'tx':
        return this.#takeListMark();
      case 'deff':
        this.#defaultFont = value ?? 0;
        group.font = this.#defaultFont;
        return;
      case 'ansicpg':
        this.#encoding = encodingOfCodePage(value ?? 0) ?? this.#encoding;
        return;
      case 'mac':
        this.#encoding = 'macroman';
        return;
      case 'pc':
        this.#encoding = 'cp437';
        return;
      case 'pca':
        this.#encoding = 'cp850';
        return;
    }
    if (Object.hasOwn(wordCharacters, word)) this.#character(wordCharacters[word] ?? '');
  }

  #character(text: string): void {
    this.#group.isFresh = false;
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    this.#flush();
    this.#give(text);
  }

  #unicode(value: number): void {
    this.#flush();
    const code = value & 0xffff;
    const font = code >= 0xf000 && code <= 0xf0ff ? this.#fonts.get(this.#group.font) : undefined;
    this.#give(font ? symbolText(font.name, code) : String.fromCharCode(code));
    this.#skip = this.#group.fallback;
  }

  /** Decodes the bytes that are collected and gives their text to where the group's text goes. */
  #flush(): void {
    if (this.#pending.isEmpty) return;
    const text = this.#pending.take(this.#fonts.get(this.#group.font), this.#encoding);
    this.#give(text);
  }

  #give(text: string): void {
    if (text === '') return;
    const { destination, isHidden, isDeleted } = this.#group;
    if (destination === 'fonts') this.#fonts.text(text);
    else if (destination === 'styles') this.#styles.text(text);
    else if (destination === 'instruction') {
      if (this.#instruction.length < longestInstruction) this.#instruction += text;
    } else if (destination === 'text' && !isDeleted) {
      if (isHidden) this.hasHidden ||= text.trim() !== '';
      else this.#write(text);
    }
  }

  get #lastFrame(): Frame {
    return this.#frames.at(-1) ?? this.#newFrame('body', new Story('', () => undefined));
  }

  #begin(frame: Frame): void {
    frame.story.begin();
    frame.isOpen = true;
    frame.head = '';
  }

  #write(text: string): void {
    const frame = this.#lastFrame;
    if (!frame.isOpen) this.#begin(frame);
    if (frame.head.length < 12) frame.head += text.slice(0, 12);
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1))
      this.undecodable++;
    frame.story.write(text);
  }

  /** Some programs write the numbers of lists as text, followed by a tab stop of their own. */
  #takeListMark(): void {
    this.#flush();
    const frame = this.#lastFrame;
    if (!this.#group.isHanging || !frame.isOpen || !listMark.test(frame.head.trim())) return;
    frame.story.clear();
    frame.hasMark = true;
  }

  #endParagraph(): void {
    this.#flush();
    // Where the end of a paragraph was deleted, the next one goes on with it.
    if (this.#group.isDeleted) return;
    this.#finishParagraph(this.#group.isInTable ? Math.max(1, this.#group.level) : 0);
  }

  #finishParagraph(level: number): void {
    const frame = this.#lastFrame;
    const details = this.#detailsAt(frame, level);
    if (frame.isOpen) frame.story.end(details);
    frame.isOpen = false;
    frame.hasMark = false;
  }

  #endCell(level: number): void {
    this.#flush();
    this.#finishParagraph(level);
    if (this.#lastFrame.kind === 'body') this.#places.endCell(level);
  }

  #endRow(level: number): void {
    this.#flush();
    this.#finishParagraph(level);
    if (this.#lastFrame.kind === 'body') this.#places.endRow(level);
  }

  #detailsAt({ kind: frame, hasMark }: Frame, level: number): BlockDetails {
    const group = this.#group;
    const place = frame === 'body' ? this.#places.placeAt(level) : undefined;
    if (frame === 'note') return { kind: 'footnote' };
    const style = this.#styles.get(group.style);
    if (style.isContents) return { noise: 'boilerplate' };
    const { outline } = group;
    const own = outline === undefined ? undefined : outline >= 0 && outline < 9 ? outline + 1 : 0;
    const heading = own ?? style.heading;
    const list = group.isList || hasMark ? 'list-item' : undefined;
    const kind = heading > 0 ? undefined : place ? 'table-cell' : (style.kind ?? list);
    return { heading, ...(kind && { kind }), ...(place && { locator: place }) };
  }
}
