import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { pieceElement } from './skeleton.js';

/**
 * How many characters of each draft (by its number) Readability takes for the article's; undefined if it
 * finds no article.
 *
 * @param html what a `Skeleton` wrote
 */
export function keptByReadability(html: string): ReadonlyMap<number, number> | undefined {
  const { document } = parseHTML(html);
  const article = new Readability<unknown>(document, {
    serializer: (node) => node,
    disableJSONLD: true,
    keepClasses: true,
  }).parse();
  const content = article?.content;
  if (!isElement(content)) return undefined;
  const kept = new Map<number, number>();
  for (const piece of content.querySelectorAll(pieceElement)) {
    const draft = Number(piece.getAttribute('value'));
    const { length } = (piece.textContent ?? '').trim();
    kept.set(draft, (kept.get(draft) ?? 0) + length);
  }
  return kept;
}

/** As much of the DOM as is used here. */
interface ElementLike {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<ElementLike>;
}

function isElement(value: unknown): value is ElementLike {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}
