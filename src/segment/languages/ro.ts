import type { LanguageRules } from './rules.js';

export const ro: LanguageRules = {
  always:
    'dl dlui dna d-na d-l d-lui d-ra dra dr prof ing arh av conf lect univ acad gen col cpt mr lt sf sfântul str bd b-dul șos ex de.ex d.ex cca aprox v vezi cf resp p-ța jud',
  number:
    'nr art pag p pp alin fig vol cap lit tab tel sec ian feb febr mar apr iun iul aug sept oct nov dec ed et bl sc',
  seldom: 's.r.l s.a mil mld lei î.hr d.hr î.e.n e.n a.m p.m co inc ltd jr n.red',
  often: 'etc ș.a șa ș.a.m.d s.a.m.d',
};
