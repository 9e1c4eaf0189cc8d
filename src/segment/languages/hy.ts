import type { LanguageRules } from './rules.js';

export const hy: LanguageRules = {
  always: 'դոկտ պրոֆ տիկ պրն սբ օր ս.թ այսինքն',
  number: 'էջ նկ հատ գլ',
  seldom: 'թ թթ դ դդ մլն մլրդ հազ մ.թ.ա մ.թ ք.ա',
  often: 'և.այլն այլն',
  terminators: ':',
  fullStops: '։:',
};
