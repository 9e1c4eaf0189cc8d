/** Takes a page of HTML apart into blocks, in one walk. */
import { Parser } from 'htmlparser2';
import type { BlockKind } from '../../../domain.js';
import { AppError } from '../../../errors.js';
import { languageReader } from '../../../text/languages/stated-language.js';
import { findParagraphs } from '../text.js';
import {
  mostBlocks,
  tooMany,
  type Page,
  type PageBlock,
  type PageElement,
  type PageListener,
} from './page.js';
import { blockText, lineBreak, paragraphsOfLines } from './block-text.js';
import {
  headingLevel,
  isBlock,
  isChrome,
  isContents,
  isLikelyChrome,
  isNoteMark,
  isPreformatted,
  isSkipped,
  kindOf,
  longestMark,
  type HtmlAttributes,
} from './elements.js';

/** How a page is walked. */
export interface WalkOptions {
  /** Whether `<a/>` is an element without content, as in XHTML. */
  readonly isXhtml?: boolean;
  readonly listener?: PageListener;
}

/** Deepest nesting: tags that are never closed make deep pages, but not so deep. */
const mostDepth = 1000;
/** Most elements of a page, which take more memory than its text. */
const mostElements = 1_000_000;
const mostPieces = 256;
/**
 * Walks a page. Linear in its length.
 *
 * @param name the file, for messages
 * @throws AppError `unreadable-document` for elements nested too deeply, `too-large` for too many of them
 */
export function walkPage(name: string, html: string, options: WalkOptions = {}): Page {
  const walker = new PageWalker(name, options.listener);
  const isXhtml = options.isXhtml === true;
  const parser = new Parser(walker, { recognizeSelfClosing: isXhtml, recognizeCDATA: isXhtml });
  parser.write(html);
  parser.end();
  return walker.finish();
}

/** The text of a block as it comes in. */
interface Draft {
  readonly number: number;
  readonly pieces: string[];
  /** How many pieces have to stay apart, since what follows them may be taken out again. */
  apart: number;
  length: number;
  linked: number;
  links: number;
  /** Length of what follows the last line break, white space aside. */
  sinceBreak: number;
  id: string | undefined;
}

/** An open element, with what it takes over from those around it. */
interface Frame {
  readonly name: string;
  readonly isBlock: boolean;
  readonly isSkipped: boolean;
  readonly isChrome: boolean;
  readonly isContents: boolean;
  /** 0, or 1 for preformatted text, 2 for code in it. */
  pre: 0 | 1 | 2;
  readonly heading: number;
  readonly kind: BlockKind | undefined;
  /** Of the nearest element that says so; empty if that says that nobody knows. */
  readonly language: string | undefined;
  readonly element: number;
  readonly isLinked: boolean;
  readonly isRaised: boolean;
  /** Its text is put aside, to come after the block that it is in. */
  readonly isAside: boolean;
  /** For what may be the mark of a note. */
  readonly mark?: {
    readonly attributes: HtmlAttributes;
    readonly draft: Draft;
    readonly pieces: number;
    readonly length: number;
    readonly linked: number;
    isRaised: boolean;
    hasLink: boolean;
  };
  /** For cells: how many blocks there were before. */
  readonly blocksBefore?: number;
}

const rootFrame: Frame = {
  name: '',
  isBlock: true,
  isSkipped: false,
  isChrome: false,
  isContents: false,
  pre: 0,
  heading: 0,
  kind: undefined,
  language: undefined,
  element: -1,
  isLinked: false,
  isRaised: false,
  isAside: false,
};

class PageWalker {
  readonly #name: string;
  readonly #listener: PageListener | undefined;
  readonly #understand = languageReader();
  readonly #frames: Frame[] = [rootFrame];
  readonly #blocks: PageBlock[] = [];
  readonly #elements: PageElement[] = [];
  /** Blocks put aside until the one that they are in is done. */
  #aside: PageBlock[] = [];
  #drafts = 0;
  #draft: Draft = this.#begin();
  /** Drafts that wait until what is put aside ends. */
  readonly #waiting: Draft[] = [];
  #title = '';
  #inTitle = false;
  #hasScripts = false;
  #count = 0;
  #id: string | undefined;

  constructor(name: string, listener: PageListener | undefined) {
    this.#name = name;
    this.#listener = listener;
  }

  onopentag(name: string, attributes: HtmlAttributes): void {
    const outer = this.#top;
    if (this.#frames.length > mostDepth) {
      throw new AppError(
        'unreadable-document',
        `${this.#name}: elements are nested more than ${mostDepth} deep (<${name}>)`,
        { hint: 'save the page again in a browser' },
      );
    }
    if (++this.#count > mostElements) throw tooMany(this.#name, 'elements', mostElements);
    if (name === 'script') this.#hasScripts = true;
    if (name === 'title' && this.#title === '') this.#inTitle = true;
    const block = isBlock(name, attributes);
    if (block) this.#flush();
    this.#noteId(attributes['id'] ?? (name === 'a' ? attributes['name'] : undefined));
    const skipped = outer.isSkipped || isSkipped(name);
    if (name === 'br' && !skipped) this.#break(outer);
    if (name === 'q' && !skipped) this.#add('\u201c', outer);
    const ownKind = kindOf(name, attributes);
    // Notes may wait, hidden, for a reader who wants them.
    const chrome = ownKind !== 'footnote' && isChrome(name, attributes, !block);
    const isAside = !block && !skipped && chrome && !outer.isChrome;
    if (isAside) {
      this.#waiting.push(this.#draft);
      this.#draft = this.#begin();
    }
    if (name === 'code' && outer.pre === 1 && this.#draft.sinceBreak === 0) outer.pre = 2;
    const heading = headingLevel(name);
    const kind = outer.kind === 'footnote' ? 'footnote' : (ownKind ?? outer.kind);
    const href = name === 'a' ? attributes['href'] : undefined;
    const isLink = href !== undefined;
    // Headings link to themselves.
    const leadsAway = isLink && !(outer.heading > 0 && href.startsWith('#'));
    if (isLink) this.#draft.links++;
    const isMark =
      !block && (name === 'a' || name === 'sup' || name === 'span') && !skipped && outer.pre === 0;
    const isRaised = outer.isRaised || name === 'sup';
    this.#frames.push({
      name,
      isBlock: block,
      isSkipped: skipped,
      isChrome: outer.isChrome || chrome,
      isContents: outer.isContents || isContents(name, attributes),
      pre: outer.pre > 0 ? outer.pre : isPreformatted(name) ? 1 : 0,
      heading: heading > 0 ? heading : name === 'body' ? 0 : outer.heading,
      kind,
      language: this.#languageOf(attributes) ?? outer.language,
      element: block || isAside ? this.#addElement(name, attributes) : outer.element,
      isLinked: outer.isLinked || leadsAway,
      isRaised,
      isAside,
      ...(isMark && { mark: this.#markBegins(attributes, isRaised, isLink) }),
      ...((name === 'td' || name === 'th') && { blocksBefore: this.#blocks.length }),
    });
    if (!skipped) this.#listener?.open(name, attributes);
  }

  ontext(data: string): void {
    if (this.#inTitle) this.#title += data;
    const frame = this.#top;
    if (frame.isSkipped) return;
    if (frame.pre > 0 && data.split('\n', mostBlocks + 1).length > mostBlocks)
      throw tooMany(this.#name, 'lines in a block', mostBlocks);
    this.#add(frame.pre > 0 ? data.replace(/\r\n?|\n/g, lineBreak) : data, frame);
  }

  onclosetag(): void {
    const frame = this.#frames.length > 1 ? this.#frames.pop() : undefined;
    if (!frame) return;
    if (frame.name === 'title') this.#inTitle = false;
    if (frame.isSkipped) return;
    if (frame.name === 'q') this.#add('\u201d', frame);
    if (frame.isBlock) this.#flush(frame);
    if (frame.mark) this.#markEnds(frame, frame.mark);
    if (frame.isAside) {
      this.#flush(frame);
      this.#draft = this.#waiting.pop() ?? this.#begin();
    }
    if (frame.blocksBefore !== undefined) this.#cellEnds(frame.blocksBefore);
    this.#listener?.close(frame.name);
  }

  finish(): Page {
    while (this.#frames.length > 1) this.onclosetag();
    this.#flush();
    return {
      blocks: this.#blocks,
      elements: this.#elements,
      title: blockText(this.#title),
      hasScripts: this.#hasScripts,
    };
  }

  get #top(): Frame {
    return this.#frames.at(-1) ?? rootFrame;
  }

  #begin(): Draft {
    const number = ++this.#drafts;
    return {
      number,
      pieces: [],
      apart: 0,
      length: 0,
      linked: 0,
      links: 0,
      sinceBreak: 0,
      id: undefined,
    };
  }

  #languageOf(attributes: HtmlAttributes): string | undefined {
    const said = attributes['lang'] ?? attributes['xml:lang'];
    return said === undefined ? undefined : (this.#understand(said).language ?? '');
  }

  #addElement(name: string, attributes: HtmlAttributes): number {
    const parent = this.#top.element;
    this.#elements.push({ name, parent, isLikelyChrome: isLikelyChrome(name, attributes) });
    return this.#elements.length - 1;
  }

  /** The last id before a block's text names it: that of its own element, or of one just around it. */
  #noteId(id: string | undefined): void {
    if (id === undefined || id.trim() === '') return;
    if (this.#draft.sinceBreak === 0 && this.#draft.pieces.length === 0) this.#id = id;
  }

  #add(text: string, frame: Frame): void {
    if (text === '') return;
    const draft = this.#draft;
    const visible = text.trim().length;
    if (visible > 0 && draft.id === undefined) {
      draft.id = this.#id;
      this.#id = undefined;
    }
    // White space before a block is none of its text; in preformatted text it may be.
    if (visible === 0 && draft.length === 0 && frame.pre === 0) return;
    draft.pieces.push(text);
    // Text may come character by character.
    if (draft.pieces.length - draft.apart > mostPieces) {
      draft.pieces.push(draft.pieces.splice(draft.apart).join(''));
      draft.apart = draft.pieces.length;
    }
    draft.length += text.length;
    draft.sinceBreak += visible;
    if (frame.isLinked) draft.linked += visible;
    this.#listener?.text(text, draft.number);
  }

  /** One break ends a line, two with nothing between them a paragraph. */
  #break(frame: Frame): void {
    const draft = this.#draft;
    if (draft.length > 0 && draft.sinceBreak === 0 && frame.pre === 0) {
      this.#flush();
      return;
    }
    if (draft.length === 0) return;
    draft.pieces.push(lineBreak);
    draft.length += lineBreak.length;
    draft.sinceBreak = 0;
  }

  #markBegins(
    attributes: HtmlAttributes,
    isRaised: boolean,
    hasLink: boolean,
  ): NonNullable<Frame['mark']> {
    const draft = this.#draft;
    draft.apart = draft.pieces.length;
    return {
      attributes,
      draft,
      pieces: draft.pieces.length,
      length: draft.length,
      linked: draft.linked,
      isRaised,
      hasLink,
    };
  }

  #markEnds({ name }: Frame, mark: NonNullable<Frame['mark']>): void {
    const { draft } = mark;
    const outer = this.#top.mark;
    if (outer && outer.draft === draft) {
      outer.isRaised ||= mark.isRaised;
      outer.hasLink ||= mark.hasLink;
    }
    const length = draft.length - mark.length;
    if (draft !== this.#draft || length <= 0 || length > longestMark) return;
    const text = draft.pieces.slice(mark.pieces).join('');
    if (!isNoteMark(text, { name, ...mark })) return;
    draft.pieces.length = mark.pieces;
    draft.apart = Math.min(draft.apart, mark.pieces);
    draft.length = mark.length;
    draft.linked = mark.linked;
  }

  /** A cell of several blocks is there for the layout: they are what they are. */
  #cellEnds(before: number): void {
    if (this.#blocks.length - before < 2) return;
    for (let index = before; index < this.#blocks.length; index++) {
      const block = this.#blocks[index];
      if (block?.kind !== 'table-cell') continue;
      const { kind: _kind, ...rest } = block;
      this.#blocks[index] = rest;
    }
  }

  #flush(frame: Frame = this.#top): void {
    const draft = this.#draft;
    if (draft.length > 0) {
      this.#draft = this.#begin();
      const target = this.#waiting.length > 0 ? this.#aside : this.#blocks;
      const heading = this.#waiting.length > 0 ? 0 : frame.heading;
      const texts = textsOf(this.#name, draft, frame);
      if (this.#blocks.length + this.#aside.length + texts.length > mostBlocks)
        throw tooMany(this.#name, 'blocks of text', mostBlocks);
      for (const text of texts) {
        target.push({
          text,
          heading,
          ...(heading === 0 && frame.kind !== undefined && { kind: frame.kind }),
          ...(draft.id !== undefined && { id: draft.id }),
          ...(frame.language && { stated: frame.language }),
          isChrome: frame.isChrome,
          isContents: frame.isContents,
          linked: draft.linked,
          links: draft.links,
          element: frame.element,
          draft: draft.number,
        });
        draft.id = undefined;
      }
    }
    if (this.#waiting.length === 0 && this.#aside.length > 0) {
      for (const block of this.#aside) this.#blocks.push(block);
      this.#aside = [];
    }
  }
}

function textsOf(name: string, { pieces }: Draft, { pre }: Frame): string[] {
  const raw = pieces.join('');
  if (pre === 1) {
    const lines = raw.replaceAll(lineBreak, '\n');
    if (lines.split('\n', mostBlocks + 1).length > mostBlocks)
      throw tooMany(name, 'lines in a block', mostBlocks);
    return findParagraphs(lines).map(({ start, end }) => lines.slice(start, end));
  }
  const text = blockText(raw);
  if (text === '') return [];
  return pre === 2 ? [text] : paragraphsOfLines(text);
}
