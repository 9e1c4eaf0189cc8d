import type { LanguageRules } from './rules.js';

export const ga: LanguageRules = {
  always: 'an.t an.tuas dr oll m.sh i.e .i st n.b',
  number: 'uimh lch lgh alt caib fíor iml tel',
  seldom: 'teo ltd a.d r.ch i.n r.n i.d jr',
  often: 'srl etc 7rl',
};
