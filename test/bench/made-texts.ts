/**
 * Long texts made the same way every time. Of translated sentences (source, foreign, English;
 * separated by tabs), or of the seeds' words, where side B says what side A says with words left out
 * and swapped. Either way sentences of both sides are joined, left out and put in, so that the right
 * alignment is known.
 */
import { readFileSync } from 'node:fs';
import type { Sentence, Stream } from '../../src/domain.js';
import { seededRandom } from '../seeded-random.js';
import { seedParagraphs } from './places.js';

/** A stream of these sentences, six a paragraph. */
export function streamOf(texts: readonly string[], source: number): Stream {
  let start = 0;
  const sentences = texts.map((text, index): Sentence => {
    const sentence = {
      number: index + 1,
      paragraph: 1 + Math.floor(index / 6),
      language: 'en',
      start,
      end: start + text.length,
      text,
      noise: null,
    };
    start = sentence.end + 1;
    return sentence;
  });
  return { source, language: source === 0 ? 'en' : 'und', sentences };
}

/** Makes the two sides of a pair of sentences. */
export type Material = (random: () => number) => readonly [string, string];

/** Sentences of the seeds' words; the other side leaves out, swaps and adds some. */
export function paraphrases(): Material {
  const words = seedParagraphs().flatMap((line) => line.split(/\s+/));
  return (random) => {
    const length = 6 + Math.floor(24 * random());
    const pick = (): string => words[Math.floor(random() * words.length)] ?? '';
    const first = Array.from({ length }, pick);
    const second = first
      .filter(() => random() > 0.2)
      .map((word) => (random() < 0.1 ? pick() : word));
    return [`${first.join(' ')}.`, `${second.join(' ')}.`];
  };
}

/** Sentences of a table of translations. */
export function translations(file: string): Material {
  const pairs = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, foreign = '', english = '']) => foreign.length > 20 && english.length > 20);
  return (random) => {
    const [, foreign = '', english = ''] = pairs[Math.floor(random() * pairs.length)] ?? [];
    return [foreign, english];
  };
}

/** Two sides and how they belong together. */
export interface Texts {
  readonly a: string[];
  readonly b: string[];
  readonly gold: { readonly a: number[]; readonly b: number[] }[];
}

/**
 * Two sides of about the sizes asked for: 88 % of the beads are 1-1, the rest 1-2, 2-1 or a sentence
 * on one side only, more of those where one side is to be longer. With `shuffled`, half the sentences
 * have no partner and the order of side B is lost.
 */
export function makeTexts(
  countA: number,
  countB: number,
  material: Material,
  shuffled: boolean,
): Texts {
  const random = seededRandom(countA + 31 * countB);
  const a: string[] = [];
  const b: string[] = [];
  const gold: { a: number[]; b: number[] }[] = [];
  const bead = (sidesA: readonly string[], sidesB: readonly string[]): void => {
    gold.push({ a: sidesA.map((_, i) => a.length + i), b: sidesB.map((_, i) => b.length + i) });
    a.push(...sidesA);
    b.push(...sidesB);
  };
  // What one side has more must stand alone, or in beads that are longer on that side.
  const surplus = Math.abs(countA - countB) / Math.max(countA, countB);
  while (a.length < countA || b.length < countB) {
    const [first, second] = material(random);
    const draw = random();
    const behind = b.length * countA < a.length * countB;
    if (shuffled ? draw < 0.5 : draw < 0.06 + surplus)
      bead(behind ? [] : [first], behind ? [second] : []);
    else if (!shuffled && draw < 0.12 + surplus) {
      const [otherA, otherB] = material(random);
      if (behind) bead([`${first} ${otherA}`], [second, otherB]);
      else bead([first, otherA], [`${second} ${otherB}`]);
    } else bead([first], [second]);
  }
  if (!shuffled) return { a, b, gold };
  const order = b.map((_, i) => ({ i, key: random() })).sort((x, y) => x.key - y.key);
  const place = new Map(order.map(({ i }, position) => [i, position]));
  return {
    a,
    b: order.map(({ i }) => b[i] ?? ''),
    gold: gold.map((link) => ({ a: link.a, b: link.b.map((i) => place.get(i) ?? 0) })),
  };
}
