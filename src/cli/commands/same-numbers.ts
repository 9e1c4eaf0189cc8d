/** Alignments whose files count sentences in different ways, brought together by the texts. */
import { sentenceTexts } from '../../score/compared-rows.js';
import { placeSentences } from '../../score/place-sentences.js';
import { countSame, type SourceDigests } from '../../score/sentence-digests.js';
import type { CommandContext } from './command.js';
import { countDiffers, type ReadBeads } from './read-beads.js';

/** An alignment, and the file as typed. */
export interface NamedBeads<T> {
  readonly name: string;
  readonly read: ReadBeads<T>;
}

/** Fewer texts that are found would compare too little. */
const leastFound = 0.8;

/**
 * Two alignments that count the same sentences. Moses and columns hold texts only, each line of which counts as a sentence: if the
 * other file has the texts, too, its sentences are found in it.
 */
export async function withSameNumbers<T>(
  context: Pick<CommandContext, 'warn'>,
  one: NamedBeads<T>,
  two: NamedBeads<T>,
): Promise<readonly [ReadBeads<T>, ReadBeads<T>]> {
  const [first, second] = [one.read, two.read];
  const { texts: a } = first;
  const { texts: b } = second;
  if (!a || !b) return [first, second];
  if (!countDiffers(first.beads, second.beads) && areSame(a.digests, b.digests))
    return [first, second];
  // The file of fewer sentences is the one whose lines are several of the other's.
  const isFirst = sentenceCount(a.digests) <= sentenceCount(b.digests);
  const [own, others] = isFirst ? [a, b] : [b, a];
  const { name, read } = isFirst ? one : two;
  const other = sentenceTexts(await others.open());
  const placed = sentenceTexts(await own.open()).map((texts, source) =>
    placeSentences(texts, other[source] ?? new Map()),
  );
  const [found, all] = [
    placed.reduce((sum, { size }) => sum + size, 0),
    sentenceCount(own.digests),
  ];
  if (found < leastFound * all) return [first, second];
  context.warn({
    code: 'note',
    message: `${name}: counts other sentences; ${found} of ${all} of its texts are found in ${(isFirst ? two : one).name}`,
  });
  const numbered: ReadBeads<T> = {
    ...read,
    placed,
    beads: read.beads.map((bead) => ({
      a: renumbered(bead.a, placed[0]),
      b: renumbered(bead.b, placed[1]),
    })),
  };
  return isFirst ? [numbered, second] : [first, numbered];
}

/** Numbers from 0, as those of the other file. */
function renumbered(
  numbers: readonly number[],
  placed: ReadonlyMap<number, readonly number[]> | undefined,
): number[] {
  return numbers.flatMap((number) => (placed?.get(number + 1) ?? []).map((own) => own - 1));
}

function sentenceCount(digests: readonly SourceDigests[]): number {
  return digests.reduce((sum, { count }) => sum + count, 0);
}

/** Whether the sentences of the same numbers are mostly the same. */
function areSame(a: readonly SourceDigests[], b: readonly SourceDigests[]): boolean {
  const { same, all } = countSame(a, b, 'bare');
  return same >= leastFound * all;
}
