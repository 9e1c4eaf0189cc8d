/** Two alignments of the same texts, side by side: what both have, and the places where they differ. */
import { statuses, type Status } from '../domain.js';

/** A row of an alignment, as far as it is compared. */
export interface ComparedRow {
  /** The row's number in its file; its place among the links if it has none. */
  readonly id: number;
  /** Numbers of its sentences, from 1, one list for each text; in at least one of them. */
  readonly sentences: readonly (readonly number[])[];
  readonly status: Status;
  /** 0 to 1; null where nobody measured it. */
  readonly confidence: number | null;
  readonly note: string;
}

/** Rows of both files that are not in the other one, and what they have in common: sentences. */
export interface Difference {
  readonly a: readonly ComparedRow[];
  readonly b: readonly ComparedRow[];
}

/** How far two people agree about rows that both of them decided on. */
export interface DecisionAgreement {
  /** Rows with the same sentences that have a decision in both. */
  readonly rows: number;
  readonly alike: number;
  /** Cohen's kappa, up to 1: how much they agree beyond chance; null if there is nothing to agree about. */
  readonly kappa: number | null;
  /** How often the first decided as the row says and the second as the column does. */
  readonly table: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The rows that they decided differently. */
  readonly different: readonly (readonly [a: ComparedRow, b: ComparedRow])[];
}

/** What a comparison finds. */
export interface Comparison {
  /** Links that both have, and that only one has; a rejected row is none. */
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** In the order of the first text. */
  readonly differences: readonly Difference[];
  readonly decisions: DecisionAgreement;
}

/** Compares the rows of two alignments, which count the same sentences. Near linear in them. */
export function compareAlignments(
  a: readonly ComparedRow[],
  b: readonly ComparedRow[],
): Comparison {
  const [linksA, linksB] = [a.filter(isLink), b.filter(isLink)];
  const [keysA, keysB] = [new Set(linksA.map(keyOf)), new Set(linksB.map(keyOf))];
  const onlyA = linksA.filter((row) => !keysB.has(keyOf(row)));
  const onlyB = linksB.filter((row) => !keysA.has(keyOf(row)));
  return {
    both: [...keysA].filter((key) => keysB.has(key)).length,
    onlyA: onlyA.length,
    onlyB: onlyB.length,
    differences: differencesOf(onlyA, onlyB),
    decisions: agreementOf(a, b),
  };
}

/** Whether a row links sentences of at least two texts. */
export function isLink({ sentences, status }: ComparedRow): boolean {
  return status !== 'rejected' && sentences.filter(({ length }) => length > 0).length > 1;
}

function keyOf({ sentences }: ComparedRow): string {
  return sentences.map((own) => own.join(',')).join(':');
}

/** Rows that share a sentence, directly or through others, are one place. */
function differencesOf(a: readonly ComparedRow[], b: readonly ComparedRow[]): Difference[] {
  const rows = [...a, ...b];
  const parents = rows.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = index; at !== root;) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  const known = new Map<string, number>();
  for (const [index, { sentences }] of rows.entries())
    for (const [text, own] of sentences.entries())
      for (const number of own) {
        const key = `${text}:${number}`;
        const other = known.get(key);
        if (other === undefined) known.set(key, index);
        else parents[rootOf(index)] = rootOf(other);
      }
  const places = new Map<number, { a: ComparedRow[]; b: ComparedRow[] }>();
  for (const [index, row] of rows.entries()) {
    const root = rootOf(index);
    const place = places.get(root) ?? { a: [], b: [] };
    places.set(root, place);
    place[index < a.length ? 'a' : 'b'].push(row);
  }
  const byText = (x: ComparedRow, y: ComparedRow): number => firstOf(x) - firstOf(y) || x.id - y.id;
  const found = [...places.values()].map((place) => ({
    a: place.a.sort(byText),
    b: place.b.sort(byText),
  }));
  const firstOfPlace = ({ a: own, b: other }: Difference): number =>
    Math.min(...[...own, ...other].map(firstOf));
  return found
    .map((place) => ({ place, first: firstOfPlace(place) }))
    .sort((x, y) => x.first - y.first)
    .map(({ place }) => place);
}

/** The first sentence of a row in the first text that it has a part of. */
function firstOf({ sentences }: ComparedRow): number {
  return sentences.find(({ length }) => length > 0)?.[0] ?? Infinity;
}

const decisions = statuses.filter((status) => status !== 'unreviewed');

function agreementOf(a: readonly ComparedRow[], b: readonly ComparedRow[]): DecisionAgreement {
  const others = new Map(b.filter(isDecided).map((row) => [keyOf(row), row]));
  const table = Object.fromEntries(
    decisions.map((own) => [own, Object.fromEntries(decisions.map((other) => [other, 0]))]),
  );
  const different: (readonly [ComparedRow, ComparedRow])[] = [];
  let [rows, alike] = [0, 0];
  for (const row of a) {
    const other = isDecided(row) ? others.get(keyOf(row)) : undefined;
    if (!other) continue;
    rows++;
    const own = table[row.status];
    if (own) own[other.status] = (own[other.status] ?? 0) + 1;
    if (row.status === other.status) alike++;
    else different.push([row, other]);
  }
  const chance = decisions.reduce((sum, decision) => {
    const first = decisions.reduce((all, other) => all + (table[decision]?.[other] ?? 0), 0);
    const second = decisions.reduce((all, other) => all + (table[other]?.[decision] ?? 0), 0);
    return sum + (first / rows) * (second / rows);
  }, 0);
  // If both always decide the same one thing, chance explains everything.
  const kappa = rows === 0 || chance === 1 ? null : (alike / rows - chance) / (1 - chance);
  return { rows, alike, kappa, table, different };
}

/** Whether somebody decided about a row. */
export function isDecided({ status }: ComparedRow): boolean {
  return status !== 'unreviewed';
}
