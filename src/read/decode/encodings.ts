/** The encodings to try for bytes without a byte order mark, and the languages written in them. */

/** An encoding to try. */
export interface KnownEncoding {
  /** Its name in iconv-lite and for users. */
  readonly name: string;
  /** How common it is for each of its languages, the commonest encoding of a language being 1. */
  readonly weight: number;
  /** Languages (BCP-47) that files in it are in; any where left out. */
  readonly languages?: string;
}

const western = 'en de fr es it pt nl sv da nb nn fi is ga cy gl ca eu af sq et sw id ms tl la';
const central = 'pl cs sk hu sl hr ro sq sr-Latn de';
const cyrillic = 'ru uk be bg mk sr-Cyrl';

/** Most common first: of encodings that give the same text, the first is named. */
export const knownEncodings: readonly KnownEncoding[] = [
  { name: 'windows-1252', weight: 1, languages: western },
  { name: 'iso-8859-15', weight: 0.5, languages: western },
  { name: 'macroman', weight: 0.2, languages: western },
  { name: 'cp850', weight: 0.2, languages: western },
  { name: 'cp858', weight: 0.05, languages: western },
  { name: 'cp437', weight: 0.1, languages: western },
  { name: 'windows-1250', weight: 1, languages: central },
  { name: 'iso-8859-2', weight: 0.6, languages: central },
  { name: 'iso-8859-16', weight: 0.05, languages: 'ro pl hu hr sl sq' },
  { name: 'cp852', weight: 0.2, languages: central },
  { name: 'maccenteuro', weight: 0.1, languages: 'pl cs sk hu lt lv et' },
  { name: 'maccroatian', weight: 0.05, languages: 'hr sl sr-Latn' },
  { name: 'macromania', weight: 0.05, languages: 'ro' },
  { name: 'windows-1257', weight: 1, languages: 'lt lv et' },
  { name: 'iso-8859-13', weight: 0.4, languages: 'lt lv et' },
  { name: 'iso-8859-4', weight: 0.1, languages: 'lt lv et' },
  { name: 'cp775', weight: 0.1, languages: 'lt lv et' },
  { name: 'windows-1254', weight: 1, languages: 'tr ku' },
  { name: 'cp857', weight: 0.1, languages: 'tr' },
  { name: 'macturkish', weight: 0.05, languages: 'tr' },
  { name: 'iso-8859-3', weight: 1, languages: 'eo' },
  { name: 'iso-8859-14', weight: 0.3, languages: 'cy ga' },
  { name: 'maciceland', weight: 0.05, languages: 'is' },
  { name: 'windows-1258', weight: 1, languages: 'vi' },
  { name: 'viscii', weight: 0.2, languages: 'vi' },
  { name: 'tcvn', weight: 0.2, languages: 'vi' },
  { name: 'windows-1251', weight: 1, languages: `${cyrillic} kk` },
  { name: 'koi8-u', weight: 0.6, languages: 'ru uk be bg' },
  { name: 'cp866', weight: 0.4, languages: 'ru uk be bg' },
  { name: 'cp1125', weight: 0.1, languages: 'uk' },
  { name: 'iso-8859-5', weight: 0.2, languages: cyrillic },
  { name: 'macukraine', weight: 0.1, languages: cyrillic },
  { name: 'maccyrillic', weight: 0.05, languages: cyrillic },
  { name: 'cp855', weight: 0.05, languages: 'bg mk sr-Cyrl ru' },
  { name: 'rk1048', weight: 0.5, languages: 'kk' },
  { name: 'pt154', weight: 0.3, languages: 'kk' },
  { name: 'windows-1253', weight: 1, languages: 'el' },
  { name: 'iso-8859-7', weight: 0.6, languages: 'el' },
  { name: 'cp737', weight: 0.2, languages: 'el' },
  { name: 'cp869', weight: 0.05, languages: 'el' },
  { name: 'macgreek', weight: 0.05, languages: 'el' },
  { name: 'windows-1255', weight: 1, languages: 'he' },
  { name: 'cp862', weight: 0.1, languages: 'he' },
  { name: 'windows-1256', weight: 1, languages: 'ar fa ur' },
  { name: 'iso-8859-6', weight: 0.3, languages: 'ar' },
  { name: 'cp720', weight: 0.05, languages: 'ar' },
  { name: 'windows-874', weight: 1, languages: 'th' },
  { name: 'armscii8', weight: 1, languages: 'hy' },
  { name: 'georgianps', weight: 1, languages: 'ka' },
  { name: 'georgianacademy', weight: 0.5, languages: 'ka' },
  { name: 'gb18030', weight: 1, languages: 'zh-Hans zh-Hant' },
  { name: 'big5-hkscs', weight: 1, languages: 'zh-Hant' },
  { name: 'shift_jis', weight: 1, languages: 'ja' },
  { name: 'euc-jp', weight: 0.7, languages: 'ja' },
  { name: 'cp949', weight: 1, languages: 'ko' },
  { name: 'utf-16le', weight: 0.5 },
  { name: 'utf-16be', weight: 0.2 },
  { name: 'utf-32le', weight: 0.1 },
  { name: 'utf-32be', weight: 0.05 },
];

/** How common an encoding is for a language it was not made for. */
const strayWeight = 0.0005;

const languagesOf = new Map(
  knownEncodings.map(({ name, languages }) => [name, languages && new Set(languages.split(' '))]),
);

/** What it costs, in nats, to suppose that a text of the language is in the encoding. */
export function encodingCost({ name, weight }: KnownEncoding, language: string): number {
  const languages = languagesOf.get(name);
  const isUsual = !languages || languages.has(language);
  return -Math.log(isUsual ? weight : strayWeight * weight);
}

/** Whether every character takes two bytes or four. */
export function isWide(name: string): boolean {
  return /^utf-(?:16|32)/.test(name);
}
