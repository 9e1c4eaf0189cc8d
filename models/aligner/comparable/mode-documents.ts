import type { Mode } from '../../../src/domain.js';
import { pickSentences } from '../../../src/align/input/pick-sentences.js';
import { comparableSets } from '../../../test/bench/gold-sets.js';
import type { FitDocument } from './documents.js';
import { seededRandom } from '../../../test/seeded-random.js';

/** A document with the mode that is right for it. */
export type ModeDocument = FitDocument & { readonly answer: Mode };

/**
 * The development documents; stretches of the parallel ones, some with a chapter missing on one side;
 * and the made documents that overlap in part or not at all.
 */
export function chunkDocuments(documents: readonly FitDocument[]): ModeDocument[] {
  const result: ModeDocument[] = [];
  let made = 0;
  for (const document of documents) {
    if (document.set === 'books' && (document.made || /\d\.[a-z]{2}-/.test(document.name)))
      continue;
    const comparable = [
      ...comparableSets,
      'apa-de-levels',
      'easy-german',
      'ablit-en-abridged',
    ].includes(document.set);
    if (document.name.includes('^')) continue;
    if (document.made) {
      made++;
      if (!document.set.startsWith('onestop') && made % 3 === 0) {
        result.push({ ...document, answer: 'comparable' });
      }
      continue;
    }
    result.push({ ...document, answer: comparable ? 'comparable' : 'parallel' });
    result.push(...copies(document));
    if (comparable || document.gold.length < 60) continue;
    const random = seededRandom(`mode/${document.set}/${document.name}`);
    for (const size of [6, 10, 15, 25, 40, 80, 150]) {
      if (size >= document.gold.length) continue;
      const from = Math.floor(random() * (document.gold.length - size));
      const cut = size >= 80 ? Math.floor((0.2 + 0.3 * random()) * size) : 0;
      const at = Math.floor(random() * (size - cut));
      const side = random() < 0.5 ? 'a' : 'b';
      const beads = document.gold.slice(from, from + size);
      const missing = new Set(beads.slice(at, at + cut));
      const ascending = (x: number, y: number): number => x - y;
      const rows = (which: 'a' | 'b'): number[] =>
        beads
          .filter((bead) => which !== side || !missing.has(bead))
          .flatMap((bead) => bead[which])
          .sort(ascending);
      result.push({
        ...document,
        name: `${document.name}#${size}`,
        a: pickSentences(document.a, rows('a')),
        b: pickSentences(document.b, rows('b')),
        gold: [],
        made: true,
        answer: 'parallel',
      });
    }
  }
  return result;
}

/** How much of a copy differs from the text it was made from. */
const lost = [0, 0.1];

/**
 * A text beside itself, and beside copies that lack some of its sentences: editions of one text run side by
 * side, though no two languages and no translator's freedom tell so.
 */
function copies(document: FitDocument): ModeDocument[] {
  const random = seededRandom(`copy/${document.set}/${document.name}`);
  return lost.map((share) => {
    const rows = [...document.a.stream.sentences.keys()].filter(() => random() >= share);
    return {
      ...document,
      set: 'copies',
      name: `${document.set}/${document.name}-${share}`,
      b: pickSentences(document.a, rows),
      gold: [],
      made: true,
      answer: 'parallel',
    };
  });
}
