/**
 * Carries a reviewer's decisions over to a later, realigned version of the texts. A row whose sentences
 * are all unchanged is kept as the reviewer left it, whatever the aligner finds now. For any other row,
 * what could not be kept is reported.
 */
import { judgementOf, unjudged } from '../../quality-faults.js';
import { filledCells, inTextOrder, sentencesOfSource } from '../lookup.js';
import type { Review, ReviewRow } from '../model.js';
import { sameIds, type OperationContext } from '../operations/rebuild.js';
import { cellText } from '../text.js';
import { carryNoise, lostNoise } from './carry-noise.js';
import { mapSentences, type SentenceMap } from './map-sentences.js';

/** Something that a reviewer left on a row and that the new text has no place for. */
export interface LostDecision {
  /** The row's 1-based place in the review before. */
  readonly row: number;
  /** The old row in words: the decision, the texts and why it is not kept. */
  readonly description: string;
}

/** A review carried over. */
export interface CarriedOver {
  readonly review: Review;
  /** Rows that are as the reviewer left them. */
  readonly kept: number;
  readonly lost: readonly LostDecision[];
}

/**
 * Carries the decisions of `old` over to `aligned`, a review of the same sources' new texts in which
 * nothing is decided. The history of `old` says nothing of the new text and is left behind. Near
 * linear in both reviews.
 */
export function carryOver(
  old: Review,
  aligned: Review,
  context: OperationContext = {},
): CarriedOver {
  const map = carryNoise(old, mapSentences(old, aligned), context);
  const left = old.rows.flatMap((row, index) => (isTouched(row) ? [{ row, index }] : []));
  const kept: KeptRow[] = [];
  const losing: { readonly row: ReviewRow; readonly index: number }[] = [];
  const sentences = [...map.review.sentences];
  for (const one of left) {
    const cells = cellsAfter(map, one.row);
    if (cells === null) {
      losing.push(one);
      continue;
    }
    cells.forEach((cell, stream) => {
      for (const id of cell) {
        const own = sentences[id];
        // Sentences in a reviewer's row are not noise, whatever is detected as noise now.
        if (own?.stream === null) sentences[id] = { ...own, stream, noise: null };
      }
    });
    kept.push({ old: one.row, cells });
  }
  const placed = { ...map.review, sentences };
  const { rows, lost } = leaveNotes(
    old,
    map,
    putTogether(placed, kept, map.streams, context),
    losing,
  );
  const review = { ...placed, rows: rows.map((row, id) => ({ ...row, id })) };
  return {
    review: { ...review, nextRow: rows.length, sequence: old.sequence },
    kept: kept.length,
    lost: [...lost, ...lostNoise(old, map), ...lostLanguages(old, map)].sort(
      (a, b) => a.row - b.row,
    ),
  };
}

/** Whether a person left anything on a row. */
function isTouched(row: ReviewRow): boolean {
  return (
    row.status !== 'unreviewed' ||
    row.method === 'manual' ||
    row.note !== '' ||
    row.flagged ||
    row.doubt ||
    Object.keys(row.edits).length > 0
  );
}

/** A row of the old review with its sentences' new ids. */
interface KeptRow {
  readonly old: ReviewRow;
  readonly cells: ReviewRow['cells'];
}

/** A row of the new review; `kept`: unchanged since the reviewer left it. */
interface PlacedRow {
  readonly row: ReviewRow;
  readonly kept: boolean;
}

/** The cells of a row in the new text; null when one of its sentences is another one there. */
function cellsAfter(map: SentenceMap, row: ReviewRow): ReviewRow['cells'] | null {
  const cells: (readonly number[])[] = map.review.streams.map(() => []);
  for (const [stream, cell] of row.cells.entries()) {
    if (cell.length === 0) continue;
    const target = map.streams[stream];
    if (target === undefined) return null;
    const ids: number[] = [];
    for (const id of cell) {
      const after = map.same.get(id);
      const sentence = after === undefined ? undefined : map.review.sentences[after];
      if (sentence === undefined || (sentence.stream !== null && sentence.stream !== target)) {
        return null;
      }
      ids.push(sentence.id);
    }
    cells[target] = inTextOrder(map.review, ids);
  }
  return filledCells(cells) > 0 ? cells : null;
}

/** The rows of the new review: kept ones where the aligner has their first sentence, and what is left of its own. */
function putTogether(
  review: Review,
  kept: readonly KeptRow[],
  streams: SentenceMap['streams'],
  context: OperationContext,
): readonly PlacedRow[] {
  const rowOf = new Map<number, number>();
  review.rows.forEach((row, index) => {
    for (const id of row.cells.flat()) rowOf.set(id, index);
  });
  const before = rowsBefore(review, rowOf);
  const taken = new Set(kept.flatMap(({ cells }) => cells.flat()));
  const homes = new Map<number, KeptRow[]>();
  for (const one of kept) {
    const ids = one.cells.flat();
    const home = ids.map((id) => rowOf.get(id)).find((index) => index !== undefined);
    const index = home ?? before(ids[0] ?? -1);
    homes.set(index, [...(homes.get(index) ?? []), one]);
  }
  const keep = (one: KeptRow, found?: ReviewRow): PlacedRow => ({
    row: keptRow(review, one, found, streams, context),
    kept: true,
  });
  const first = (homes.get(-1) ?? []).map((one) => keep(one));
  return [
    ...first,
    ...review.rows.flatMap((row, index): readonly PlacedRow[] => {
      const here = homes.get(index) ?? [];
      const same = here.find(({ cells }) =>
        cells.every((cell, stream) => sameIds(cell, row.cells[stream] ?? [])),
      );
      if (same !== undefined) {
        return here.map((one) => (one === same ? keep(one, row) : keep(one)));
      }
      return [
        ...here.map((one) => keep(one)),
        ...remainder(review, row, taken, context).map((own) => ({ row: own, kept: false })),
      ];
    }),
  ];
}

/** Finds the row of the sentence before one that stands in none; -1 at the beginning. */
function rowsBefore(review: Review, rowOf: ReadonlyMap<number, number>): (id: number) => number {
  const found = new Map<number, number>();
  for (let source = 0; source < review.sources.length; source++) {
    let last = -1;
    for (const { id } of sentencesOfSource(review, source)) {
      last = rowOf.get(id) ?? last;
      found.set(id, last);
    }
  }
  return (id) => found.get(id) ?? -1;
}

/** A kept row; where the aligner `found` the same one, it has what is known of it now. */
function keptRow(
  review: Review,
  { old, cells }: KeptRow,
  found: ReviewRow | undefined,
  streams: SentenceMap['streams'],
  { check }: OperationContext,
): ReviewRow {
  const edits = Object.fromEntries(
    Object.entries(old.edits).flatMap(([stream, text]) => {
      const target = streams[Number(stream)];
      return target === undefined ? [] : [[target, text] as const];
    }),
  );
  const { status, doubt, flagged, note } = old;
  const decided = { cells, status, doubt, flagged, note, edits };
  // What an edited text is worth was judged before the update, if at all.
  if (found !== undefined && old.method !== 'manual')
    return { ...unjudged(found), ...decided, ...judgementOf(isEdited(old) ? old : found) };
  const checks =
    found?.checks ?? (check === undefined || filledCells(cells) < 2 ? [] : check(review, cells));
  return { ...old, ...decided, crossing: found?.crossing ?? old.crossing, checks };
}

function isEdited({ edits }: Pick<ReviewRow, 'edits'>): boolean {
  return Object.keys(edits).length > 0;
}

/** What of a row no kept row has taken. What the aligner said of the whole of it does not hold for that. */
function remainder(
  review: Review,
  row: ReviewRow,
  taken: ReadonlySet<number>,
  { check }: OperationContext,
): readonly ReviewRow[] {
  const cells = row.cells.map((cell) => cell.filter((id) => !taken.has(id)));
  if (cells.every((cell, stream) => cell.length === row.cells[stream]?.length)) return [row];
  const rest = { ...unjudged(row), confidence: 0, doubt: true };
  if (filledCells(cells) > 1) {
    return [{ ...rest, cells, checks: check === undefined ? [] : check(review, cells) }];
  }
  return cells.flatMap((cell, stream) =>
    cell.map((id) => ({
      ...rest,
      cells: cells.map((_, index) => (index === stream ? [id] : [])),
      score: 0,
      crossing: false,
      checks: [],
    })),
  );
}

/**
 * Says of each row that could not be kept what it was, and leaves on the row that has one of its
 * sentences now what a person wrote there; that row is to be looked at again.
 */
function leaveNotes(
  old: Review,
  map: SentenceMap,
  placed: readonly PlacedRow[],
  losing: readonly { readonly row: ReviewRow; readonly index: number }[],
): { readonly rows: readonly ReviewRow[]; readonly lost: readonly LostDecision[] } {
  const rows = placed.map(({ row }) => row);
  const placeOf = new Map<number, number>();
  placed.forEach(({ row, kept }, index) => {
    if (!kept) for (const id of row.cells.flat()) placeOf.set(id, index);
  });
  const lost = losing.map(({ row, index }): LostDecision => {
    const ids = row.cells.flat();
    const now = [...ids.map((id) => map.same.get(id)), ...ids.map((id) => map.similar.get(id))];
    const place = now.map((id) => placeOf.get(id ?? -1)).find((found) => found !== undefined);
    const why = whyNot(old, map, row);
    const what = whatWas(old, row);
    const heir = rows[place ?? -1];
    if (place !== undefined && heir !== undefined) {
      rows[place] = withLegacy(map, heir, row, `before the update: ${what} (${why})`);
    }
    const texts = row.cells.flatMap((cell, stream) =>
      cell.length > 0 ? [JSON.stringify(cellText(old, row, stream))] : [],
    );
    const note = row.note === '' ? '' : `; note: ${row.note}`;
    return { row: index + 1, description: `${what}, ${texts.join(' - ')} (${why})${note}` };
  });
  return { rows, lost };
}

/** A row with what a person left on one that is gone; edits only where the cell is the same. */
function withLegacy(map: SentenceMap, row: ReviewRow, old: ReviewRow, said: string): ReviewRow {
  const edits: Record<number, string> = { ...row.edits };
  for (const [key, text] of Object.entries(old.edits)) {
    const target = map.streams[Number(key)];
    const cell = (old.cells[Number(key)] ?? []).map((id) => map.same.get(id) ?? -1);
    if (target !== undefined && sameIds(cell, row.cells[target] ?? [])) edits[target] = text;
  }
  const notes = [row.note, old.note, said].filter((note) => note !== '');
  return {
    ...(isEdited({ edits }) ? unjudged(row) : row),
    edits,
    note: [...new Set(notes)].join(' / '),
    flagged: row.flagged || old.flagged,
    doubt: true,
  };
}

/** What a person left on a row, in words. */
function whatWas(old: Review, row: ReviewRow): string {
  const edits = Object.entries(row.edits).map(([stream, text]) => {
    const { source = -1 } = old.streams[Number(stream)] ?? {};
    return `text of ${old.sources[source]?.name ?? '?'} edited to ${JSON.stringify(text)}`;
  });
  const words = [
    ...(row.status === 'unreviewed' ? [] : [row.status]),
    ...(row.flagged ? ['flagged'] : []),
    ...(row.doubt ? ['marked as doubtful'] : []),
    ...edits,
  ];
  return words.length > 0 ? words.join(', ') : 'noted';
}

/** Why a row could not be kept, source by source. */
function whyNot(old: Review, map: SentenceMap, row: ReviewRow): string {
  const reasons = row.cells.flatMap((cell, stream) => {
    const name = old.sources[old.streams[stream]?.source ?? -1]?.name ?? '?';
    const changed = cell.filter((id) => !map.same.has(id));
    const gone = changed.filter((id) => !map.similar.has(id));
    if (changed.length > 0) return [`${name}: ${gone.length > 0 ? 'no longer there' : 'changed'}`];
    const elsewhere = cell.some((id) => {
      const { stream: now = null } = map.review.sentences[map.same.get(id) ?? -1] ?? {};
      return now !== map.streams[stream] && now !== null;
    });
    return elsewhere || (cell.length > 0 && map.streams[stream] === undefined)
      ? [`${name}: now in another language`]
      : [];
  });
  return reasons.join('; ');
}

/** Paragraphs whose language a reviewer corrected and that are in another language again. */
function lostLanguages(old: Review, map: SentenceMap): readonly LostDecision[] {
  const { position, entries } = old.history;
  const corrected = new Map<string, { source: number; number: number; language: string }>();
  for (const { changes } of entries.slice(0, position)) {
    for (const change of changes) {
      if (change.type !== 'paragraph') continue;
      const { source, number, after: language } = change;
      corrected.set(`${source}:${number}`, { source, number, language });
    }
  }
  return [...corrected.values()].flatMap(({ source, number, language }) => {
    const own = sentencesOfSource(old, source).filter(({ paragraph }) => paragraph === number);
    const kept = own.every(
      ({ id }) => map.review.sentences[map.same.get(id) ?? -1]?.language === language,
    );
    if (kept) return [];
    const name = old.sources[source]?.name ?? '?';
    const ids = new Set(own.map(({ id }) => id));
    const row = old.rows.findIndex(({ cells }) => cells.flat().some((id) => ids.has(id)));
    return [{ row: row + 1, description: `paragraph ${number} of ${name} was set to ${language}` }];
  });
}
