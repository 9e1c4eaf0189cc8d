/** What is read from lists of numbers (see program.ts). Arguments are addresses of what `reserve` gave out. */
export { begin, reserve } from './memory';
export { keepKeys } from './keep-keys';
export { learnLexicon } from './lexicon';
