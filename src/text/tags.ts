/** Language tags (BCP-47); no other module parses them. */

/** Tags that name the same language as another tag. */
const same: Readonly<Record<string, string>> = {
  no: 'nb',
  iw: 'he',
  in: 'id',
  fil: 'tl',
  bs: 'hr',
  sh: 'sr',
  cmn: 'zh',
  prs: 'fa',
  kmr: 'ku',
};

/** The base language of a tag, without script and region, in lower case: `pt-BR` is `pt`. */
export function baseLanguage(tag: string): string {
  return (/^[^-_]*/.exec(tag)?.[0] ?? '').toLowerCase();
}

/** The language of a tag as detection names it: `pt-BR` is `pt`, `no` is `nb`. */
export function primaryLanguage(tag: string): string {
  const language = baseLanguage(tag);
  return same[language] ?? language;
}

/** A tag that `Intl` accepts: the given tag in canonical form, or English for anything invalid. */
export function intlLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
