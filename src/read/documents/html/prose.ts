/** What a block is by its length and its links. */
import type { PageBlock } from './page.js';

/** Links make up more of a menu or a list of other pages. */
const linkedShare = 0.5;

/** Whether a block is links for the most part. */
export const isMostlyLinks = ({ text, linked }: PageBlock): boolean =>
  linked > linkedShare * text.length;

/** What is shorter, before or after an article, is a date, an author, a picture's source. */
const leadLength = 80;

/** The length of a text as if it were in an alphabet. */
const weight = ({ text }: PageBlock): number =>
  text.length + 2 * (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu) ?? []).length;

/** Whether a block is long enough to be of a text, and no list of links. */
export const isProse = (block: PageBlock): boolean =>
  !isMostlyLinks(block) && weight(block) >= leadLength;
