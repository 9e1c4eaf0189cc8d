import type { LanguageRules } from './rules.js';

export const ko: LanguageRules = {
  ordinals: 'lower',
  attribution:
    /^(?:이?라고|이?라는|하고|라며|이라며|라면서|고\s|며\s|는\s|(?:[가-힣]+\s){0,3}[가-힣]*(?:말했|물었|외쳤|답했|대답했|소리쳤|덧붙였|속삭였|인정했|설명했|밝혔)[가-힣]*[.,])/u,
  finalEndings: /[다요까죠지네군라자]$/u,
};
