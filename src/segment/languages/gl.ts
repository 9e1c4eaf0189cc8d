import type { LanguageRules } from './rules.js';

export const gl: LanguageRules = {
  always:
    'sr sra srta d dna dr dra prof lic enx gral cap mons p.ex p.e avda av r exc ilmo ilma pza estr sto sta',
  number:
    'n núm art páx páxs p pp fig vol cap tel ed cf vid km aprox xan feb abr ag set out nov dec',
  seldom: 's.a s.l cía ltda inc a.c d.c ee.uu ee uu',
  often: 'a.m p.m etc',
};
