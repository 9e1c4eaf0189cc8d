import type { LanguageRules } from './rules.js';

export const sk: LanguageRules = {
  always:
    'p sl dr mudr judr phdr rndr paeddr mgr ing bc doc prof csc drsc arch gen plk kpt mjr sv napr t.j tj tzv resp príp zvl najmä vrát nám ul vl ev okr hl',
  number: 'č čís str s ods čl obr tab kap roč zv tel zák par r cca vyd',
  seldom:
    's.r.o spol a.s k.s v.o.s tis mil mld eur hod min pred.n.l pr.n.l n.l pr.kr po.kr stor ml st',
  often: 'atď apod atp',
  ordinals: 'lower',
};
