import type { LanguageRules } from './rules.js';

export const en: LanguageRules = {
  always:
    'mr mrs ms mx dr prof rev hon messrs mmes fr sen rep gov pres gen lt col maj capt cpt cmdr adm sgt cpl pvt brig supt insp supt det amb sec dir atty mt ft e.g eg i.e ie viz cf ca approx c esp incl excl vs v al.s pseud b.a.s ald messrs mme mlle sra asst assoc',
  number:
    'cap no nos p pp vol vols fig figs art sec sect ch chap par para pt ex eq eqs ref refs app tab col jan feb mar apr jun jul aug sep sept oct nov dec tel ext ver v op cit pl approx art. hwy rte rm apt ste',
  seldom:
    'st inc ltd co corp bros llc plc jr sr esq ph.d phd m.d b.a m.a m.sc b.sc d.c u.s u.k u.n e.u u.s.a u.s.s.r a.d b.c b.c.e c.e ave blvd rd sq dept univ assn hosp est dist govt natl intl mfg calif conn colo ariz penn fla tex minn mich ind wis okla nev neb kan ala ga la tenn ky del md va n.y n.j n.h n.c s.c n.d s.d w.va mon tue tues thu thur thurs fri ed eds trans repr misc max min avg temp lb lbs oz hrs',
  often: 'a.m p.m etc a.k.a',
  starters:
    'however meanwhile therefore moreover furthermore nevertheless nonetheless additionally although though while since because despite during before following once until unless why where who whose whom those these another several yes okay well perhaps maybe later earlier today yesterday tomorrow next each every both either neither none such most many few our us my mine according under over between among',
};
