import type { LanguageRules } from './rules.js';

export const nb: LanguageRules = {
  always:
    'dr hr fr frk prof st sankt cand mag stud ph.d bl.a bla f.eks feks dvs d.v.s iht i.h.t ifm ifb ift pga p.g.a ca cirka jf jfr evt inkl ekskl hhv vedr adv ing siv.ing avd s.k såk m.a v.hj',
  number:
    'nr kl s side art kap fig bd tlf kr jan feb mars apr jun jul aug sep sept okt nov des ca årg pst',
  seldom: 'mill mrd kr pst stk co jr sen f.kr e.kr gt årh a.s',
  often: 'osv m.m mm m.fl mfl o.l ol o.lign etc e.l mv m.v',
  ordinals: 'lower',
};
