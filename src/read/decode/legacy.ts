import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Bytes looked at; more would not change the answer. */
const sampleLength = 1 << 16;
/** Below this confidence (0 to 100) a guess of chardet's is not tried. */
const minConfidence = 5;
/** chardet's guess stands if so much of the text looks like words; else others are compared. */
const convincing = 0.85;
/** Below this not even the best reading is text. */
const plausible = 0.8;

/** What chardet calls by a narrower name than files deserve: supersets that agree on letters. */
const supersets: Readonly<Record<string, string>> = {
  'KOI8-R': 'koi8-u',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-8-I': 'windows-1255',
  'ISO-8859-6': 'windows-1256',
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-9': 'windows-1254',
  GB18030: 'gb18030',
};

const multibyte = /^(?:shift_jis|euc-|big5|gb|iso-2022)/;

/** Encodings that chardet doesn't know or seldom finds. */
const others = [
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'cp866',
  'macroman',
  'cp1258',
  'cp437',
  'cp850',
];

/** The legacy encoding the bytes most probably are in, or null when none fits. */
export function recogniseLegacy(bytes: Uint8Array): string | null {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const guesses = analyse(sample.subarray(0, sampleLength))
    .filter(({ name, confidence }) => confidence >= minConfidence && !name.startsWith('UTF'))
    .map(({ name }) => (supersets[name] ?? name).toLowerCase());
  let best: string | null = null;
  let most = plausible;
  for (const name of new Set([...guesses, ...others])) {
    if (!iconv.encodingExists(name)) continue;
    const text = iconv.decode(sample, name);
    if (text.includes('\ufffd')) continue;
    // Bytes that make whole characters of several bytes don't do so by chance.
    if (best === null && multibyte.test(name)) return name;
    const share = plausibility(text.slice(0, sampleLength));
    if (best === null && share >= convincing) return name;
    // Earlier guesses have chardet's word for them: a later one must be clearly better.
    if (share > most + (best === null ? 0 : 0.03)) [best, most] = [name, share];
  }
  return best;
}

/** Words with letters beyond ASCII. */
const wordBeyondAscii = /[\p{L}\p{M}]*[^\0-\x7f\s][^\s]*/gu;
/** A word of one script, capitals in front only or throughout, with ordinary punctuation. */
const naturalWord =
  /^[\p{P}\p{Sc}\p{N}]*(?:(?:\p{Lu}?[\p{Ll}\p{M}'’-]+|\p{Lu}[\p{Lu}'’-]*|[\p{Lo}\p{M}\p{Lm}]+)[\p{P}\p{N}\p{Sc}°§©®™+=<>|~]*)*$/u;
const mixedScripts =
  /\p{sc=Latin}\p{M}*(?:[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}])|[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}]\p{sc=Latin}/u;

/** Share of the words beyond ASCII that look like words of some language. */
function plausibility(text: string): number {
  let words = 0;
  let natural = 0;
  for (const [word] of text.matchAll(wordBeyondAscii)) {
    words++;
    if (
      word.length < 60
        ? naturalWord.test(word) && !mixedScripts.test(word)
        : /^[\p{Lo}\p{P}\p{N}\p{M}a-zA-Z]+$/u.test(word)
    ) {
      natural++;
    }
  }
  return words === 0 ? 0 : natural / words;
}
