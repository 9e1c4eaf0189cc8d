/** Marks the word under the pointer and those in the other texts that say the same. Changes no element. */
import type { App } from '../model/app.js';
import { linkedSpans, type WordSpan } from './linked-spans.js';

/** The name that the style sheet knows the highlight by. */
const highlightName = 'same-words';
/** What stands in a cell besides its text. */
const besides = '.name, .language, .sr, .before, button';

/** Follows the pointer, if the page has links between words and the browser can highlight. */
export function followWords(app: App): void {
  if (!('highlights' in CSS) || !app.data.rows.some(({ words }) => words)) return;
  let shown = '';
  let waiting = false;
  let place: PointerEvent | null = null;
  const show = (): void => {
    waiting = false;
    const spans = place === null ? null : spansAt(app, place);
    const key = spans === null ? '' : JSON.stringify([spans.index, spans.spans]);
    if (key === shown) return;
    shown = key;
    CSS.highlights.delete(highlightName);
    if (spans === null) return;
    const ranges = spans.spans.flatMap((span) => rangesOf(spans.index, span));
    CSS.highlights.set(highlightName, new Highlight(...ranges));
  };
  const later = (event: PointerEvent | null): void => {
    place = event;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(show);
  };
  document.addEventListener('pointermove', later);
  document.addEventListener('pointerdown', later);
  document.documentElement.addEventListener('pointerleave', () => later(null));
}

interface Found {
  /** Index of the row. */
  readonly index: number;
  readonly spans: readonly WordSpan[];
}

function spansAt(app: App, { target, clientX, clientY }: PointerEvent): Found | null {
  if (!(target instanceof Element)) return null;
  const text = target.closest<HTMLElement>('.text[data-column]');
  const index = Number(text?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
  if (text === null || index < 0) return null;
  const { words } = app.row(index);
  const offset = words === undefined ? null : offsetAt(text, clientX, clientY);
  if (words === undefined || offset === null) return null;
  const spans = linkedSpans(words, Number(text.dataset['column']), offset);
  return spans.length === 0 ? null : { index, spans };
}

/** The offset in a cell's text at a place on the screen. */
function offsetAt(text: HTMLElement, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  if (caret === null) return null;
  let before = 0;
  for (const node of textNodes(text)) {
    if (node === caret.node) {
      // A caret stands between characters: it may be the one before it that was meant.
      const range = document.createRange();
      range.setStart(node, Math.max(0, caret.offset - 1));
      range.setEnd(node, caret.offset);
      const isBefore = [...range.getClientRects()].some(
        (box) => box.left <= x && x < box.right && box.top <= y && y <= box.bottom,
      );
      return before + caret.offset - (isBefore ? 1 : 0);
    }
    before += node.data.length;
  }
  return null;
}

function caretAt(x: number, y: number): { readonly node: Node; readonly offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  return null;
}

/** The pieces of a cell's text; none if somebody wrote another one. */
function textNodes(text: HTMLElement): Text[] {
  if (text.querySelector('ins') !== null) return [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.parentElement?.closest(besides) === null) nodes.push(node);
  return nodes;
}

/** Where a word of a row is on the page; nowhere if its text is not drawn. */
function rangesOf(index: number, { column, start, end }: WordSpan): Range[] {
  const texts = document.querySelectorAll<HTMLElement>(
    `[data-index="${index}"] .text[data-column="${column}"]`,
  );
  return [...texts].flatMap((text) => {
    const range = document.createRange();
    let before = 0;
    let begun = false;
    for (const node of textNodes(text)) {
      const { length } = node.data;
      if (!begun && start < before + length) {
        range.setStart(node, start - before);
        begun = true;
      }
      if (begun && end <= before + length) {
        range.setEnd(node, end - before);
        return [range];
      }
      before += length;
    }
    return [];
  });
}
