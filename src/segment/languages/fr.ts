import type { LanguageRules } from './rules.js';

export const fr: LanguageRules = {
  always:
    'm mm mr mme mmes mlle mlles me mgr dr drs pr prof vve st ste sts stes gén col cap lt cdt sgt p.ex ex c.-à-d c.à.d c-à-d cf env av bd boul pl rte fg ch vs i.e e.g dir éd éds trad coll hon rév ing maj',
  number:
    'n no nos num art p pp pag fig vol t chap ch al sect par éd tab ill tél janv févr fév avr juil sept oct nov déc env vers alin § r pl ann réf',
  seldom:
    's.a s.a.r.l s.a.s sarl cie ltée inc ltd corp av.j.-c apr.j.-c j.-c u.r.s.s u.e o.n.u l.o.n jr n.d.l.r c.v max min suiv ss id ibid r.-v',
  often: 'etc e.a',
  starters:
    'cependant toutefois pourtant ensuite puis enfin ainsi donc car selon après avant depuis pendant lorsque quand aujourd hier demain cette ces cet ce cela ceci ils elles nous leurs notre votre chaque plusieurs certains pourquoi comment où',
};
