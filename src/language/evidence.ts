import { francAll } from 'franc';
import { CANDIDATES } from './candidates.js';

/** How well a text fits a language, best first; scores are comparable only within one text. */
export interface Guess {
  /** BCP-47. */
  readonly language: string;
  readonly score: number;
}

/** Asks franc which of the candidate languages a prepared text may be in. */
export function guessLanguages(text: string, only: ReadonlySet<string> | null): Guess[] {
  const codes = Object.keys(CANDIDATES).filter(
    (code) => only === null || only.has(CANDIDATES[code] ?? ''),
  );
  return francAll(text, { only: codes, minLength: 1 })
    .filter(([code]) => code in CANDIDATES)
    .map(([code, score]) => ({ language: CANDIDATES[code] ?? 'und', score }));
}
