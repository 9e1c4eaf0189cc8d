import type { LanguageRules } from './rules.js';
import { af } from './af.js';
import { am } from './am.js';
import { ar } from './ar.js';
import { az } from './az.js';
import { be } from './be.js';
import { bg } from './bg.js';
import { bn } from './bn.js';
import { bs } from './bs.js';
import { ca } from './ca.js';
import { cs } from './cs.js';
import { cy } from './cy.js';
import { da } from './da.js';
import { de } from './de.js';
import { el } from './el.js';
import { en } from './en.js';
import { eo } from './eo.js';
import { es } from './es.js';
import { et } from './et.js';
import { eu } from './eu.js';
import { fa } from './fa.js';
import { fi } from './fi.js';
import { fr } from './fr.js';
import { ga } from './ga.js';
import { gl } from './gl.js';
import { he } from './he.js';
import { hi } from './hi.js';
import { hr } from './hr.js';
import { hu } from './hu.js';
import { hy } from './hy.js';
import { id } from './id.js';
import { is } from './is.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { ka } from './ka.js';
import { kk } from './kk.js';
import { ko } from './ko.js';
import { ku } from './ku.js';
import { ky } from './ky.js';
import { la } from './la.js';
import { lt } from './lt.js';
import { lv } from './lv.js';
import { mk } from './mk.js';
import { ml } from './ml.js';
import { mr } from './mr.js';
import { ms } from './ms.js';
import { nb } from './nb.js';
import { ne } from './ne.js';
import { nl } from './nl.js';
import { nn } from './nn.js';
import { no } from './no.js';
import { pl } from './pl.js';
import { pt } from './pt.js';
import { ro } from './ro.js';
import { ru } from './ru.js';
import { si } from './si.js';
import { sk } from './sk.js';
import { sl } from './sl.js';
import { sq } from './sq.js';
import { sr } from './sr.js';
import { sv } from './sv.js';
import { sw } from './sw.js';
import { ta } from './ta.js';
import { te } from './te.js';
import { th } from './th.js';
import { tl } from './tl.js';
import { tr } from './tr.js';
import { uk } from './uk.js';
import { ur } from './ur.js';
import { vi } from './vi.js';
import { zh } from './zh.js';
import { baseLanguage } from '../../text/tags.js';

const rulesByLanguage: Readonly<Record<string, LanguageRules>> = {
  af,
  am,
  ar,
  az,
  be,
  bg,
  bn,
  bs,
  ca,
  cs,
  cy,
  da,
  de,
  el,
  en,
  eo,
  es,
  et,
  eu,
  fa,
  fi,
  fr,
  ga,
  gl,
  he,
  hi,
  hr,
  hu,
  hy,
  id,
  is,
  it,
  ja,
  ka,
  kk,
  ko,
  ku,
  ky,
  la,
  lt,
  lv,
  mk,
  ml,
  mr,
  ms,
  nb,
  ne,
  nl,
  nn,
  no,
  pl,
  pt,
  ro,
  ru,
  si,
  sk,
  sl,
  sq,
  sr,
  sv,
  sw,
  ta,
  te,
  th,
  tl,
  tr,
  uk,
  ur,
  vi,
  zh,
};

/** Abbreviations in scholarship and commerce, shared by all languages in Latin script. */
const commonRules: LanguageRules = {
  always: 'dr prof mr mrs ms st e.g i.e cf ca vs',
  number: 'no nr art fig vol p pp',
  seldom: 'co inc ltd corp jr sr',
  often: 'etc',
};

/** Rules of a language by its BCP-47 tag; regional tags use those of their language. */
export function rulesFor(language: string): LanguageRules {
  return rulesByLanguage[language] ?? rulesByLanguage[baseLanguage(language)] ?? commonRules;
}
