import type { LanguageRules } from './rules.js';

export const sv: LanguageRules = {
  always:
    'dr hr fr frk prof st s:t s:ta sankt fil.dr bl.a bla t.ex tex d.v.s dvs s.k sk p.g.a pga ca cirka jfr jmf inkl exkl fr.o.m t.o.m f.d fd m.a.o i.o.m enl dir adv ing avd red pol.mag fil.kand f.ö t.h',
  number:
    'nr kl s sid sida art kap fig bd tel kr jan feb mars apr jun jul aug sep sept okt nov dec ca årg st §',
  seldom: 'milj mkr mdr kr st co jr sen f.kr e.kr årh e.m f.m em fm tkr',
  often: 'osv o.s.v m.m mm m.fl mfl o.d o.dyl etc e.d',
};
