import type { Stream } from '../../domain.js';
import { allMatches } from '../../text/patterns/all-matches.js';

/** Length of the pieces that words are cut into. */
const gramLength = 4;
/** Words and what separates them: letters, digits and signs that belong to a letter. */
const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The pieces of four characters of two streams' words, with common numbers. Texts of one language that
 * say the same in other words share stems and parts of compounds (`EU-Präsidentin`, `Präsidentin des
 * EU-Parlaments`), which whole words miss.
 */
export interface Grams {
  readonly a: SideGrams;
  readonly b: SideGrams;
  /** Log of the number of sentences of both streams over those that have it. */
  readonly rarity: Float32Array;
}

/** The pieces of one stream. */
export interface SideGrams {
  /** Distinct pieces of sentence i: `ids[offsets[i]]` to `ids[offsets[i + 1]]`, ascending. */
  readonly ids: Int32Array;
  readonly offsets: Int32Array;
  /** Length of each sentence's vector of rarities. */
  readonly norms: Float32Array;
}

/** Cuts up the words of both streams. Linear in the text. */
export function readGrams(a: Stream, b: Stream): Grams {
  const known = new Map<string, number>();
  const sides = [a, b].map(({ sentences }) =>
    sentences.map(({ text }) => [...gramsOf(text, known)].sort((x, y) => x - y)),
  );
  const counts = new Float64Array(known.size);
  let total = 0;
  for (const side of sides) {
    total += side.length;
    for (const grams of side) for (const gram of grams) counts[gram] = counts[gram]! + 1;
  }
  const rarity = Float32Array.from(counts, (count) => Math.log((total + 1) / count));
  return { a: pack(sides[0]!, rarity), b: pack(sides[1]!, rarity), rarity };
}

function gramsOf(text: string, known: Map<string, number>): Set<number> {
  const found = new Set<number>();
  for (const [written] of allMatches(text.normalize('NFKC').toLowerCase(), word)) {
    const marked = ` ${written} `;
    const last = Math.max(0, marked.length - gramLength);
    for (let at = 0; at <= last; at++) {
      const gram = marked.slice(at, at + gramLength);
      let id = known.get(gram);
      if (id === undefined) known.set(gram, (id = known.size));
      found.add(id);
    }
  }
  return found;
}

function pack(sentences: readonly (readonly number[])[], rarity: Float32Array): SideGrams {
  const offsets = new Int32Array(sentences.length + 1);
  sentences.forEach((grams, i) => (offsets[i + 1] = offsets[i]! + grams.length));
  const ids = new Int32Array(offsets[sentences.length]!);
  sentences.forEach((grams, i) => ids.set(grams, offsets[i]!));
  const norms = Float32Array.from(sentences, (grams) =>
    Math.sqrt(grams.reduce((sum, gram) => sum + rarity[gram]! ** 2, 0)),
  );
  return { ids, offsets, norms };
}
