/** A review's rows some steps ago, found by walking back through its history. */
import { AlignmentHash, type HashedRow } from '../../report/alignment-hash.js';
import { invertChange } from '../change.js';
import { rowNumber, sentenceOf } from '../lookup.js';
import type { Change, Review, ReviewRow } from '../model.js';
import { sameCells } from '../operations/merge-changes.js';
import type { ReviewTexts } from '../parts.js';

/** Limit on steps walked back that split sentences: each costs a list of all sentences. */
const mostCuts = 100;

/** The same where nothing but the rows is asked of each state. */
const mostCutsOfAlignment = 2000;

/** The rows of a review at some point of its history. */
export interface PastState {
  readonly texts: ReviewTexts;
  /** By id. */
  readonly rows: ReadonlyMap<number, ReviewRow>;
  /** How many steps ago it was. */
  readonly stepsAgo: number;
}

/**
 * The past state whose rows differ least from the table; the latest if there are several. `differences`
 * says how much a row differs; undefined stands for a missing row. It is called for `ids` at first, and
 * again for each row that a step changes. Linear in the rows and the history.
 */
export function likeliestState(
  review: Review,
  ids: readonly number[],
  differences: (id: number, row: ReviewRow | undefined, texts: ReviewTexts) => number,
): PastState {
  const wanted = new Set(ids);
  const costs = new Map<number, number>();
  let total = 0;
  const weigh = (id: number, state: Walk): void => {
    if (!wanted.has(id)) return;
    const cost = differences(id, state.rows.get(id), state.texts);
    total += cost - (costs.get(id) ?? 0);
    costs.set(id, cost);
  };
  const walk = new Walk(review);
  for (const id of wanted) weigh(id, walk);
  let best = 0;
  let least = total;
  for (let steps = 1; least > 0; steps++) {
    const touched = walk.back();
    if (touched === null) break;
    for (const id of touched) weigh(id, walk);
    if (total < least) [best, least] = [steps, total];
  }
  const found = new Walk(review);
  for (let step = 0; step < best; step++) found.back();
  return { texts: found.texts, rows: found.rows, stepsAgo: best };
}

/**
 * The state whose alignment has this hash (`alignmentHash`): the present one, or the nearest before it, or
 * the nearest of those that were undone; null if there is none. Linear in the rows and the history.
 */
export function stateOfAlignment(review: Review, hash: string): PastState | null {
  return (
    findAlignment(review, hash, (walk) => walk.back()) ??
    findAlignment(review, hash, (walk) => walk.forward())
  );
}

function findAlignment(
  review: Review,
  hash: string,
  step: (walk: Walk) => ReadonlySet<number> | null,
): PastState | null {
  const walk = new Walk(review, mostCutsOfAlignment);
  const known = new Map<
    number,
    { readonly cells: ReviewRow['cells']; readonly hashed: HashedRow }
  >();
  const alignment = new AlignmentHash(review.sources.map(({ text }) => text));
  const update = (id: number): boolean => {
    const row = walk.rows.get(id);
    const before = known.get(id);
    if (row && before && sameCells(row.cells, before.cells)) return false;
    if (before) alignment.remove(before.hashed);
    known.delete(id);
    if (row) {
      const hashed = hashedRow(walk.texts, row);
      known.set(id, { cells: row.cells, hashed });
      alignment.add(hashed);
    }
    return true;
  };
  for (const id of walk.rows.keys()) update(id);
  let changed = true;
  for (let steps = 0; ; steps++) {
    if (changed && alignment.digest() === hash)
      return { texts: walk.texts, rows: walk.rows, stepsAgo: steps };
    const touched = step(walk);
    if (touched === null) return null;
    changed = false;
    for (const id of touched) changed = update(id) || changed;
  }
}

function hashedRow(texts: ReviewTexts, row: ReviewRow): HashedRow {
  const cells = row.cells.map((cell) => cell.map((id) => sentenceOf(texts, id)));
  return { number: rowNumber(row), cells };
}

class Walk {
  readonly rows: Map<number, ReviewRow>;
  texts: ReviewTexts;
  #position: number;
  #cuts = 0;

  constructor(
    private readonly review: Review,
    private readonly cutLimit = mostCuts,
  ) {
    this.rows = new Map(review.rows.map((row) => [row.id, row]));
    this.texts = review;
    this.#position = review.history.position;
  }

  /** Goes one step back; returns the ids of the rows it changes, null at the beginning. */
  back(): ReadonlySet<number> | null {
    const entry = this.review.history.entries[this.#position - 1];
    if (entry === undefined || this.#cuts >= this.cutLimit) return null;
    this.#position--;
    const touched = new Set<number>();
    for (const change of [...entry.changes].reverse()) this.#revert(change, touched);
    return touched;
  }

  /** Goes one step on, which was undone; as `back`, null at the end. */
  forward(): ReadonlySet<number> | null {
    const entry = this.review.history.entries[this.#position];
    if (entry === undefined || this.#cuts >= this.cutLimit) return null;
    this.#position++;
    const touched = new Set<number>();
    for (const change of entry.changes) this.#revert(invertChange(change), touched);
    return touched;
  }

  #revert(change: Change, touched: Set<number>): void {
    if (change.type === 'rows') {
      for (const { id } of change.inserted) {
        this.rows.delete(id);
        touched.add(id);
      }
      for (const row of change.removed) {
        this.rows.set(row.id, row);
        touched.add(row.id);
      }
    } else if (change.type === 'status') {
      change.rows.forEach((id, index) => {
        const row = this.rows.get(id);
        const status = change.before[index];
        if (row === undefined || status === undefined) return;
        this.rows.set(id, { ...row, status });
        touched.add(id);
      });
    } else if (change.type === 'sentences') {
      this.#cuts++;
      const sentences = [...this.texts.sentences];
      for (const { id } of change.inserted) sentences[id] = undefined;
      for (const sentence of change.removed) sentences[sentence.id] = sentence;
      this.texts = { ...this.texts, sentences };
    }
  }
}
