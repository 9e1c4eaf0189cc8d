/** Carries sentences that a reviewer marked as noise over to the new text. */
import { unjudged } from '../../quality-faults.js';
import { filledCells, sentencesOfSource } from '../lookup.js';
import type { Review, ReviewRow } from '../model.js';
import { checksOf, type OperationContext } from '../operations/rebuild.js';
import type { SentenceMap } from './map-sentences.js';

/** The new text, with sentences marked as noise that a reviewer marked before and that are unchanged. Near linear. */
export function carryNoise(old: Review, map: SentenceMap, context: OperationContext): SentenceMap {
  const noise = new Set<number>();
  for (const own of old.sentences) {
    const now = own?.noise === 'manual' ? map.same.get(own.id) : undefined;
    if (now !== undefined && map.review.sentences[now]?.stream != null) noise.add(now);
  }
  if (noise.size === 0) return map;
  const sentences = map.review.sentences.map((own) =>
    own !== undefined && noise.has(own.id)
      ? { ...own, stream: null, noise: 'manual' as const }
      : own,
  );
  const review = { ...map.review, sentences };
  const rows = map.review.rows.flatMap((row): readonly ReviewRow[] => {
    const cells = row.cells.map((cell) => cell.filter((id) => !noise.has(id)));
    if (cells.every((cell, stream) => cell.length === row.cells[stream]?.length)) return [row];
    if (filledCells(cells) === 0) return [];
    // The aligner's scores for the whole row do not apply to the rest.
    const checks = checksOf(review, { cells, edits: {} }, context);
    return [
      { ...unjudged(row), cells, score: 0, confidence: 0, crossing: false, doubt: true, checks },
    ];
  });
  // An empty review can't be opened.
  return rows.length === 0 ? map : { ...map, review: { ...review, rows } };
}

/** Sentences that were noise by hand and that the new text has nearly the same, as what was lost. */
export function lostNoise(
  old: Review,
  map: SentenceMap,
): readonly { readonly row: number; readonly description: string }[] {
  const marked = old.sentences.filter(
    (own) => own?.noise === 'manual' && !map.same.has(own.id) && map.similar.has(own.id),
  );
  if (marked.length === 0) return [];
  const rowOf = new Map<number, number>();
  old.rows.forEach((row, index) => row.cells.flat().forEach((id) => rowOf.set(id, index + 1)));
  const places = new Map<number, number>();
  old.sources.forEach((_, source) => {
    let last = 1;
    for (const { id } of sentencesOfSource(old, source)) {
      last = rowOf.get(id) ?? last;
      places.set(id, last);
    }
  });
  return marked.flatMap((own) => {
    if (own === undefined) return [];
    const { name = '?', text = '' } = old.sources[own.source] ?? {};
    const said = JSON.stringify(text.slice(own.start, own.end));
    return [
      { row: places.get(own.id) ?? 1, description: `marked as noise: ${said} (${name}: changed)` },
    ];
  });
}
