import { Matcher } from './matcher.js';
import { parsePattern } from './parse-pattern.js';
import { PatternError } from './pattern.js';

/** Why an expression cannot be used, with the column; null if it can. */
export function patternProblem(source: string): string | null {
  try {
    new Matcher(parsePattern(source), 'begins');
    return null;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return `column ${error.at + 1}: ${error.message}`;
  }
}

/** Whether an expression can be used. */
export function isPattern(source: string): boolean {
  return patternProblem(source) === null;
}
