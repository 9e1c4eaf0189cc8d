import { baseLanguage } from '../../text/tags.js';
import type { NameMention, WordForms } from '../passage/mentions.js';
import { skeletonOf } from './skeleton.js';
import { allMatches } from '../../text/patterns/all-matches.js';

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** After these a capital letter means nothing. */
const beforeStart = /[.!?…:;。！？"“”„«»‘’()[\]\n—–-]/u;

function isSentenceStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && text[before] !== '\n' && /\s/u.test(text[before]!)) before--;
  return before < 0 || beforeStart.test(text[before]!);
}

const titles =
  'Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Herrn?|Frau|Fräulein|Doktor|M|Mme|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Ss]eñora?|[Ss]eñorita|Sra?|Srta|[Dd]oña|[Ss]ignora?|[Ss]ignorina|Sig|[Ss]enhora?|[Pp]ana?|[Pp]ani|[Mm]eneer|[Mm]evrouw|[Hh]err|[Ff]ru|[Гг]осподин|[Гг]оспожа|[Мм]истер|[Мм]иссис|г-н|г-жа';
const titled = new RegExp(`(?<!\\p{L})(?:${titles})\\.?\\s\\p{Lu}`, 'u');
const titleBefore = new RegExp(`(?<!\\p{L})(?:${titles})\\.?\\s$`, 'u');

/** Texts repeat their words: this many skeletons are cached, which bounds the memory. */
const mostSkeletons = 50_000;

/** Finds names in texts of one language, and the words to look them up in. */
export class NameFinder {
  /** In German every noun is capitalised. */
  readonly #capitalsTell: boolean;
  readonly #skeletons = new Map<string, string>();

  constructor(language: string) {
    this.#capitalsTell = baseLanguage(language) !== 'de';
  }

  /**
   * Capitalised words inside a sentence; in German only after titles. Nothing in scripts without
   * case.
   */
  find(text: string): NameMention[] {
    if (!this.#capitalsTell && !titled.test(text)) return [];
    const found: NameMention[] = [];
    let end = 0;
    for (const word of text.match(wordPattern) ?? []) {
      // Only characters that belong to no word are between two words.
      const start = text.indexOf(word, end);
      end = start + word.length;
      const first = word.charCodeAt(0);
      const isSmall = first >= 0x61 && first <= 0x7a;
      if (
        isSmall ||
        !/^\p{Lu}\p{Ll}{2,}/u.test(word) ||
        (isSentenceStart(text, start) &&
          !titleBefore.test(text.slice(Math.max(0, start - 16), start)))
      )
        continue;
      const person = titleBefore.test(text.slice(Math.max(0, start - 16), start));
      if (!this.#capitalsTell && !person) continue;
      const [key, skeleton] = [foldName(word), this.#skeletonOf(word)];
      found.push({ value: word, start, end, key, skeleton, person });
    }
    return found;
  }

  /** All words of a text. */
  words(text: string): WordForms {
    const words = new Set<string>();
    const skeletons = new Set<string>();
    for (const [word] of allMatches(text, wordPattern)) {
      words.add(foldName(word));
      const skeleton = this.#skeletonOf(word);
      if (skeleton.length >= 2) skeletons.add(skeleton);
    }
    return { words, skeletons };
  }

  #skeletonOf(word: string): string {
    let skeleton = this.#skeletons.get(word);
    if (skeleton === undefined) {
      skeleton = skeletonOf(word);
      if (this.#skeletons.size >= mostSkeletons) this.#skeletons.clear();
      this.#skeletons.set(word, skeleton);
    }
    return skeleton;
  }
}

/** Lower case, without diacritics. */
function foldName(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
