import type { LanguageRules } from './rules.js';

export const eu: LanguageRules = {
  always: 'jn dr prof adib',
  number: 'zk or orr art irud kap tel zenb',
  seldom: 'k.a k.o a.m p.m m.a',
  often: 'etab eta abar e.a',
  ordinals: 'lower',
};
