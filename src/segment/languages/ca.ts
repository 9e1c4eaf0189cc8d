import type { LanguageRules } from './rules.js';

export const ca: LanguageRules = {
  always:
    'sr sra srta srs dr dra prof st sta ex p.ex p.e excm excma il·lm il·lma av avda pl c ctra mn gral cap',
  number: 'núm num art pàg pàgs pag p pp fig vol cap cf vid ed tel aprox km segle s',
  seldom: 's.a s.l s.l.u cia ltd inc ee.uu ee uu a.c d.c',
  often: 'a.m p.m etc',
};
