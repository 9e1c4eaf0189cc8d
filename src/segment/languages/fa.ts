import type { LanguageRules } from './rules.js';

export const fa: LanguageRules = {
  always: 'د ج م ق.م',
  number: 'ص ج ش',
  seldom: 'ه.ش ه.ق هـ.ش هـ.ق ق.م م ه ش ق هـ',
  attribution:
    /^(?:\S+\s){0,3}?(?:گفت|گفتند|می‌گوید|پرسید|پرسیدند|فریاد زد|جواب داد|پاسخ داد|افزود)(?=[\s.،]|$)/u,
};
