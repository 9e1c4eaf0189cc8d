import { floatAt, intAt, setFloat } from './memory';
import { Band, longestSpan } from './plane';

/** Raises the best cosines of a row's sentence and of those of the columns (see `leaveRow`). */
export function raiseBest(band: Band, i: i32): void {
  const low = intAt(band.first, i);
  const end = intAt(band.end, i);
  const up = floatAt(band.spansA, i * longestSpan);
  let sums = band.sums + ((<usize>intAt(band.offsets, i)) << 3);
  let best = floatAt(band.bestA, i);
  for (let j = low; j < end; j++) {
    const product = load<f64>(sums, 8) - load<f64>(sums);
    const cosine = product * up * floatAt(band.spansB, j * longestSpan);
    if (cosine > best) best = cosine;
    if (cosine > floatAt(band.bestB, j)) setFloat(band.bestB, j, cosine);
    sums += 8;
  }
  setFloat(band.bestA, i, best);
}
