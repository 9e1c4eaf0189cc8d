/**
 * Pairs of a row and a column that cover a plane evenly: two additive sequences with irrational steps
 * (Roberts' R2 sequence), the same on every machine.
 */
export function* spreadPairs(
  samples: number,
  rows: number,
  columns: number,
): Generator<readonly [row: number, column: number]> {
  for (let k = 0; k < samples; k++) {
    yield [
      Math.floor(((k * 0.7548776662466927) % 1) * rows),
      Math.floor(((k * 0.5698402909980532) % 1) * columns),
    ];
  }
}
