import type { LanguageRules } from './rules.js';

export const ms: LanguageRules = {
  always: 'dr en pn cik tn prof ir hj hjh dato tan jl jln kg bdr lt kol jen mej kapt spt',
  number:
    'no hlm ms bil art rajah bab vol tel rm jan feb mac apr jun jul ogos sep sept okt nov dis',
  seldom: 'sdn bhd bhd. ltd inc co a.s jr m.a ph.d',
  often: 'dll dsb dll. dst',
};
