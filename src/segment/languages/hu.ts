import type { LanguageRules } from './rules.js';

export const hu: LanguageRules = {
  always:
    'dr id ifj özv prof st szt gr br ún u.n pl vö lásd ld ill kb cca megj jún.tól főszerk szerk ford gen tbk alez ezr őrgy szds fhdgy hdgy vmint ua u.a',
  number:
    'sz o old fej ábra táb tel köt évf pp p jan febr márc ápr máj jún júl aug szept okt nov dec u krt ker em c §',
  seldom: 'kft rt zrt nyrt bt ft m mrd e.ft i.e i.sz kr.e kr.u sz. min mp ó jr',
  often: 'stb s.t.b sat u.ő',
  ordinals: 'lower',
};
