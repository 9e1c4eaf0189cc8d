/** Anchors by what sentences say: a translation memory knows texts, not the numbers of sentences. */
import type { Source } from '../../domain.js';
import type { SourceAnchors } from './source-anchors.js';

/** Texts that are translations of each other, as a file of them says. Plain data. */
export interface AnchorTexts {
  /** The file's name, for messages. */
  readonly name: string;
  readonly pairs: readonly (readonly [string, string])[];
}

/** Anchors that were found, and how many pairs were looked for. */
export interface FoundAnchors {
  readonly anchors: readonly SourceAnchors[];
  /** Different pairs of which both texts stand in the sources. */
  readonly found: number;
}

/** Most neighbouring sentences that one text of a pair may be. */
const mostSentences = 3;

/**
 * Finds the pairs in each two sources, whichever way round: a text is one sentence, or two or three
 * neighbours in a paragraph. What stands in a source more than once is no anchor, since nobody knows which
 * is meant, and no sentence is in two anchors. Noise is left out. Linear in the sources and the pairs.
 */
export function anchorsOfTexts(sources: readonly Source[], { pairs }: AnchorTexts): FoundAnchors {
  const wanted = pairs.map(([a, b]) => [fold(a), fold(b)] as const);
  const known = new Set(wanted.flat());
  const places = sources.map((source) => placesOf(source, known));
  const found = new Set<string>();
  const anchors: SourceAnchors[] = [];
  places.forEach((placesA, a) => {
    places.slice(a + 1).forEach((placesB, offset) => {
      const links: { a: readonly number[]; b: readonly number[] }[] = [];
      const [takenA, takenB] = [new Set<number>(), new Set<number>()];
      const add = (textA: string, textB: string): boolean => {
        const [left, right] = [placesA.get(textA), placesB.get(textB)];
        if (!left || !right) return false;
        if (left.some((number) => takenA.has(number)) || right.some((number) => takenB.has(number)))
          return false;
        for (const number of left) takenA.add(number);
        for (const number of right) takenB.add(number);
        links.push({ a: left, b: right });
        return true;
      };
      for (const [one, other] of wanted) {
        // Two short words may be spelt alike in both languages.
        if (add(one, other) || (one !== other && add(other, one))) found.add(`${one}\n${other}`);
      }
      if (links.length > 0) anchors.push({ a, b: a + 1 + offset, links });
    });
  });
  return { anchors, found: found.size };
}

/** The sentences whose text is wanted, for texts that stand in a source just once. */
function placesOf(source: Source, wanted: ReadonlySet<string>): Map<string, readonly number[]> {
  const places = new Map<string, readonly number[] | null>();
  const sentences = source.sentences.filter(({ noise }) => noise === null);
  sentences.forEach(({ paragraph }, from) => {
    const numbers: number[] = [];
    let text = '';
    for (const sentence of sentences.slice(from, from + mostSentences)) {
      if (sentence.paragraph !== paragraph) break;
      numbers.push(sentence.number);
      text += `${text === '' ? '' : ' '}${sentence.text}`;
      const folded = fold(text);
      if (!wanted.has(folded)) continue;
      places.set(folded, places.has(folded) ? null : [...numbers]);
    }
  });
  const once = new Map<string, readonly number[]>();
  for (const [text, numbers] of places) if (numbers !== null) once.set(text, numbers);
  return once;
}

/** White space and normal form mean nothing; case and punctuation do. Nothing at all is nobody's text. */
function fold(text: string): string {
  const folded = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(folded) ? folded : '\0';
}
