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
  (line: (number: number) => string): Shape =>
  (size) => {
    const lines: string[] = [];
    for (let length = 0, n = 1; length < size; n++) {
      lines.push(line(n));
      length += (lines.at(-1)?.length ?? 0) + 1;
    }
    return lines.join('\n');
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
  'dates, one line': fill('12 May 2020, '),
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
