import type { LanguageRules } from './rules.js';

export const mk: LanguageRules = {
  always:
    'д-р проф доц акад инж г-дин г-ѓа св ул бул пл на.пр напр т.е те т.н тн т.нар види сп вкл англ ген пол',
  number: 'стр с чл ст бр сл таб гл том тел',
  seldom: 'г год в хил мил млрд ден пр.н.е н.е мин сек',
  often: 'итн и.т.н и.др др и.сл сл',
};
