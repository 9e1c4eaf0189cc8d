/** Products of vectors, and the loops that read them while they are in memory (see kernel.ts). */
export { addSentences, makeLevel } from './blocks';
export { heaviestChain, multiplyVector, sample, scaleCentred } from './chain';
export { compareClauses } from './clauses';
export { surround } from './corridor';
export { dot, quantise } from './floats';
export { gather, multiplications, tile } from './products';
export { addUpBand, inverseSpans } from './spans';

/** Where free memory begins. */
export function freeFrom(): usize {
  return __heap_base;
}
