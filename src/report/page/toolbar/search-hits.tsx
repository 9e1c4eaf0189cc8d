/** Marks what was found in the rows in sight, without drawing them again (CSS Custom Highlight API). */
import { useEffect } from 'preact/hooks';
import type { App } from '../model/app.js';
import { findHits, makeQuery, type Query } from '../model/search.js';
import { useStore } from '../model/use-store.js';

/** Draws nothing itself. */
export function SearchHits({ app }: { readonly app: App }) {
  const search = useStore(app.state, (state) => state.filter.search);
  useEffect(() => {
    const query = makeQuery(search);
    if (!('highlights' in CSS)) return;
    CSS.highlights.delete('hits');
    if (query === null) return;
    let frame = 0;
    const mark = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        CSS.highlights.set('hits', new Highlight(...hitsInSight(query))),
      );
    };
    mark();
    // Rows come and go as they scroll by, and are hidden a moment after the search.
    const later = setTimeout(mark, 150);
    addEventListener('scroll', mark, { passive: true, capture: true });
    return () => {
      clearTimeout(later);
      cancelAnimationFrame(frame);
      removeEventListener('scroll', mark, { capture: true });
    };
  }, [search]);
  return null;
}

function hitsInSight(query: Query): Range[] {
  const ranges: Range[] = [];
  // Only rows are asked for their place: asking a cell makes the browser draw a row that it skips.
  for (const row of document.querySelectorAll('.body > .row, .piece')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (top > innerHeight) break;
    if (bottom < 0 || bottom === top) continue;
    for (const cell of row.querySelectorAll('.text')) ranges.push(...hitsIn(cell, query));
  }
  return ranges;
}

/** The hits in an element, which may run over several pieces of text. */
function hitsIn(element: Element, query: Query): Range[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest('.name, .language, button, .sr'))
      nodes.push(node);
  const text = nodes.map(({ data }) => data).join('');
  return findHits(query, text).flatMap(([start, end]) => {
    const from = placeIn(nodes, start, false);
    const to = placeIn(nodes, end, true);
    if (!from || !to) return [];
    const range = new Range();
    range.setStart(...from);
    range.setEnd(...to);
    return [range];
  });
}

function placeIn(nodes: readonly Text[], at: number, isEnd: boolean): [Text, number] | null {
  let before = 0;
  for (const node of nodes) {
    const end = before + node.length;
    if (isEnd ? at <= end : at < end) return [node, at - before];
    before = end;
  }
  return null;
}
