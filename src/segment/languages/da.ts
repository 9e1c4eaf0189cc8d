import type { LanguageRules } from './rules.js';

export const da: LanguageRules = {
  always:
    'dr hr fr frk prof sct skt cand mag stud ph.d cand.mag cand.jur cand.polit dr.phil dr.med dr.theol bl.a bla f.eks feks fx d.v.s dvs m.h.t mht ift i.f.t iflg ifølge pga p.g.a ca cirka jf jfr evt inkl ekskl hhv vedr mv.h adv ing afd tlf s.k sk såk m.fl.a',
  number:
    'nr kl s art stk kap fig bd p kr jan feb mar apr jun jul aug sep sept okt nov dec tlf ca årg §',
  seldom: 'mio mia mill kr pct stk co jr sen f.kr e.kr a.m.b.a årh',
  often: 'osv m.m m.v mv mm m.fl mfl o.l ol o.lign etc e.l el',
  ordinals: 'lower',
};
