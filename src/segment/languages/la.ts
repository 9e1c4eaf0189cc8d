import type { LanguageRules } from './rules.js';

export const la: LanguageRules = {
  always: 'd m. l. q. cn s cf i.e e.g v vid fr',
  number: 'p pp cap lib vol art c n fol',
  seldom: 'a.d a.c a.u.c',
  often: 'etc',
};
