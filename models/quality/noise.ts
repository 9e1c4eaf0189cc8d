/** Makes noise of good pairs: what quality is fitted to tell from them, and measured on. */
import { sentenceSeparator } from '../../src/text/scripts.js';

/** What may be wrong with a pair. */
export const noiseKinds = ['wrong partner', 'truncated', 'untranslated', 'wrong language'] as const;
/** One of `noiseKinds`. */
export type NoiseKind = (typeof noiseKinds)[number];

/** A pair, and what was done to it. */
export interface MadePair {
  readonly a: string;
  readonly b: string;
  readonly kind: NoiseKind | null;
}

/** Translations of each other, in two languages. */
export interface PairedTexts {
  readonly name: string;
  /** BCP-47. */
  readonly languages: readonly [string, string];
  readonly pairs: readonly (readonly [string, string])[];
}

/** Texts in other languages, by what they say in English, to stand where they do not belong. */
export class OtherTexts {
  readonly #texts = new Map<string, { readonly language: string; readonly text: string }[]>();
  readonly #all: { readonly language: string; readonly text: string }[] = [];

  add(language: string, text: string, english: string): void {
    const entry = { language, text };
    this.#all.push(entry);
    const known = this.#texts.get(english);
    if (known) known.push(entry);
    else this.#texts.set(english, [entry]);
  }

  /** A text in none of two languages: a translation of the same, if there is one, or any. */
  draw(languages: readonly string[], english: string, random: () => number): string {
    const same = (this.#texts.get(english) ?? []).filter(
      ({ language }) => !languages.includes(language),
    );
    for (;;) {
      const list = same.length > 0 ? same : this.#all;
      const own = list[Math.floor(random() * list.length)];
      if (own && !languages.includes(own.language)) return own.text;
    }
  }
}

/** How far away a wrong partner is taken from, at most: neighbours are about the same. */
const neighbourhood = 5;

/**
 * The pairs, a share of them with something wrong, the four kinds in equal numbers. Texts that are too short to be
 * cut, and pairs that are copies already, stay good.
 */
export function withNoise(
  { languages, pairs }: PairedTexts,
  share: number,
  others: OtherTexts,
  random: () => number,
): MadePair[] {
  const upTo = (count: number): number => Math.floor(random() * count);
  return pairs.map(([a, b], at): MadePair => {
    if (random() >= share) return { a, b, kind: null };
    const kind = noiseKinds[upTo(noiseKinds.length)] ?? 'wrong partner';
    const inFirst = random() < 0.5;
    const made = (text: string): MadePair =>
      inFirst ? { a: text, b, kind } : { a, b: text, kind };
    const own = inFirst ? a : b;
    const other = inFirst ? b : a;
    switch (kind) {
      case 'wrong partner': {
        const step = 1 + upTo(neighbourhood);
        const [x, y] = pairs[
          (at + (random() < 0.5 ? step : pairs.length - step)) % pairs.length
        ] ?? ['', ''];
        const wrong = inFirst ? x : y;
        return wrong === own || (inFirst ? y : x) === other ? { a, b, kind: null } : made(wrong);
      }
      case 'truncated': {
        const cut = truncated(own, languages[inFirst ? 0 : 1] ?? '', random);
        return cut === undefined ? { a, b, kind: null } : made(cut);
      }
      case 'untranslated':
        return fold(a) === fold(b) ? { a, b, kind: null } : made(other);
      case 'wrong language':
        return made(others.draw(languages, languages[1] === 'en' ? b : '', random));
    }
  });
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Fewer words, or signs in scripts without spaces, are not cut. */
const leastWords = 6;
const leastSigns = 12;

/** A text without its end, or in one case of four its beginning; every second one ends as it did. */
function truncated(text: string, language: string, random: () => number): string | undefined {
  const separator = sentenceSeparator(language);
  const parts = separator === '' ? Array.from(text.trim()) : text.trim().split(/\s+/);
  if (parts.length < (separator === '' ? leastSigns : leastWords)) return undefined;
  const kept = Math.max(1, Math.round(parts.length * (0.3 + 0.4 * random())));
  if (random() < 0.25) return parts.slice(-kept).join(separator);
  const start = parts.slice(0, kept).join(separator);
  const end = /[\p{P}\s]*$/u.exec(text.trim())?.[0] ?? '';
  return random() < 0.5 ? start.replace(/[\p{P}\s]+$/u, '') + end : start;
}
