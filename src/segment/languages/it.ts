import type { LanguageRules } from './rules.js';

export const it: LanguageRules = {
  always:
    'sig sigg sig.ra sigra sig.na signa dott dr dott.ssa prof prof.ssa avv ing arch geom rag on sen min. mons don fra s ss sant gen col cap ten magg serg comm cav p.es per.es es c.d cd v.le p.zza l.go c.so v.lo f.lli cfr cf v vd ca c.a circa i.e egr spett gent rev card ecc.mo ill',
  number:
    'n nn nr num art artt pag pagg p pp fig figg vol voll cap par tab all tel sec gen feb mar apr mag giu lug ago set sett ott nov dic ed lett co km a.a',
  seldom: 's.p.a s.r.l s.n.c s.a.s a.c d.c u.s.a u.e jr ltd inc co r.d',
  often: 'a.m p.m ecc eccetera etc',
  starters:
    'tuttavia inoltre poi dopo quindi infatti mentre secondo durante quando oggi ieri domani questi queste quello quella essi loro noi ogni alcuni perché dove così però anche',
};
