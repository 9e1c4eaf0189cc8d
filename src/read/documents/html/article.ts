/** Which blocks of a page are its text, and which surround it. */
import { articleElements } from './container.js';
import type { Page, PageBlock } from './page.js';
import { isMostlyLinks, isProse } from './prose.js';
import { keptByReadability } from './readability.js';

/** What has this share of a page's text is its text, whatever it is called. */
const mainShare = 0.4;
/** An article with less of the text that is not surely around it was not found. */
const leastShare = 0.25;
/** An article that leaves out so little left it out by mistake. */
const wholeShare = 0.9;

/**
 * For each block whether it is text. A page without anything around its text is text as a whole. In
 * others Readability, the reader view of Firefox, finds the article; what stands inside of it is text, too.
 */
export function findArticle(page: Page, skeleton: string | undefined): boolean[] {
  const { blocks } = page;
  const isAround = markChrome(page);
  const isPlain = isPlainDocument(page, isAround);
  const candidates = blocks.map(
    (block, index) => !block.isChrome && isAround[index] !== true && (isPlain || !isMenu(block)),
  );
  if (isPlain) return candidates;
  const found = skeleton === undefined ? undefined : keptByReadability(skeleton);
  if (!found) return candidates;
  const length = lengthsOfDrafts(blocks);
  const isKept = blocks.map(
    ({ draft }, index) =>
      candidates[index] === true && (found.get(draft) ?? 0) * 2 > (length.get(draft) ?? 0),
  );
  const text = sumWhere(blocks, candidates);
  const kept = sumWhere(blocks, isKept);
  if (kept < leastShare * text) return candidates;
  return complete(page, candidates, isKept);
}

/** Which blocks are in elements named as those around a text, where that can be right. */
function markChrome({ blocks, elements }: Page): boolean[] {
  const lengths = new Float64Array(elements.length);
  const hasTitle = new Uint8Array(elements.length);
  let total = 0;
  for (const { text, element, heading, isChrome } of blocks) {
    if (isChrome || element < 0) continue;
    total += text.length;
    lengths[element] = (lengths[element] ?? 0) + text.length;
    if (heading === 1 && elements[element]?.isLikelyChrome !== true) hasTitle[element] = 1;
  }
  for (let index = elements.length - 1; index >= 0; index--) {
    const parent = elements[index]?.parent ?? -1;
    if (parent < 0) continue;
    lengths[parent] = (lengths[parent] ?? 0) + (lengths[index] ?? 0);
    if (hasTitle[index] === 1 || elements[index]?.name === 'article') hasTitle[parent] = 1;
  }
  const isAround = new Uint8Array(elements.length);
  elements.forEach(({ parent, isLikelyChrome }, index) => {
    const isSmall = (lengths[index] ?? 0) <= mainShare * total;
    if (
      (isLikelyChrome && isSmall && hasTitle[index] !== 1) ||
      (parent >= 0 && isAround[parent] === 1)
    )
      isAround[index] = 1;
  });
  return blocks.map(({ element }) => element >= 0 && isAround[element] === 1);
}

/** Whether nothing on a page shows that there is more than a text on it. */
function isPlainDocument({ blocks }: Page, isAround: readonly boolean[]): boolean {
  return !blocks.some(
    (block, index) =>
      (block.isChrome && !block.isContents) || isAround[index] === true || isMenu(block),
  );
}

/** Several links in one line, and next to nothing else. */
const isMenu = (block: PageBlock): boolean =>
  block.links >= 3 && block.kind !== 'list-item' && isMostlyLinks(block);

/** Pieces of a draft are trimmed where they are counted: the length without white space compares best. */
function lengthsOfDrafts(blocks: readonly PageBlock[]): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const { draft, text } of blocks) {
    lengths.set(draft, (lengths.get(draft) ?? 0) + text.length);
  }
  return lengths;
}

function sumWhere(blocks: readonly PageBlock[], which: readonly boolean[]): number {
  return blocks.reduce(
    (sum, { text }, index) => sum + (which[index] === true ? text.length : 0),
    0,
  );
}

/**
 * The article with what Readability takes out of articles: lists, tables and captions between its
 * paragraphs, its title, what leads into it, its footnotes.
 */
function complete(page: Page, candidates: readonly boolean[], kept: readonly boolean[]): boolean[] {
  const { blocks } = page;
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  const share = sumWhere(blocks, kept) / sumWhere(blocks, candidates);
  const isInside = articleElements(page, candidates, kept);
  const title = findTitle(blocks, candidates, first);
  const isText = blocks.map((block, index) => {
    if (kept[index] === true) return true;
    if (candidates[index] !== true) return false;
    if (index === title || block.kind === 'footnote') return true;
    if (block.heading > 0 && index > title && index < first) return true;
    if (index > first && index < last) return block.heading > 0 || !isMostlyLinks(block);
    if (isMostlyLinks(block)) return false;
    if (share > wholeShare) return true;
    const isPart =
      isProse(block) || block.kind !== undefined || (block.heading > 0 && index > last);
    return isInside(block.element) && isPart;
  });
  // A heading of what is no text is none either.
  return isText.map(
    (is, index) =>
      is &&
      (kept[index] === true ||
        index === title ||
        blocks[index]?.heading === 0 ||
        isText[index + 1] === true),
  );
}

/** The title of the article: the last heading of the first level before it. */
function findTitle(
  blocks: readonly PageBlock[],
  candidates: readonly boolean[],
  first: number,
): number {
  for (let index = first; index >= 0; index--) {
    if (candidates[index] === true && blocks[index]?.heading === 1) return index;
  }
  return first;
}
