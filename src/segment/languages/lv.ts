import type { LanguageRules } from './rules.js';

export const lv: LanguageRules = {
  always:
    'dr prof doc akad inž kgs kdze sv ģen plkv kpt piem t.i ti t.s ts t.sk tsk sal skat resp t.n saīs apm īp galv',
  number: 'nr lpp p art att tab tālr plkst ap janv febr apr jūn jūl aug sept okt nov dec §',
  seldom: 'milj mljrd tūkst ls eur a.s sia g gs p.m.ē p.kr m.ē st min gad',
  often: 'u.c uc utt u.t.t u.tml utml u.t.jpr',
  ordinals: 'lower',
};
