import type { LanguageRules } from './rules.js';

export const pl: LanguageRules = {
  always:
    'dr prof hab mgr inż lek med doc ks bp abp kard św bł p pn o gen płk ppłk kpt mjr por ppor sierż adm red dyr prez np m.in min tj tzn tzw ul pl ps wg por zob zw dot ww jw nt pt ds z.o ewent względ red.nacz początk łac ang niem fr ros wł pol gr hebr ur zm kr',
  number:
    'nr str s art ust pkt poz rys tab t tom rozdz tel zł godz r w wyd zesz par § dz.u ryc ark',
  seldom:
    'im os ok al sp.z.o.o z.o.o o.o s.a tys mln mld zł gr proc godz r rr w n.e p.n.e ub br b.r bm m mies jr ww sp',
  often: 'itd itp i.in i.n etc in',
  ordinals: 'lower',
};
