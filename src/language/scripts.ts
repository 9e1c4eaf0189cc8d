/** Scripts, as far as they distinguish languages. */
export type Script =
  | 'Latin'
  | 'Cyrillic'
  | 'Arabic'
  | 'Devanagari'
  | 'Han'
  | 'Kana'
  | 'Hangul'
  | 'Hebrew'
  | 'Greek'
  | 'Armenian'
  | 'Georgian'
  | 'Ethiopic'
  | 'Bengali'
  | 'Gurmukhi'
  | 'Gujarati'
  | 'Odia'
  | 'Tamil'
  | 'Telugu'
  | 'Kannada'
  | 'Malayalam'
  | 'Sinhala'
  | 'Thai'
  | 'Lao'
  | 'Tibetan'
  | 'Myanmar'
  | 'Khmer'
  | 'Mongolian';

/** Blocks of letters, ordered by code point: first, last, script. */
const letterBlocks: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'Latin'],
  [0x61, 0x7a, 'Latin'],
  [0xc0, 0x24f, 'Latin'],
  [0x370, 0x3ff, 'Greek'],
  [0x400, 0x52f, 'Cyrillic'],
  [0x531, 0x58f, 'Armenian'],
  [0x5d0, 0x5f2, 'Hebrew'],
  [0x620, 0x6d3, 'Arabic'],
  [0x6d5, 0x6ff, 'Arabic'],
  [0x750, 0x77f, 'Arabic'],
  [0x900, 0x963, 'Devanagari'],
  [0x970, 0x97f, 'Devanagari'],
  [0x980, 0x9ff, 'Bengali'],
  [0xa00, 0xa7f, 'Gurmukhi'],
  [0xa80, 0xaff, 'Gujarati'],
  [0xb00, 0xb7f, 'Odia'],
  [0xb80, 0xbff, 'Tamil'],
  [0xc00, 0xc7f, 'Telugu'],
  [0xc80, 0xcff, 'Kannada'],
  [0xd00, 0xd7f, 'Malayalam'],
  [0xd80, 0xdff, 'Sinhala'],
  [0xe00, 0xe7f, 'Thai'],
  [0xe80, 0xeff, 'Lao'],
  [0xf00, 0xfff, 'Tibetan'],
  [0x1000, 0x109f, 'Myanmar'],
  [0x10a0, 0x10ff, 'Georgian'],
  [0x1100, 0x11ff, 'Hangul'],
  [0x1200, 0x137f, 'Ethiopic'],
  [0x1780, 0x17ff, 'Khmer'],
  [0x1820, 0x1878, 'Mongolian'],
  [0x1e00, 0x1eff, 'Latin'],
  [0x1f00, 0x1fff, 'Greek'],
  [0x3041, 0x30ff, 'Kana'],
  [0x3400, 0x9fff, 'Han'],
  [0xac00, 0xd7af, 'Hangul'],
  [0xf900, 0xfaff, 'Han'],
  [0xfb50, 0xfdff, 'Arabic'],
  [0xfe70, 0xfefc, 'Arabic'],
  [0xff21, 0xff5a, 'Latin'],
  [0xff66, 0xff9d, 'Kana'],
  [0x20000, 0x323af, 'Han'],
];

/** The language of a script that only one of our languages uses. */
export const onlyLanguage: Readonly<Partial<Record<Script, string>>> = {
  Hangul: 'ko',
  Hebrew: 'he',
  Greek: 'el',
  Armenian: 'hy',
  Georgian: 'ka',
  Ethiopic: 'am',
  Bengali: 'bn',
  Gurmukhi: 'pa',
  Gujarati: 'gu',
  Odia: 'or',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Sinhala: 'si',
  Thai: 'th',
  Lao: 'lo',
  Tibetan: 'bo',
  Myanmar: 'my',
  Khmer: 'km',
  Mongolian: 'mn',
  Kana: 'ja',
  Han: 'zh',
};

/** Number of letters of each script in a text, in order of first appearance. */
export function countScripts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>();
  // Neighbouring letters are usually of one script, so runs are counted rather than letters.
  let current: Script | null = null;
  let run = 0;
  const close = (): void => {
    if (current !== null) counts.set(current, (counts.get(current) ?? 0) + run);
    run = 0;
  };
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= 0xd800 && code < 0xdc00) code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const script = scriptOf(code);
    if (script === null) continue;
    if (script !== current) {
      close();
      current = script;
    }
    run++;
  }
  close();
  return counts;
}

/** An ideograph carries about as much meaning as this many letters. */
const ideographWeight = 3;

/**
 * The script of a text. Japanese is recognised by its kana, which even a title or a name contains;
 * a Latin name or two within another script counts only by its length.
 */
export function mainScript(counts: ReadonlyMap<Script, number>): Script | null {
  const kana = counts.get('Kana') ?? 0;
  const han = counts.get('Han') ?? 0;
  let best: Script | null = null;
  let most = 0;
  for (const [script, count] of counts) {
    const weight =
      script === 'Han' ? ideographWeight * count : script === 'Latin' ? count : 2 * count;
    if (weight > most) [best, most] = [script, weight];
  }
  if ((best === 'Han' || best === 'Kana') && kana > 0) {
    return kana * 12 >= han ? 'Kana' : 'Han';
  }
  return best;
}

/**
 * For each character of the basic plane its range in `letterBlocks`, counted from 2; 1 for none, 0
 * for unknown.
 */
const met = new Uint8Array(0x10000);

function scriptOf(code: number): Script | null {
  if (code > 0xffff) return letterBlocks[findRange(code)]?.[2] ?? null;
  let known = met[code] ?? 0;
  if (known === 0) met[code] = known = findRange(code) + 2;
  return known === 1 ? null : (letterBlocks[known - 2]?.[2] ?? null);
}

/** Index of the range that holds a letter, -1 for none. */
function findRange(code: number): number {
  // The multiplication and division signs are in the middle of the Latin letters.
  if (code === 0xd7 || code === 0xf7) return -1;
  let low = 0;
  let high = letterBlocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = letterBlocks[middle] ?? [0, 0];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return middle;
  }
  return -1;
}
