import type { LanguageRules } from './rules.js';

export const vi: LanguageRules = {
  always: 'ts ths gs pgs bs ks ls tp tt tx q p h ô ông.b tr.cn v.d vd nxb mr mrs dr st đc',
  number: 'số tr trang điều khoản q t đt hình bảng',
  seldom: 'tnhh cp ltd inc co a.m p.m',
  often: 'v.v vv v.v.. vân.vân',
};
