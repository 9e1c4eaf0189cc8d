import type { LanguageRules } from './rules.js';

export const ta: LanguageRules = {
  always: 'திரு திருமதி செல்வி பேரா மு கி கி.பி கி.மு எ.கா',
  number: 'எண் பக் ரூ',
  seldom: 'கி.மீ மீ',
  attribution: /^(?:என்று|என்றும்|என|என்றான்|என்றாள்|என்றார்|என்றது|என்றனர்)(?=[\s.,]|$)/u,
};
