/** The element of a page that its article is in. */
import type { Page } from './page.js';
import { isMostlyLinks, isProse } from './prose.js';

/**
 * Which elements are inside the one that holds the article: the innermost around all that was kept, the
 * element for articles around that, and as much around it as holds more prose than anything else.
 *
 * @param candidates the blocks that may be text
 * @param kept those that surely are
 */
export function articleElements(
  page: Page,
  candidates: readonly boolean[],
  kept: readonly boolean[],
): (element: number) => boolean {
  const { elements } = page;
  const outer = widen(page, candidates, articleAround(page, commonElement(page, kept)));
  if (outer < 0) return () => true;
  const inside = new Uint8Array(elements.length);
  elements.forEach(({ parent }, index) => {
    if (index === outer || (parent >= 0 && inside[parent] === 1)) inside[index] = 1;
  });
  return (element) => inside[element] === 1;
}

function articleAround({ elements }: Page, element: number): number {
  let outer = element;
  while (outer >= 0 && !/^(?:article|main)$/.test(elements[outer]?.name ?? '')) {
    outer = elements[outer]?.parent ?? -1;
  }
  return outer < 0 ? element : outer;
}

function widen(
  { blocks, elements }: Page,
  candidates: readonly boolean[],
  element: number,
): number {
  const prose = new Float64Array(elements.length);
  const other = new Float64Array(elements.length);
  blocks.forEach((block, index) => {
    const may = candidates[index] === true;
    const linked = isMostlyLinks(block);
    // Short cells and items are of a text as often as not; what is surely no text says nothing.
    if (block.element < 0 || (!linked && (!may || (block.kind !== undefined && !isProse(block)))))
      return;
    const sums = may && isProse(block) ? prose : other;
    sums[block.element] = (sums[block.element] ?? 0) + block.text.length;
  });
  for (let index = elements.length - 1; index >= 0; index--) {
    const parent = elements[index]?.parent ?? -1;
    if (parent < 0) continue;
    prose[parent] = (prose[parent] ?? 0) + (prose[index] ?? 0);
    other[parent] = (other[parent] ?? 0) + (other[index] ?? 0);
  }
  let outer = element;
  for (let next = elements[element]?.parent ?? -1; next >= 0; next = elements[next]?.parent ?? -1) {
    const more = (prose[next] ?? 0) - (prose[outer] ?? 0);
    if (more > 0 && more >= (other[next] ?? 0) - (other[outer] ?? 0)) outer = next;
  }
  return outer;
}

/** The innermost element that all of the kept blocks are in. */
function commonElement({ blocks, elements }: Page, kept: readonly boolean[]): number {
  let common = -2;
  blocks.forEach(({ element }, index) => {
    if (kept[index] !== true) return;
    if (common === -2) common = element;
    let other = element;
    // An element's number is higher than that of the one around it.
    while (other !== common) {
      if (other > common) other = elements[other]?.parent ?? -1;
      else common = elements[common]?.parent ?? -1;
    }
  });
  return common;
}
