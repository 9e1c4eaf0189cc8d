import type { LanguageRules } from './rules.js';

export const sq: LanguageRules = {
  always: 'z znj zj dr prof shën sh inxh gjen kol p.sh psh d.m.th dmth d.m.t rr bul red shih krh',
  number: 'nr f fq art fig kap vol tel',
  seldom: 'sh.p.k sh.a p.e.s e.s p.k mln mld',
  often: 'etj e.t.j',
};
