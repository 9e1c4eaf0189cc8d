import type { EvidenceKind } from './evidence-list.js';
import { areRelatives } from './relatives.js';

/** What the passages with a clear language say about the whole document. */
export interface DocumentLanguages {
  /** Share of each language in the document. */
  readonly shares: ReadonlyMap<string, number>;
  /** The language with the largest share. */
  readonly main: string;
  /** Number of letters in all passages. */
  readonly total: number;
}

/** Shorter passages without a clear answer get the document's language. */
export const clearLetters = 12;
/** Share assumed for a language that the document does not contain. */
const unseenShare = 0.08;
/** With fewer letters than this, the document's language prevails over its relatives ... */
const shortLetters = 60;
/** ... unless they explain the text better by this many nats. */
const relativeNats = 3;
/** A relative with this share of the document, and this many letters, is not a mistake. */
const relativeShare = 0.03;
const relativeLetters = 100;
/**
 * The languages found in a script are evidence for other text in that script: this share is little
 * ...
 */
const littleShare = 0.1;
/** ... and so is this number of letters. */
const littleLetters = 30;
/**
 * Bonus in nats for the most widely read language of a script, if the document has next to nothing
 * in that script.
 */
const commonNats = 4;
const mostCommon = new Set(['ru', 'ar', 'hi', 'en']);

/** What is known of the languages of one script, and the priors made from it. */
interface ScriptPriors {
  /** Share of the document that is in any of the languages. */
  readonly within: number;
  /** Short or not, doubled, and one more for a guess. */
  readonly byCase: (Float64Array | undefined)[];
}

/**
 * Logarithm of the prior that the document gives a language, among the text in the same script: a
 * little Japanese in an English document suggests that other ideographs are Japanese, too.
 */
export class DocumentPrior {
  readonly #document: DocumentLanguages;
  readonly #scripts = new Map<readonly string[], ScriptPriors>();

  constructor(document: DocumentLanguages) {
    this.#document = document;
  }

  /** The prior of each language that a passage may be in; passages share these arrays. */
  of({ letters, distinct, languages }: EvidenceKind): Float64Array {
    const { shares, main, total } = this.#document;
    let script = this.#scripts.get(languages);
    if (script === undefined) {
      let within = 0;
      for (const language of languages) within += shares.get(language) ?? 0;
      this.#scripts.set(languages, (script = { within, byCase: [] }));
    }
    const isShort = letters < shortLetters;
    const isGuess =
      script.within * total < clearLetters &&
      letters < clearLetters &&
      (distinct || main !== 'und');
    return (script.byCase[(isShort ? 2 : 0) + (isGuess ? 1 : 0)] ??= Float64Array.from(
      languages,
      (language) => this.#priorOf(language, script.within, isShort, isGuess),
    ));
  }

  #priorOf(language: string, within: number, isShort: boolean, isGuess: boolean): number {
    const { shares, main, total } = this.#document;
    const scale = Math.min(1, within + littleShare + littleLetters / Math.max(1, total));
    const whole = shares.get(language) ?? 0;
    const share = whole / scale;
    const seen = whole >= relativeShare && whole * total >= relativeLetters;
    const doubt = isShort && !seen && language !== main && areRelatives(language, main);
    return (
      (shares.size === 0 ? 0 : Math.log(unseenShare + (1 - unseenShare) * share)) -
      (doubt ? relativeNats : 0) +
      (isGuess && mostCommon.has(language) ? commonNats : 0)
    );
  }
}
