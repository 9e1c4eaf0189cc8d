import type { LanguageRules } from './rules.js';

export const et: LanguageRules = {
  always:
    'dr prof hr pr prl kol kpt ltn maj kindr st s.t s.o so nt näit s.h sh v.a va e ehk vrd vt ca u ligik sealh k.a m.h nn n.n ins mag dots',
  number: 'nr lk lg p ptk art joon tab kd tel kell kl jaan veebr apr aug sept okt nov dets §',
  seldom: 'milj mln mld tuh kr a.s oü jr sen e.kr p.kr e.m.a m.a.j pst saj a aa',
  often: 'jne jm jms jpm jt',
  ordinals: 'lower',
};
