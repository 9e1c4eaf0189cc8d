import type { LanguageRules } from './rules.js';

export const tr: LanguageRules = {
  always:
    'dr prof doç yrd av alb gen org korg tümg tuğg yzb üstğm tğm bnb müh mim öğr gör sn hz st örn ör vs.nin yak bkz krş çev der haz ed mah cad sok sk blv apt bşk müd m.ö m.s i.ö i.s t.c',
  number: 'no nr s ss sf md fık şek tab böl cilt c tel yy ocak şub oca eki ağu eyl kas ara',
  seldom: 'a.ş aş ltd şti ltd.şti mil mlr tl dk sn sa yy st inc co jr',
  often: 'vb vs vd v.b v.s',
  ordinals: 'any',
};
