/**
 * Visits pairs of a row and a column that cover a plane evenly: two additive sequences with irrational steps
 * (Roberts' R2 sequence), the same on every machine.
 */
export function spreadPairs(
  samples: number,
  rows: number,
  columns: number,
  visit: (row: number, column: number) => void,
): void {
  for (let k = 0; k < samples; k++) {
    visit(
      Math.floor(((k * 0.7548776662466927) % 1) * rows),
      Math.floor(((k * 0.5698402909980532) % 1) * columns),
    );
  }
}

/**
 * The function of a pair of `spreadPairs`, computed once for each pair of a plane with fewer cells than samples.
 * It must never be NaN.
 */
export function oncePerCell(
  samples: number,
  rows: number,
  columns: number,
  compute: (row: number, column: number) => number,
): (row: number, column: number) => number {
  if (rows * columns > samples) return compute;
  const known = new Float64Array(rows * columns).fill(NaN);
  return (row, column) => {
    const at = row * columns + column;
    const value = known[at]!;
    return value === value ? value : (known[at] = compute(row, column));
  };
}
