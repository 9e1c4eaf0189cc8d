import type { LanguageRules } from './rules.js';

export const cy: LanguageRules = {
  always: 'dr mr mrs ms parch yr.athro st e.e h.y sef gw cf d.s',
  number: 'rhif t tud tt pen cyf ffig rhan',
  seldom: 'cyf ltd o.c c.c a.m y.b y.h jr',
  often: 'ayb a.y.b ayyb etc',
};
