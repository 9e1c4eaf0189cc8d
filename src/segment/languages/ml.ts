import type { LanguageRules } from './rules.js';

export const ml: LanguageRules = {
  always: 'ഡോ ശ്രീ ശ്രീമതി പ്രൊഫ അഡ്വ',
  number: 'നം പേ രൂ',
  seldom: 'ക്രി.പി ക്രി.മു കി.മീ',
  attribution: /^(?:എന്ന്|എന്നു|എന്നും|എന്ന|അവൻ പറഞ്ഞു|അവൾ പറഞ്ഞു)(?=[\s.,]|$)/u,
};
