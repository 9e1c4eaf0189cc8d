import type { LanguageRules } from './rules.js';

export const eo: LanguageRules = {
  always: 'd-ro s-ro s-ino f-ino prof kp ekz t.e t.n k.a ĉ ĉef inkl antaŭ',
  number: 'n-ro n p paĝ art fig vol ĉap jan feb mar apr maj jun jul aŭg sep okt nov dec',
  seldom: 'a.k p.k i.a mln mlrd',
  often: 'ktp k.t.p k.s k.c etc kc ks',
};
