import type { LanguageRules } from './rules.js';

export const tl: LanguageRules = {
  always: 'g gng bb dr dra prof sto sta st gob sen kgg atty engr hal hen kap',
  number: 'blg p pp tel vol no',
  seldom: 'inc ltd co corp jr sr a.m p.m n.u n.h n.g',
  often: 'atbp etc',
};
