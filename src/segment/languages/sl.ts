import type { LanguageRules } from './rules.js';

export const sl: LanguageRules = {
  always:
    'dr mag prof doc akad inž univ dipl g ga gdč gos sv ul c. gen polk stot npr tj t.i ti tzv oz prim ur prev vklj itn.s op cit gl roj umrl',
  number: 'št str čl odst sl tab pogl t tel toč okt nov dec jan feb apr avg sept pribl ok r § l',
  seldom: 'd.o.o d.d mio mrd tis evr pr.n.št n.št pr.kr po.kr st min ml sek',
  often: 'itd itn ipd idr i.dr i.t.d',
  ordinals: 'lower',
};
