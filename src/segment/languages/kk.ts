import type { LanguageRules } from './rules.js';

export const kk: LanguageRules = {
  always: 'т.ғ.д проф акад мыс қар көш обл ауд т.а',
  number: 'б бб сур кест тел №',
  seldom: 'ж жж ғ ғғ мың млн млрд тг б.з.д б.з',
  often: 'т.б тб т.с.с т.с',
};
