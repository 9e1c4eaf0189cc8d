/** Splitting as somebody wants it: by rules of SRX, by paralign's own, with abbreviations. */
import type { SplittingRules } from '../../read/splitting/rules.js';
import { inOneLine, segmentText, type Splitter } from '../segment-text.js';
import { abbreviationsFor, endsInAbbreviation } from './abbreviations.js';
import { SrxSplitter } from './srx-splitter.js';

/** The splitter that the rules describe: `segmentText` where they say nothing. */
export function makeSplitter({ srx, abbreviations = [] }: SplittingRules = {}): Splitter {
  const bySrx = srx && new SrxSplitter(srx);
  const known = new Map<string, (text: string, at: number) => boolean>();
  const staysOpen = (language: string): ((text: string, at: number) => boolean) | undefined => {
    if (abbreviations.length === 0) return undefined;
    let test = known.get(language);
    if (test === undefined) {
      const words = abbreviationsFor(abbreviations, language);
      test = (text, at) => endsInAbbreviation(text, at, words);
      known.set(language, test);
    }
    return test;
  };
  return (text, language) =>
    bySrx?.split(inOneLine(text), language, staysOpen(language)) ??
    segmentText(text, language, staysOpen(language));
}
