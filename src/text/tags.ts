/** Tags that name the same language as another one. */
const SAME: Readonly<Record<string, string>> = {
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

/** The language of a BCP-47 tag as detection calls it: `pt-BR` is `pt`, `no` is `nb`. */
export function primaryLanguage(tag: string): string {
  const language = (tag.split(/[-_]/)[0] ?? tag).toLowerCase();
  return SAME[language] ?? language;
}
