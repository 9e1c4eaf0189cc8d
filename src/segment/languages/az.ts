import type { LanguageRules } from './rules.js';

export const az: LanguageRules = {
  always: 'dr prof akad məs bax küç pr gen e.ə b.e m.ə',
  number: 'səh s № nr tel bənd maddə',
  seldom: 'mln mlrd min man il mmc asc',
  often: 'və.s və.b s',
};
