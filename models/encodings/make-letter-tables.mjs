/**
 * Makes src/read/decode/letter-tables.ts: how often which letter follows which in every language
 * that legacy encodings were made for, counted in sentences of the training corpora. Nothing of
 * the corpora is in it but these counts.
 *
 *   npm run build && node models/encodings/make-letter-tables.mjs CORPORA
 *
 * CORPORA holds `xx-en.tsv.xz`, each line `source TAB sentence TAB English`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classCount, classOf, smallLetter, symbolClass } from '../../dist/read/decode/symbols.js';

const [corpora] = process.argv.slice(2);
if (corpora === undefined) throw new Error('usage: make-letter-tables.mjs CORPORA');

/** Lists of names and terms are not how people write. */
const termLists = new Set(['omw', 'wikidata-names', 'cldr-names', 'covid-terms']);
const mostSentences = 30_000;
const mostPerSource = 6_000;

const hasAny = (pattern) => (text) => pattern.test(text);
const hansOnly =
  /[们这个来对时说会国为学产发经问实现动还没开关长进种业东见车让认过么从头应无点书给电话间买钱边]/g;
const hantOnly =
  /[們這個來對時說會國為學產發經問實現動還沒開關長進種業東見車讓認過麼從頭應無點書給電話間買錢邊]/g;
const countOf = (text, pattern) => (text.match(pattern) ?? []).length;

/** Languages: the corpus, what letters they are written with, how many of them count, which lines. */
const latin = (language, letters = '') => ({
  language,
  letters: 'abcdefghijklmnopqrstuvwxyz' + letters,
});
const languages = [
  latin('en', 'éèêçñáíóöüïâ'),
  latin('de', 'äöüßéàè'),
  latin('fr', 'àâæçéèêëîïôœùûüÿ'),
  latin('es', 'áéíñóúü'),
  latin('it', 'àèéìíîòóùú'),
  latin('pt', 'àáâãçéêíóôõúü'),
  latin('nl', 'áèéêëïíóöü'),
  latin('sv', 'åäöéàü'),
  latin('da', 'æøåéöü'),
  latin('nb', 'æøåéòôó'),
  latin('nn', 'æøåéòôó'),
  latin('fi', 'äöåéšž'),
  latin('is', 'áðéíóúýþæö'),
  latin('ga', 'áéíóú'),
  latin('cy', 'âêîôûŵŷïáëö'),
  latin('gl', 'áéíñóúüï'),
  latin('ca', 'àçèéíïòóúü'),
  latin('eu', 'ñçü'),
  latin('af', 'êëéèîôûïáö'),
  latin('sq', 'çë'),
  latin('et', 'äõöüšž'),
  latin('pl', 'ąćęłńóśźż'),
  latin('cs', 'áčďéěíňóřšťúůýž'),
  latin('sk', 'áäčďéíĺľňóôŕšťúýž'),
  latin('hu', 'áéíóöőúüű'),
  latin('sl', 'čšžćđ'),
  latin('hr', 'čćđšž'),
  latin('ro', 'ăâîşţ'),
  latin('lt', 'ąčęėįšųūž'),
  latin('lv', 'āčēģīķļņšūž'),
  latin('tr', 'çğıöşüâîû'),
  latin('ku', 'çêîşûıü'),
  latin('eo', 'ĉĝĥĵŝŭ'),
  { ...latin('vi', 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ') },
  { ...latin('sr-Latn', 'čćđšž'), corpus: 'sr', takes: (text) => !/[а-я]/i.test(text) },
  {
    language: 'sr-Cyrl',
    corpus: 'sr',
    takes: hasAny(/[а-я]{4}/),
    letters: 'абвгдђежзијклљмнњопрстћуфхцчџш',
  },
  { language: 'ru', letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя' },
  { language: 'uk', letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя' },
  { language: 'be', letters: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя' },
  { language: 'bg', letters: 'абвгдежзийклмнопрстуфхцчшщъьюяѝ' },
  { language: 'mk', letters: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш' },
  { language: 'kk', letters: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя' },
  { language: 'el', letters: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ' },
  { language: 'he', letters: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת' },
  { language: 'ar', letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ' },
  { language: 'fa', letters: 'ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویيك\u200c' },
  { language: 'ur', letters: 'ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےُِ' },
  { language: 'th', letters: 'กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮฯะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์' },
  { language: 'hy', letters: 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև' },
  { language: 'ka', letters: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ' },
  {
    language: 'ja',
    letters:
      'ぁあぃいうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわをん' +
      'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチッツテデトドナニネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワンヴー',
  },
  { language: 'ko', letters: '' },
  {
    language: 'zh-Hans',
    corpus: 'zh',
    letters: '',
    takes: (text) => countOf(text, hansOnly) > countOf(text, hantOnly),
  },
  {
    language: 'zh-Hant',
    corpus: 'zh',
    letters: '',
    takes: (text) => countOf(text, hantOnly) > countOf(text, hansOnly),
  },
];

/** A tenth of the sentences to judge by and a tenth to tune by stay out. */
const isHeldOut = (text) => createHash('md5').update(text).digest()[0] % 10 < 2;

function sentencesOf({ language, corpus = language, takes = () => true }) {
  const file = join(corpora, `${corpus}-en.tsv.xz`);
  const options = { encoding: 'utf8', maxBuffer: 1 << 30 };
  const perSource = new Map();
  const sentences = [];
  for (const line of execFileSync('xzcat', [file], options).split('\n')) {
    const [source, text] = line.split('\t');
    if (text === undefined || termLists.has(source) || isHeldOut(text) || !takes(text)) continue;
    // The Serbian Bible is in a broken encoding itself.
    if (corpus === 'sr' && source.startsWith('bible')) continue;
    const count = perSource.get(source) ?? 0;
    if (count >= mostPerSource) continue;
    perSource.set(source, count + 1);
    sentences.push(text);
    if (sentences.length >= mostSentences) break;
  }
  return sentences;
}

/** English is the other side of every corpus. */
function englishSentences() {
  const file = join(corpora, 'de-en.tsv.xz');
  const lines = execFileSync('xzcat', [file], { encoding: 'utf8', maxBuffer: 1 << 30 }).split('\n');
  return lines.slice(0, mostSentences).map((line) => line.split('\t')[2] ?? '');
}

/** -ln of a probability in quarters, as one of 64 printable characters. */
const printable = (probability) =>
  String.fromCharCode(0x30 + Math.min(63, Math.round(-Math.log(probability) * 4))).replace(
    '\\',
    '~',
  );

/** Signs beyond ASCII for each in ASCII, at least. */
const signShare = 0.02;

const smallest = {
  [symbolClass.junk]: 1e-6,
  [symbolClass.foreign]: 1e-5,
  [symbolClass.han]: 1e-5,
  [symbolClass.hangul]: 1e-5,
  [symbolClass.latin]: 2e-4,
  [symbolClass.sign]: 1e-3,
};

function count({ letters }, sentences) {
  const numbers = new Map([...letters].map((letter, index) => [letter, classCount + index]));
  const size = classCount + numbers.size;
  const pairs = new Float64Array(size * size);
  const singles = new Float64Array(size);
  const within = { sign: new Map(), han: new Map(), hangul: new Map() };
  const totals = { sign: 0, han: 0, hangul: 0 };
  for (const sentence of sentences) {
    let before = symbolClass.boundary;
    for (const character of `${sentence.normalize('NFC')}\n`) {
      const small = smallLetter(character);
      const number = numbers.get(small) ?? classOf(small.codePointAt(0));
      pairs[before * size + number]++;
      singles[number]++;
      for (const kind of ['sign', 'han', 'hangul']) {
        if (number !== symbolClass[kind]) continue;
        totals[kind]++;
        within[kind].set(small, (within[kind].get(small) ?? 0) + 1);
      }
      before = number;
    }
  }
  // Signs stand where other punctuation does, though a corpus may hold few of them.
  const { asciiPunctuation, sign } = symbolClass;
  for (let other = 0; other < size; other++) {
    const after = pairs[other * size + asciiPunctuation] * signShare;
    pairs[other * size + sign] += after;
    singles[sign] += after;
    pairs[sign * size + other] += pairs[asciiPunctuation * size + other] * signShare;
  }
  const all = singles.reduce((sum, n) => sum + n, 0);
  const shares = [...singles].map((n, s) =>
    Math.max((n + 0.5) / (all + 0.5 * size), smallest[s] ?? 1e-5),
  );
  let cells = '';
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++)
      cells += printable((pairs[a * size + b] + 8 * shares[b]) / (singles[a] + 8));
  return { cells, within, totals };
}

/** Characters by their share in their class: in groups of falling frequency, half as frequent each. */
function grouped(counts, total, most) {
  const groups = [];
  for (const [character, n] of [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)) {
    if (n < 2) break;
    const group = Math.round(-Math.log2(n / total));
    groups[group] = (groups[group] ?? '') + character;
  }
  return Array.from(groups, (group) => group ?? '');
}

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
let out = `/* Made by models/encodings/make-letter-tables.mjs; not to be edited by hand. */
import type { LetterTable } from './letter-table.js';

/** How often which letter follows which, by language. */
export const letterTables: readonly LetterTable[] = [
`;
for (const language of languages) {
  const sentences = language.language === 'en' ? englishSentences() : sentencesOf(language);
  const { cells, within, totals } = count(language, sentences);
  console.error(language.language, sentences.length);
  out += `  {\n    language: '${language.language}',\n    letters: ${quoted(language.letters)},\n    cells: ${quoted(cells)},\n`;
  for (const [kind, most] of [
    ['sign', 40],
    ['han', 5000],
    ['hangul', 1500],
  ]) {
    const named = kind === 'sign' || (kind === 'han' ? /^(zh|ja)/ : /^ko/).test(language.language);
    out += `    ${kind}: [${named ? grouped(within[kind], totals[kind], most).map(quoted).join(', ') : ''}],\n`;
  }
  out += '  },\n';
}
writeFileSync(
  new URL('../../src/read/decode/data/letter-tables.ts', import.meta.url),
  `${out}];\n`,
);
