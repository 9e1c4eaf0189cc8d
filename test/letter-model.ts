import type { Embedder } from '../src/domain.js';

/** A model of letters: texts of the same letters are alike. No files, no runtime. */
export const letterModel: Embedder = {
  id: 'letters',
  dimension: 16,
  languages: null,
  embed: async (given) => {
    const units = new Float32Array(16 * given.length);
    const norms = new Float32Array(given.length);
    given.forEach((text, row) => {
      const own = units.subarray(16 * row, 16 * (row + 1));
      for (let at = 0; at < text.length; at++) own[text.charCodeAt(at) % 16]! += 1;
      const norm = Math.hypot(...own);
      norms[row] = norm;
      if (norm > 0) own.forEach((value, at) => (own[at] = value / norm));
    });
    return { vectors: { count: given.length, dimension: 16, units, norms }, pieces: null };
  },
  close: async () => {},
};
