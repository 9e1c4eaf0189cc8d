import { baseLanguage } from '../../text/tags.js';
import type { NameMention, WordForms } from '../passage/mentions.js';
import { mayHave, Sign, signsOf, signsOfUnit } from '../passage/signs.js';
import { skeletonOf } from './skeleton.js';

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** A word that begins as a name does. */
const nameHere = /\p{Lu}\p{Ll}{2,}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/uy;
/** A text up to a place inside a word, or after what may stand inside one. */
const insideWord = /[\p{L}\p{M}]['’-]?$/u;

const titles =
  'Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Herrn?|Frau|Fräulein|Doktor|M|Mme|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Ss]eñora?|[Ss]eñorita|Sra?|Srta|[Dd]oña|[Ss]ignora?|[Ss]ignorina|Sig|[Ss]enhora?|[Pp]ana?|[Pp]ani|[Mm]eneer|[Mm]evrouw|[Hh]err|[Ff]ru|[Гг]осподин|[Гг]оспожа|[Мм]истер|[Мм]иссис|г-н|г-жа';
const titleBefore = new RegExp(`(?<!\\p{L})(?:${titles})\\.?\\s$`, 'u');
/** How long a title is, with the full stop and the space after it. */
const titleLength = 16;

/** Texts repeat their words: this many are kept, which bounds the memory. */
const mostForms = 50_000;

/** One word in the forms in which it is looked up. */
class WordForm {
  readonly #word: string;
  /** In lower case without diacritics. */
  readonly key: string;
  #skeleton: string | undefined;

  constructor(word: string) {
    this.#word = word;
    this.key = foldName(word);
  }

  get skeleton(): string {
    return (this.#skeleton ??= skeletonOf(this.#word));
  }
}

/** A name at its place. */
class FoundName implements NameMention {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly person: boolean;
  readonly #form: WordForm;

  constructor(value: string, start: number, form: WordForm, person: boolean) {
    this.value = value;
    this.start = start;
    this.end = start + value.length;
    this.#form = form;
    this.person = person;
  }

  get key(): string {
    return this.#form.key;
  }

  get skeleton(): string {
    return this.#form.skeleton;
  }
}

/** The words of a passage; most are never compared by their skeletons. */
class FoundWords implements WordForms {
  readonly words: ReadonlySet<string>;
  readonly #forms: readonly WordForm[];
  #skeletons: ReadonlySet<string> | undefined;

  constructor(forms: readonly WordForm[]) {
    this.#forms = forms;
    this.words = new Set(forms.map(({ key }) => key));
  }

  get skeletons(): ReadonlySet<string> {
    return (this.#skeletons ??= new Set(
      this.#forms.map(({ skeleton }) => skeleton).filter(({ length }) => length >= 2),
    ));
  }
}

const noNames: readonly NameMention[] = [];

/** Finds names in texts of one language, and the words to look them up in. */
export class NameFinder {
  /** In German every noun is capitalised. */
  readonly #capitalsTell: boolean;
  readonly #forms = new Map<string, WordForm>();

  constructor(language: string) {
    this.#capitalsTell = baseLanguage(language) !== 'de';
  }

  /**
   * Capitalised words inside a sentence; in German only after titles. Nothing in scripts without
   * case.
   */
  find(text: string, signs = signsOf(text)): readonly NameMention[] {
    if (!mayHave(signs, Sign.capital)) return noNames;
    const found: NameMention[] = [];
    for (let start = 0; start < text.length; start++) {
      const unit = text.charCodeAt(start);
      if (unit < 0x80 && (unit < 0x41 || unit > 0x5a)) continue;
      if (!mayHave(signsOfUnit(unit), Sign.capital) || isSecondHalf(unit)) continue;
      if (isInsideWord(text, start)) continue;
      const starts = isSentenceStart(text, start);
      if (starts && !hasTitleBefore(text, start)) continue;
      nameHere.lastIndex = start;
      const word = nameHere.exec(text)?.[0];
      if (word === undefined) continue;
      const person = starts || hasTitleBefore(text, start);
      if (this.#capitalsTell || person)
        found.push(new FoundName(word, start, this.#formOf(word), person));
      start += word.length - 1;
    }
    return found;
  }

  /** All words of a text. */
  words(text: string): WordForms {
    return new FoundWords((text.match(wordPattern) ?? []).map((word) => this.#formOf(word)));
  }

  #formOf(word: string): WordForm {
    let form = this.#forms.get(word);
    if (form === undefined) {
      form = new WordForm(word);
      if (this.#forms.size >= mostForms) this.#forms.clear();
      this.#forms.set(word, form);
    }
    return form;
  }
}

/** Of a character beyond the basic plane. */
function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function signsAt(text: string, at: number): number {
  return at < 0 ? 0 : signsOfUnit(text.charCodeAt(at));
}

/** Whether the letter at a place goes on with a word. */
function isInsideWord(text: string, at: number): boolean {
  const before = signsAt(text, at - 1);
  if ((before & (Sign.letter | Sign.mark)) !== 0) return true;
  if ((before & (Sign.loose | Sign.hyphen | Sign.half)) === 0) return false;
  return insideWord.test(text.slice(Math.max(0, at - 3), at));
}

/** After a mark, or at the beginning of a line, a capital letter means nothing. */
function isSentenceStart(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const signs = signsAt(text, before);
    if ((signs & Sign.beforeStart) !== 0) return true;
    if ((signs & Sign.space) === 0) return false;
  }
  return true;
}

function hasTitleBefore(text: string, at: number): boolean {
  if ((signsAt(text, at - 1) & Sign.space) === 0) return false;
  return titleBefore.test(text.slice(Math.max(0, at - titleLength), at));
}

const beyondAscii = /[^\0-\x7f]/;

/** Lower case, without diacritics. */
function foldName(word: string): string {
  if (!beyondAscii.test(word)) return word.toLowerCase();
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
