/** What is read from lists of numbers (see program.ts). Arguments are addresses of what `reserve` gave out. */
export { begin, reserve } from './memory';
export { cutClauses } from './clauses';
export { keepKeys } from './keep-keys';
export { learnLexicon } from './lexicon';
export { findLookalikes, listSpecialWords } from './lookalikes';
export { lookAround } from './nearby';
export { quantise } from './products';
export { listPairs, readSigns } from './signs';
export { listUnknown } from './text';
export { readTokens } from './tokens';
export { chooseWords, compareWords } from './words';
