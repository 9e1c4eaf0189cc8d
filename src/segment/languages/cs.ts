import type { LanguageRules } from './rules.js';

export const cs: LanguageRules = {
  always:
    'p sl dr mudr judr phdr rndr mgr ing bc doc prof csc drsc arch gen plk pplk kpt mjr por npor sv např tj tzv tzn resp popř příp event cca zvl zejm vč nám ul tř bl hl vl ev mj kupř dr.h.c s.r',
  number: 'č čís str s odst čl obr tab kap roč sv tel zák par § cca r ř vyd sb',
  seldom: 's.r.o spol a.s k.s v.o.s tis mil mld kč hod min př.n.l n.l př.kr po.kr stol jr st ml',
  often: 'atd apod aj atp',
  ordinals: 'lower',
};
