import type { LanguageRules } from './rules.js';

export const am: LanguageRules = {
  always: 'ዶ/ር አቶ ወ/ሮ ፕሮፌ ኢ/ር ዓ.ም. ት/ቤት',
  seldom: 'ዓ.ም ዓ.ዓ ዓ',
};
