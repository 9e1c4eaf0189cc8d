/** Letters of other scripts as the Latin consonants they correspond to; vowels are left out. */
const consonants: Readonly<Record<string, string>> = {
  // Cyrillic
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ж: 'z',
  з: 'z',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ф: 'f',
  х: 'k',
  ц: 's',
  ч: 's',
  ш: 's',
  щ: 's',
  // Greek
  β: 'v',
  γ: 'g',
  δ: 'd',
  ζ: 'z',
  θ: 't',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'ks',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  φ: 'f',
  χ: 'k',
  ψ: 'ps',
  // Arabic, Hebrew
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'g',
  ح: 'k',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  پ: 'p',
  چ: 's',
  ژ: 'z',
  گ: 'g',
  ک: 'k',
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ז: 'z',
  ח: 'k',
  ט: 't',
  כ: 'k',
  ך: 'k',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  פ: 'p',
  ף: 'f',
  צ: 's',
  ץ: 's',
  ק: 'k',
  ר: 'r',
  ש: 's',
  ת: 't',
};

/** Spellings of one sound in Latin script, longest first. */
const latin: readonly (readonly [RegExp, string])[] = [
  [/sch|tsch|sh|ch|cz|sz|tch/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q|kh/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/j|dg/g, 'z'],
  [/w/g, 'v'],
  [/gh/g, 'g'],
];

/**
 * A word's consonants in Latin letters, doubled ones written once: the part of a name that survives
 * a change of script and inflection ("Москва" and "Moskva" are both `mskv`).
 */
export function skeletonOf(word: string): string {
  let text = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  for (const [pattern, sound] of latin) text = text.replace(pattern, sound);
  let skeleton = '';
  // Its last letters alone: looking into a text that grows copies it each time.
  let last = '';
  for (const letter of text) {
    const sound = consonants[letter] ?? (/[bdfgklmnprstvz]/.test(letter) ? letter : '');
    if (sound === '' || last.endsWith(sound)) continue;
    skeleton += sound;
    last = (last + sound).slice(-2);
  }
  return skeleton;
}

/** Whether two skeletons may be the same name: equal, one a prefix of the other, or one letter apart. */
export function isSameSkeleton(x: string, y: string): boolean {
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length < 2) return false;
  if (long.startsWith(short) && long.length - short.length <= 2) return true;
  return short.length >= 3 && isOneOff(short, long);
}

/** One letter replaced, or one left out. */
function isOneOff(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return long.slice(at + 1) === rest;
}
