import type { LanguageRules } from './rules.js';

export const hr: LanguageRules = {
  always:
    'dr mr prof doc akad ing dipl gosp g gđa gđica gđe gdin sc dr.sc mr.sc mag spec ul sv blž kard mons puk npr nprt tj tzv odn odnosno usp v vidi ur prir prev uklj tzn o.g s.r',
  number:
    'br str čl st sl tab pog sv toč al god tel sv kol vel ožu tra svi lip srp kolo ruj lis stu pro čl. r. cca §',
  seldom: 'd.o.o d.d mil mlrd tis kn eur god pr.kr po.kr pr.n.e n.e st. h min s. ml st',
  often: 'itd i.t.d i.dr dr. sl i.sl',
  ordinals: 'lower',
};
