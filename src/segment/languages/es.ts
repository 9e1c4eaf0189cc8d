import type { LanguageRules } from './rules.js';

export const es: LanguageRules = {
  always:
    'sr sra srta sres sras dr dra d dña prof profa lic ing arq gral cnel cap tte sgto mons fr sto sta san ud uds vd vds p.ej pej p.e v.g v.gr excmo excma ilmo ilma rvdo rdo hno hna avda av c. ctra pza plza pta blvr dpto ee aa rr.hh ej aprox admón col.',
  number:
    'n núm nro no art arts pág págs pag pp p fig figs vol vols cap caps t tel teléf ed lám tab ap inc párr cfr cf vid c km s kms núms ene feb mar abr may jun jul ago sep sept set oct nov dic aprox',
  seldom:
    's.a s.l s.l.u s.a.u s.r.l cía cia ltda inc ltd corp hnos a.c d.c a.de.c ee.uu uu e.u e.e.u.u ff.aa ff.cc jr s.m q.e.p.d bco dto izq dcha máx mín',
  often: 'a.m p.m etc',
  starters:
    'sin además luego después entonces mientras aunque según desde durante cuando hoy ayer mañana estos estas ese esa aquel aquella ellos ellas nosotros cada varios algunos por cómo dónde así pero',
};
