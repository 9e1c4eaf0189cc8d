import type { LanguageRules } from './rules.js';

export const ku: LanguageRules = {
  always: 'dr prof birêz xanim bnr wek mînak',
  number: 'hej r no',
  seldom: 'b.z p.z z',
  often: 'hwd h.w.d ûhd û.h.d',
  ordinals: 'lower',
};
