/** Where in the text of a cell the findings of the checks stand. */
import type { Check, Span } from '../domain.js';
import type { Cell } from '../write/records/records.js';
import type { PageMark } from './data/page-data.js';

/**
 * The passages of a cell's text that its row's checks are about, in order, without overlap. Their places are
 * known in the source; the text that is shown may lack markup or join distant sentences, so each is looked
 * for near its place. A finding in a text that a reviewer changed has no place.
 */
export function marksOf(
  source: string,
  { stream, spans }: Pick<Cell, 'stream' | 'spans'>,
  shown: string,
  checks: readonly Check[],
): PageMark[] {
  const marks: PageMark[] = [];
  checks.forEach(({ code, a, b }, check) => {
    // These are about the text as a whole.
    if (code === 'length' || code === 'untranslated') return;
    for (const side of [a, b]) {
      if (side.stream !== stream) continue;
      for (const span of side.spans) {
        const found = findNear(shown, source.slice(span.start, span.end), placeIn(spans, span));
        if (found !== null) marks.push([found, found + span.end - span.start, check]);
      }
    }
  });
  marks.sort((x, y) => x[0] - y[0] || y[1] - x[1]);
  let end = 0;
  return marks.filter((mark) => {
    if (mark[0] < end) return false;
    end = mark[1];
    return true;
  });
}

/** About where a place of the source stands in the text of the spans. */
function placeIn(spans: readonly Span[], { start }: Span): number {
  let before = 0;
  for (const span of spans) {
    if (start < span.end) return before + Math.max(0, start - span.start);
    before += span.end - span.start + 1;
  }
  return before;
}

function findNear(text: string, wanted: string, place: number): number | null {
  if (wanted === '') return null;
  const before = text.lastIndexOf(wanted, place);
  const after = text.indexOf(wanted, Math.min(place, text.length));
  if (before < 0) return after < 0 ? null : after;
  return after < 0 || place - before <= after - place ? before : after;
}
