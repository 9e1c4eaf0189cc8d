import type { LanguageRules } from './rules.js';

export const is: LanguageRules = {
  always:
    'dr hr fr frk próf sr t.d td þ.e þe þ.e.a.s m.a ma s.s m.a.s sbr u.þ.b uþb ca f.h e.h h.f st skv þ.á.m þ.m.t hdl hrl lögfr cand',
  number:
    'nr bls gr mgr kafli kap mynd tafla s kl jan feb mar apr maí jún júl ágú sep sept okt nov des § árg',
  seldom: 'm.kr þús millj ma.kr hf ehf ohf f.kr e.kr kr pr jr',
  often: 'o.s.frv osfrv o.fl ofl o.þ.h etc m.fl',
  ordinals: 'lower',
};
