import type { LanguageRules } from './rules.js';

export const sr: LanguageRules = {
  always:
    'др мр проф доц акад инж дипл г гђа гђица госп ул св бл ген пук нпр тј тзв одн односно в види уп ур прев укљ dr mr prof doc akad inž dipl g gđa gđica gosp ul sv bl gen puk npr tj tzv odn v vidi up ur prev uklj',
  number:
    'бр стр чл ст сл таб пог тач год тел јан феб мар апр авг сеп окт нов дец br str čl st sl tab pog tač god tel jan feb mar apr avg sep okt nov dec',
  seldom:
    'д.о.о а.д мил млрд хиљ дин год пр.н.е н.е п.н.е ст в ч мин мл d.o.o a.d mil mlrd hilj din god pr.n.e n.e p.n.e v h min ml',
  often: 'итд и.т.д и.др сл и.сл itd i.t.d i.dr i.sl',
  ordinals: 'lower',
};
