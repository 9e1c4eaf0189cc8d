import type { LanguageRules } from './rules.js';

export const nl: LanguageRules = {
  always:
    'dr drs ir ing mr mevr mej dhr hr prof ds pr st mw jhr jkvr bc gen kol lt maj sgt o.a oa bijv bv. d.w.z dwz d.m.v m.b.t mbt m.i.v i.p.v ipv i.v.m ivm n.a.v nav t.a.v t.o.v tov t.b.v tbv m.n mn i.c i.h.b z.g zgn zog ca vgl resp incl excl evt a.h.w a.d.h.v o.l.v v.l.n.r t.g.v p/a jl ev',
  number:
    'fl nr nrs art blz p pag fig vol hfst hst par lid afb tab tel jan feb mrt apr jun jul aug sep sept okt nov dec ca §',
  numberEndings: 'str ln',
  seldom:
    'b.v n.v v.o.f c.b.s n.chr v.chr chr mln mld m.u.v co inc ltd jr sr e.k l.l a.s vm nm u.s',
  often: 'enz enzovoort etc e.d ed e.v.a e.a ea i.d',
  starters:
    'echter bovendien daarna toen terwijl volgens tijdens wanneer vandaag gisteren morgen deze dit die dat zij wij hij elke sommige waarom hoe waar',
};
