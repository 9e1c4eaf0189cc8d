/** What is read from lists of numbers (see program.ts). Arguments are addresses of what `reserve` gave out. */
export { begin, reserve } from './memory';
export { cutClauses } from './clauses';
export { keepKeys } from './keep-keys';
export { learnLexicon } from './lexicon';
export { lookAround } from './nearby';
export { quantise } from './products';
export { readTokens } from './tokens';
export { chooseWords, compareWords } from './words';
