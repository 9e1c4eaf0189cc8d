/** What a page of HTML is made of. */
import type { BlockKind } from '../../../domain.js';
import { AppError } from '../../../errors.js';
import type { HtmlAttributes } from './elements.js';

/** A block of a page. */
export interface PageBlock {
  /** With spaces as a browser shows them and a line break for each `<br>`. */
  readonly text: string;
  readonly heading: number;
  readonly kind?: BlockKind;
  /** The id that a link to it would name. */
  readonly id?: string;
  /** BCP-47, of the nearest element around it that states a language. */
  readonly stated?: string;
  /** Part of what surrounds the text of the page (menus, buttons), or not shown. */
  readonly isChrome: boolean;
  /** A list of contents. */
  readonly isContents: boolean;
  /** How many characters are in links. */
  readonly linked: number;
  /** How many links there are. */
  readonly links: number;
  /** Index of the element that it is in. */
  readonly element: number;
  /** The number that a `PageListener` was given with its text; several blocks of one text share it. */
  readonly draft: number;
}

/** An element that holds blocks. */
export interface PageElement {
  readonly name: string;
  /** Index of the element around it, -1 for the first; lower than its own. */
  readonly parent: number;
  /** Named as parts are that surround a text. */
  readonly isLikelyChrome: boolean;
}

/** A page in document order. */
export interface Page {
  readonly blocks: readonly PageBlock[];
  readonly elements: readonly PageElement[];
  /** What `<title>` says. */
  readonly title: string;
  /** Whether there are scripts: a page may get its text by them. */
  readonly hasScripts: boolean;
}

/** Hears what a page consists of, as it is walked. */
export interface PageListener {
  open(name: string, attributes: HtmlAttributes): void;
  close(name: string): void;
  /** Text of the block with this number. */
  text(text: string, draft: number): void;
}

/** Most blocks of a page, or of all pages of a book. */
export const mostBlocks = 500_000;

/** Most bytes of a page: longer than any book in one file. */
export const mostPageBytes = 20 << 20;

/** The error for a file that has more of something than its limit. */
export function tooMany(name: string, what: string, limit: number): AppError {
  return new AppError('too-large', `${name}: has more than ${limit} ${what}`, { hint: 'split it' });
}
