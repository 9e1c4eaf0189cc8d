/** Shapes of text that nobody writes, each as long as it is asked to be (in characters, roughly). */

/** Makes a text of about `size` characters. */
export type Shape = (size: number) => string;

const fill =
  (unit: string): Shape =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length));

/** A run between two words. */
const between =
  (unit: string): Shape =>
  (size) =>
    `Word ${fill(unit)(size)} word.`;

const numbered =
  (line: (number: number) => string, separator = '\n'): Shape =>
  (size) => {
    const lines: string[] = [];
    for (let length = 0, n = 1; length < size; n++) {
      lines.push(line(n));
      length += (lines.at(-1)?.length ?? 0) + separator.length;
    }
    return lines.join(separator);
  };

/** Things that are all different, in one long line. */
const different = (thing: (number: number) => string): Shape => numbered(thing, ', ');

/** A word of its own for every number, of consonants and vowels in turn. */
function word(number: number): string {
  let written = '';
  for (let rest = number + 100; rest > 0; rest = Math.floor(rest / 100))
    written += 'bdfgklmnprstvzdklmnr'.charAt(rest % 20) + 'aeiou'.charAt(Math.floor(rest / 20) % 5);
  return written;
}

function name(number: number): string {
  const own = word(number);
  return `${own.charAt(0).toUpperCase()}${own.slice(1)}m`;
}

const units = 'one two three four five six seven eight nine'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number below a million in English words. */
function spelled(number: number): string {
  if (number >= 1000)
    return `${spelled(Math.floor(number / 1000))} thousand ${spelled(number % 1000)}`;
  if (number >= 100)
    return `${units[Math.floor(number / 100) - 1]} hundred ${spelled(number % 100)}`;
  if (number >= 20) return `${tens[Math.floor(number / 10) - 2]} ${spelled(number % 10)}`;
  return units[(number % 10) - 1] ?? 'ten';
}

const roman: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** A number up to 3999 in Roman numerals. */
function inRoman(number: number): string {
  let rest = number;
  let written = '';
  for (const [numeral, value] of roman) for (; rest >= value; rest -= value) written += numeral;
  return written;
}

const inHan = (number: number): string =>
  String(number).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));

const months = 'January March May July August October December'.split(' ');
const clock = (n: number): string =>
  `${1 + (Math.floor(n / 60) % 12)}:${String(n % 60).padStart(2, '0')}`;

/** Shapes of what the checks look up in the other text, each time another one. */
export const differentThings: Readonly<Record<string, Shape>> = {
  'different numbers': different((n) => String(1000 + n)),
  'different numbers of several readings': different(
    (n) => `${n}.${String(n % 1000).padStart(3, '0')} million`,
  ),
  'different measures': different((n) => `${n} ${n % 3 === 0 ? 'miles' : 'km'}`),
  'times of day': different(clock),
  'different dates': different((n) => `${1 + (n % 31)} ${months[n % 7]} ${1000 + (n % 9000)}`),
  'different dates without a year': different((n) => `${1 + (n % 31)} ${months[n % 7]}`),
  'different dates in digits': different(
    (n) => `${1000 + (n % 9000)}-${10 + (n % 3)}-${10 + (n % 20)}`,
  ),
  'different number words': different(spelled),
  'a number word and many that join': (size) => `Word two ${fill('and ')(size)}`,
  'different Roman numerals': different((n) => inRoman(1 + (n % 3999))),
  'different Chinese numerals': different((n) => inHan(1000 + n)),
  'Chinese numerals of one kind': (size) => `${fill('两')(size)}一`,
  'different names': different((n) => `the ${name(n)}`),
  'different names after titles': different((n) => `Mr ${name(n)}`),
  'a long name': (size) => `Mr B${fill('da')(size)}, and Mr C${fill('ta')(size / 10)}`,
  'different words': numbered(word, ' '),
  'different words, negated': different((n) => `not ${word(n)}`),
  'different quotations': different((n) => `“${word(n)}”`),
  'different addresses': different((n) => `https://${word(n)}.org/${n}`),
  'different mail addresses': different((n) => `${word(n)}@${word(7 * n)}.org`),
};

/** Shapes of running text, in one long line or in many. */
export const shapes: Readonly<Record<string, Shape>> = {
  'one word': fill('a'),
  'one word, capitals': fill('A'),
  'one word of accents': fill('é'),
  'words, one line': fill('word '),
  'sentences, one line': fill('A short sentence stands here. '),
  'sentences without blanks': fill('end.Begin'),
  'lower-case sentences': fill('the end. the beginning '),
  'sentences with rare marks': fill('Well…? He said．"Go․" “So!” '),
  'lines that begin alike': numbered(
    (n) => `Every line of this list begins as all others do, and has number ${n} at its end.`,
  ),
  'equal lines': fill('The same line again and again.\n'),
  'lines of a character': fill('a\n'),
  'lines of numbers': numbered(String),
  'one line of numbers': fill('1 234.56, '),
  digits: fill('1'),
  blanks: between(' '),
  'no-break blanks': between('\u00a0'),
  tabs: between('\t'),
  'empty lines': between('\n'),
  'closing brackets': between(')'),
  'closing brackets behind a full stop': (size) => `Word.${fill(')')(size)} Word.`,
  'quotation marks': between('"'),
  'quotation marks behind a full stop': (size) => `Word.${fill('"')(size)} Word.`,
  'blanks and quotation marks': fill('." '),
  'curly quotation marks': fill('“”'),
  apostrophes: fill("a'"),
  'opening brackets': between('('),
  'square brackets': fill('['),
  'note marks': fill('word.[1] '),
  'angle brackets': fill('<'),
  comments: fill('<!-- '),
  tags: fill('<img '),
  attributes: fill('a="b" '),
  'slashes and equal signs': fill('a/b='),
  'at signs': fill('a@'),
  'full stops': fill('.'),
  'full stops and blanks': fill('. '),
  ellipses: fill('… '),
  'question marks': fill('?!'),
  initials: fill('J. '),
  'initials without blanks': fill('J.'),
  'list labels': fill('1. a '),
  hyphens: fill('a-'),
  dashes: fill('— '),
  stars: fill('*'),
  ideographs: fill('一'),
  'ideographs with stops': fill('一二三。'),
  kana: fill('かな'),
  hangul: fill('한국어 '),
  Thai: fill('ภาษาไทย '),
  'Thai without blanks': fill('ภาษาไทย'),
  Arabic: fill('كلمة. '),
  Devanagari: fill('शब्द। '),
  'combining marks': (size) => `a${fill('\u0301')(size)}`,
  joiners: fill('\u200d'),
  emoji: fill('👨‍👩‍👧'),
  flags: fill('🇫🇷'),
  'lone surrogates': fill('\ud800 '),
  'changing languages': fill('This is English text here. Ceci est du texte français. '),
  'changing scripts': fill('слово word 一 '),
};

/** Shapes of Markdown. */
export const markdownShapes: Readonly<Record<string, Shape>> = {
  'marks of emphasis': fill('*a_b '),
  'nested brackets': (size) => `${fill('[')(size / 2)}${fill(']')(size / 2)}`,
  'links without an end': fill('[a](<b '),
  images: fill('![a'),
  'code of every length': numbered((n) => `${'`'.repeat(n % 50)}a`),
  'code without an end': fill('`a '),
  'escaped marks': fill('\\*'),
  'backslashes, then lines': (size) => `${fill('\\')(size / 2)}${fill('\\\n')(size / 2)}`,
  'underlined headings': fill('Head\n===\n\nText.\n\n'),
  'two levels of bullets': fill('- a\n  - b\n'),
  'numbered items': numbered((n) => `${n}. item`),
  'numbered items apart': numbered((n) => `${n}. item\n`),
  'deep quotations': fill('> '),
  'deep bullets': fill('- '),
  'deep numbers': fill('1. '),
  'deep bullets, then lines': (size) => `${fill('- ')(size / 2)}a\n${fill('b\n')(size / 2)}`,
  'deep bullets, then empty lines': (size) => `${fill('- ')(size / 2)}a\n${fill('\n')(size / 2)}`,
  'deep quotations, then lines': (size) => `${fill('> ')(size / 2)}a\n${fill('b\n')(size / 2)}`,
  columns: (size) => `${fill('|a')(size)}\n${fill('|-')(size)}\n${fill('|b')(size)}`,
  rows: (size) => `a|b\n-|-\n${fill('c|d\n')(size)}`,
  tables: fill('a|b\n-|-\nc|d\n\n'),
  'a delimiter row that is none': (size) => `x\na|b\n${fill(' ')(size)}x`,
  'stars and letters': fill('*a '),
  'underscores around letters': fill('_a_ '),
  brackets: fill('['),
  'brackets of images': fill('!['),
  links: fill('[a]('),
  backquotes: fill('`'),
  blocks: fill('<div>\n\n'),
  tags: fill('<a '),
  'ends of tags': fill('/>'),
  comments: fill('<!-- a\n'),
  notes: numbered((n) => `[^${n}]: note`),
  definitions: numbered((n) => `[r${n}]: http://x "t"`),
  'a title that does not end': (size) => `[a]: b "${fill('x\n')(size)}`,
  'a label that does not end': (size) => `[${fill('x\n')(size)}`,
  'front matter': (size) => `---\n${fill('a: b\n')(size)}`,
  fences: fill('```\n'),
  code: fill('    a\n\n'),
  'number signs': fill('#'),
};

/** Lines that are aligned with as many others. */
export const alignedShapes: Readonly<Record<string, (line: number) => string>> = {
  'equal lines': () => 'The same line again.',
  'two lines that take turns': (n) => (n % 2 === 0 ? 'One line.' : 'The other line.'),
  numbers: String,
};
