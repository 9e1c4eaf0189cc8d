import type { LanguageRules } from './rules.js';

export const pt: LanguageRules = {
  always:
    'sr sra srs sras srta dr dra drs prof profa eng enga arq d dna gen cel cap ten sgt maj alm pe st sto sta exmo exma ilmo ilma rev av r. pç pça trav lg p.ex por.ex ex p.e aprox cf vs v.g adv dep sen gov pres min. séc.s',
  number:
    'n nº n.º no núm art arts pág págs p pp fig figs vol vols cap tel ed séc sec t tab inc ap jan fev mar abr mai jun jul ago set out nov dez aprox km cf',
  seldom: 's.a s/a ltda lda cia inc ltd a.c d.c e.u.a eua jr máx mín',
  often: 'a.m p.m etc',
  starters:
    'contudo porém além depois então enquanto segundo durante quando hoje ontem amanhã estes estas esse essa aquele aquela eles elas nós cada vários alguns porquê como onde assim mas',
};
