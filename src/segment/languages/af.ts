import type { LanguageRules } from './rules.js';

export const af: LanguageRules = {
  always: 'dr mnr mev mej prof ds adv st bv d.w.s d.i m.b.t i.v.m o.a w.o n.a.v genl kol kapt',
  number: 'nr art bl p vgl afd par tel ca ong hfst',
  seldom: 'bpk edms mpy v.c n.c vm nm jr sr',
  often: 'ens ensovoorts e.s.m e.d.m',
};
