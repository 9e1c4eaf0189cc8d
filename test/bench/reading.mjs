/**
 * What reading costs and how much of a text comes out: seconds, peak memory and F1 of words and paragraphs
 * for files that pandoc, LibreOffice and Chromium make of a known text, and the cost of a large
 * translation memory. Run it after `npm run build`:
 *
 *     node test/bench/reading.mjs [FOLDER] [FORMAT...]
 *
 * FOLDER keeps the files (by default a temporary one). Formats whose program is missing are named and left out.
 * Times are of the whole program, `paralign segment FILE --text`; memory is the peak of its largest process.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const program = join(root, 'dist/cli/main.js');
const [where, ...wanted] = process.argv.slice(2);
const folder =
  where === undefined ? mkdtempSync(join(tmpdir(), 'paralign-reading-')) : resolve(where);
mkdirSync(folder, { recursive: true });

/** Paragraphs of the seeds and of other writing, each made unlike all others by a number, up to a size in bytes. */
function makeParagraphs(size) {
  const seeds = join(root, 'seeds');
  const own = [
    'الماء حق، قال رئيس البلدية، ولن يعطش أحد مرة أخرى في هذه المدينة.',
    '市长说，水是一种权利。四百年来，这座城市只喝一条河的水。',
    'पानी एक अधिकार है, महापौर ने कहा। अब कोई प्यासा नहीं रहेगा।',
    'Wasser ist ein Recht, sagte der Bürgermeister über die Brunnen der Stadt.',
  ];
  const lines = readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(seeds, name), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line.length > 60 && !/[<>{}\\]/.test(line))
    .concat(own);
  const paragraphs = [];
  for (let bytes = 0, at = 0; bytes < size; at++) {
    const text = `Section ${at + 1} says: ${lines[at % lines.length]}`;
    paragraphs.push(text);
    bytes += Buffer.byteLength(text) + 2;
  }
  return paragraphs;
}

const escaped = (text) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
const page = (paragraphs) =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Reading</title></head>\n<body>\n${paragraphs
    .map((text) => `<p>${escaped(text)}</p>`)
    .join('\n')}\n</body></html>\n`;

/** Runs a program to its end; null if it is missing. */
function made(command, args) {
  const { error, status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (error?.code === 'ENOENT') return null;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return command;
}

const paragraphs = makeParagraphs(5_000_000);
// As many pages of paper as a long manual has.
const long = makeParagraphs(5_600_000);
writeFileSync(join(folder, 'text.html'), page(paragraphs));
writeFileSync(
  join(folder, 'pages.html'),
  page(long).replace('<body>', '<body style="font: 11pt serif">'),
);

const pandoc = (name) => () =>
  made('pandoc', ['-s', '-f', 'html', 'text.html', '-o', name, '--metadata', 'title=Reading']);
const files = [
  { name: 'text.html', make: () => 'this script', text: paragraphs },
  { name: 'text.docx', make: pandoc('text.docx'), text: paragraphs },
  { name: 'text.odt', make: pandoc('text.odt'), text: paragraphs },
  { name: 'text.epub', make: pandoc('text.epub'), text: paragraphs },
  { name: 'text.rtf', make: pandoc('text.rtf'), text: paragraphs },
  {
    name: 'pages.pdf',
    make: () =>
      made('chromium', [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        '--print-to-pdf=pages.pdf',
        'pages.html',
      ]),
    text: long,
  },
  {
    name: 'office.pdf',
    make: () =>
      made('soffice', [
        '--headless',
        '--convert-to',
        'pdf:writer_pdf_Export',
        '--outdir',
        'office',
        'text.docx',
      ]),
    at: 'office/text.pdf',
    text: paragraphs,
  },
  { name: 'memory.tmx', make: () => makeMemory('memory.tmx', 100_000_000) },
];

/** A translation memory of a size in bytes. */
function makeMemory(name, size) {
  const file = openSync(join(folder, name), 'w');
  let bytes = writeSync(
    file,
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="bench" adminlang="en" srclang="en" datatype="plaintext"/><body>\n',
  );
  for (let at = 0; bytes < size; at += 1000) {
    const units = [];
    for (let unit = at; unit < at + 1000; unit++) {
      const text = escaped(paragraphs[unit % paragraphs.length]);
      units.push(
        `<tu tuid="${unit}"><tuv xml:lang="en"><seg>${unit} ${text}</seg></tuv><tuv xml:lang="de"><seg>Satz ${unit}: ${text}</seg></tuv></tu>\n`,
      );
    }
    bytes += writeSync(file, units.join(''));
  }
  writeSync(file, '</body></tmx>\n');
  closeSync(file);
  return 'this script';
}

/** F1 of what was found against what was meant, counted with repeats. */
function f1(meant, found) {
  const counts = new Map();
  for (const one of meant) counts.set(one, (counts.get(one) ?? 0) + 1);
  let same = 0;
  for (const one of found) {
    const left = counts.get(one) ?? 0;
    if (left > 0) {
      same++;
      counts.set(one, left - 1);
    }
  }
  return (2 * same) / (meant.length + found.length);
}

// Curly and straight quotation marks, and what a program makes of blank space, count as equal.
const plain = (text) =>
  text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ')
    .trim();
const words = (texts) =>
  texts.flatMap((text) =>
    [...plain(text).matchAll(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word),
  );

/** Peak memory of the largest process and seconds, by GNU time or, without it, by Python. */
function measured(args, output) {
  const script = [
    'import resource, subprocess, sys, time',
    'start = time.time()',
    `code = subprocess.call(sys.argv[2:], stdout=open(sys.argv[1], "wb"))`,
    'print(code, time.time() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)',
  ].join('\n');
  const { stdout } = spawnSync(
    'python3',
    ['-c', script, output, process.execPath, program, ...args],
    { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [code, seconds, kilobytes] = stdout.trim().split(' ').map(Number);
  return { code, seconds, megabytes: kilobytes / 1000 };
}

for (const { name, at = name, make, text } of files) {
  if (wanted.length > 0 && !wanted.some((format) => name.endsWith(format))) continue;
  const path = join(folder, at);
  if (!existsSync(path) && make() === null) {
    console.log(`${name}: not measured, the program that makes it is missing`);
    continue;
  }
  const output = join(folder, `${name}.txt`);
  const args = text
    ? ['segment', path, '--text']
    : ['convert', path, '-o', join(folder, 'pairs.csv')];
  const { code, seconds, megabytes } = measured(args, output);
  const cost = `${name}: exit ${code}, ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`;
  if (!text) {
    console.log(cost);
    continue;
  }
  const found = readFileSync(output, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const quality = `words ${f1(words(text), words(found)).toFixed(4)}, paragraphs ${f1(text.map(plain), found.map(plain)).toFixed(4)}`;
  console.log(`${cost}, F1 ${quality}`);
}
