import type { LanguageRules } from './rules.js';

export const lt: LanguageRules = {
  always:
    'dr prof doc habil akad inž p pn kun vysk kard šv gen plk kpt mjr ltn pvz t.y ty vad žr plg ypač ir.pan t.p vyr sen red sud vert m.apie',
  number: 'nr psl p str pav pieš lent tel t sk d m r egz kop str vas bal spal lapkr gruodž gr §',
  seldom:
    'mln mlrd tūkst eur lt proc val min sek a a.s uab g pr al m.e pr.kr po.kr pr.m.e k aps sav ketv kv d m r',
  often: 'ir.t.t t.t ir.kt kt ir.pan pan ir.t.p',
  ordinals: 'lower',
};
