import type { LanguageRules } from './rules.js';

export const id: LanguageRules = {
  always:
    'dr drs dra ir prof h hj kh tn ny sdr sdri bpk yth jl jln gg pt cv ust kol letkol jend brigjen mayjen kapt a.n u.p d.a s.d dll.nya mis spt',
  number:
    'no nos hal hlm art psl ps gbr bab vol jan feb mar apr jun jul agu agt sep sept okt nov des tel telp rp km',
  seldom:
    'm.sc m.si s.h s.e s.t s.pd s.kom m.a m.m ph.d s.sos tbk ltd inc co jr sm s.m.a a.s m h. thn tgl',
  often: 'dll dsb dst dkk etc',
};
