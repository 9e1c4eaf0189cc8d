/** Pairs between several sides put together to groups with one document of each. */

/** Two documents, by side and position. */
export interface SidePair {
  readonly sides: readonly [number, number];
  readonly a: number;
  readonly b: number;
  readonly probability: number;
}

/** Documents that say the same thing, at most one of each side. */
export interface DocumentGroup<Pair extends SidePair> {
  /** Position on each side; undefined where the side has none. */
  readonly members: readonly (number | undefined)[];
  /** The pairs within it, the likeliest first. */
  readonly pairs: readonly Pair[];
}

/** Joins pairs to groups, the likeliest first, as long as no side has two documents in one. */
export function groupPairs<Pair extends SidePair>(
  pairs: readonly Pair[],
  sides: number,
): DocumentGroup<Pair>[] {
  interface Group {
    members: (number | undefined)[];
    pairs: Pair[];
  }
  const groupOf = new Map<string, Group>();
  const find = (side: number, position: number): Group => {
    const key = `${side} ${position}`;
    let group = groupOf.get(key);
    if (group === undefined) {
      group = { members: Array.from({ length: sides }, () => undefined), pairs: [] };
      group.members[side] = position;
      groupOf.set(key, group);
    }
    return group;
  };
  const ordered = [...pairs].sort(
    (x, y) =>
      y.probability - x.probability ||
      x.sides[0] - y.sides[0] ||
      x.sides[1] - y.sides[1] ||
      x.a - y.a ||
      x.b - y.b,
  );
  for (const pair of ordered) {
    const x = find(pair.sides[0], pair.a);
    const y = find(pair.sides[1], pair.b);
    if (x === y) {
      x.pairs.push(pair);
      continue;
    }
    if (x.members.some((member, side) => member !== undefined && y.members[side] !== undefined))
      continue;
    y.members.forEach((member, side) => {
      if (member === undefined) return;
      x.members[side] = member;
      groupOf.set(`${side} ${member}`, x);
    });
    x.pairs.push(...y.pairs, pair);
  }
  return [...new Set(groupOf.values())].filter((group) => group.pairs.length > 0);
}
