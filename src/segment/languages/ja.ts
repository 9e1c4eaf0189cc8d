import type { LanguageRules } from './rules.js';

export const ja: LanguageRules = {
  attribution:
    /^(?:と(?!こ|き|て|も)|って|っと|という|といった|などと|なんて|とか|、と|，と|は|が|を|に|の|も|で|へ|だ|です|か)/u,
};
