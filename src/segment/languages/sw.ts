import type { LanguageRules } from './rules.js';

export const sw: LanguageRules = {
  always: 'dk dkt bw bi bib prof mhe mch st k.m kmf',
  number: 'na uk kur tel sh tsh ksh',
  seldom: 'k.k b.k ltd',
  often: 'n.k nk k.v',
};
