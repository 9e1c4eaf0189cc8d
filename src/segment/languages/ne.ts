import type { LanguageRules } from './rules.js';

export const ne: LanguageRules = {
  always: 'डा डॉ प्रा पं स्व',
  number: 'नं पृ रु सं वि.सं',
  seldom: 'वि.सं वि ई.सं कि.मी मि',
  attribution: /^(?:\S+\s){0,4}?(?:भन्यो|भनिन्|भने|भनी|सोध्यो|सोधे|सोधिन्)(?=[\s।,]|$)/u,
};
