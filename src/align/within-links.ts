import { joinModels } from './input/join-models.js';
import type { Bead } from '../domain.js';
import { isRun, type Anchor } from './input/anchors.js';
import type { StreamInput } from './input/stream-input.js';
import { pickSentences } from './input/pick-sentences.js';
import { alignParallel } from './parallel/align-parallel.js';

/**
 * Aligns the sentences inside links that join several: a paragraph of a translation memory becomes the
 * beads of its sentences. Other beads stay. Linear in the links for links of bounded size.
 *
 * @param beads an alignment that holds the links as beads of the method `anchor`
 * @param links the links to look into
 * @param maxBead the most sentences on a side of what is found in them
 */
export function alignWithinLinks(
  givenA: StreamInput,
  givenB: StreamInput,
  beads: readonly Bead[],
  links: readonly Anchor[],
  maxBead?: number,
): Bead[] {
  const long = new Set(links.filter((link) => isLong(link)).map(keyOf));
  if (long.size === 0) return [...beads];
  const [a, b] = joinModels(givenA, givenB);
  return beads.flatMap((bead) => {
    if (bead.method !== 'anchor' || !long.has(keyOf(bead))) return [bead];
    const inside = alignParallel(pickSentences(a, bead.a), pickSentences(b, bead.b), { maxBead });
    return inside.map((own): Bead => ({
      ...own,
      a: own.a.map((position) => bead.a[position]!),
      b: own.b.map((position) => bead.b[position]!),
      crossing: bead.crossing || own.crossing,
    }));
  });
}

/** Sentences that are not neighbours belong together only because the link says so. */
const isLong = ({ a, b }: Anchor): boolean =>
  a.length > 0 && b.length > 0 && a.length + b.length > 2 && isRun(a) && isRun(b);

const keyOf = ({ a, b }: Anchor): string => `${a[0]}-${a.at(-1)}:${b[0]}-${b.at(-1)}`;
