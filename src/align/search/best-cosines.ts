import type { Band } from './band.js';
import { search } from './search-program.js';

/** Highest cosine of each sentence with a single sentence of the other side in the band; at least 0. */
export interface BestCosines {
  readonly bestA: Float64Array;
  readonly bestB: Float64Array;
}

/** Finds the highest cosine of each sentence. Time: cells of the band. */
export function bestCosines(
  rows: number,
  columns: number,
  { first, end, offsets, sums }: Band,
  spansA: Float64Array,
  spansB: Float64Array,
): BestCosines {
  return search((input) => {
    const { program } = input;
    const arrays = [first, end, offsets, sums, spansA, spansB];
    const addresses = arrays.map((array) => input.add(array));
    const bestA = input.add(new Float64Array(rows));
    const bestB = input.add(new Float64Array(columns));
    // In the order of `assembly/plane.ts`.
    const bandAt = input.fields(rows, columns, ...addresses, bestA, bestB);
    input.write();
    program.bestCosines(bandAt);
    const { buffer } = program.memory;
    return {
      bestA: new Float64Array(buffer, bestA, rows).slice(),
      bestB: new Float64Array(buffer, bestB, columns).slice(),
    };
  });
}
