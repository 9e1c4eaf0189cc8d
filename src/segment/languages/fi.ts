import type { LanguageRules } from './rules.js';

export const fi: LanguageRules = {
  always:
    'tri dr hra rva nti prof fil toht dipl ins maist toim toimitusjoht esim mm ml ts t.s ks vrt n nk ns ym.s po os. nyk oik sis puh.joht piispa st pyh ed til. alk synt kuol kts',
  number: 's siv nr n:o art kpl luku kuva taul puh klo v vv § n',
  seldom: 'milj mrd tuh eur mk kpl h min sek eaa jaa e.kr j.kr ekr jkr oy vast jr sen',
  often: 'jne ym yms jms tms',
  ordinals: 'lower',
};
