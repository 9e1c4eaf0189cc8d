import type { LanguageRules } from './rules.js';

export const hi: LanguageRules = {
  always: 'डॉ डा प्रो पं कु सु मो स्व एड ले मि इं',
  number: 'सं पृ क्र नं रु',
  seldom: 'ई.पू ई पू कि.मी मी',
  often: 'आदि',
  attribution:
    /^(?:\S+\s){0,4}?(?:ने\s)?(?:\S+\s)?(?:कहा|पूछा|बोला|बोली|बोले|चिल्लाया|चिल्लाई|जवाब दिया|उत्तर दिया)(?=[\s।,]|$)/u,
};
