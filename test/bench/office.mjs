// Measures the readers of DOCX, ODT and RTF on 5 MB of text that pandoc and, with --libreoffice, LibreOffice
// put into these formats: time and memory of a process of its own, F1 of words and of paragraphs against
// the text that the files were made from. Needs a build, pandoc and, if asked for, soffice.
//
//     node test/bench/office.mjs [--libreoffice] [--size BYTES]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSource } from '../../dist/index.js';

const { values } = parseArgs({
  options: {
    read: { type: 'string' },
    libreoffice: { type: 'boolean', default: false },
    size: { type: 'string', default: '5000000' },
  },
});

const sentences = [
  'The harbour was built long before the town had a name.',
  'Wir haben nie daran gedacht, fortzugehen, denn das Meer ist unser Garten.',
  'Nous avons toujours vécu ici, au bout du monde, comme disait ma mère.',
  'Мы живём у моря, и море кормит нас.',
  'نحن نعيش بجانب البحر منذ مئات السنين.',
  '我们世世代代住在海边。每年春天，渔船向北航行。',
  'हम समुद्र के किनारे रहते हैं।',
  '港は朝早くから賑わっています。',
  'Zażółć gęślą jaźń, mówi stary rybak, i śmieje się.',
  'El puerto se cierra cuando sopla el viento del norte.',
];

/** Markdown of about so many bytes, and the paragraphs of its text. */
function makeText(size) {
  let markdown = '';
  const paragraphs = [];
  let count = 0;
  const say = () => {
    const number = count++;
    const text = `${sentences[number % sentences.length]} (${number}) ${sentences[(number * 7 + 3) % sentences.length]}`;
    paragraphs.push(text);
    return text;
  };
  let bytes = 0;
  const add = (block) => {
    markdown += `${block}\n\n`;
    bytes += Buffer.byteLength(block);
  };
  for (let part = 1; bytes < size; part++) {
    add(`## ${say()}`);
    for (let at = 0; at < 8; at++) add(say());
    add(`${say()}[^${part}]`);
    add(`[^${part}]: ${say()}`);
    add(`- ${say()}\n- ${say()}\n    - ${say()}`);
    add(`1. ${say()}\n2. ${say()}`);
    add(`> ${say()}`);
    add(`| ${say()} | ${say()} |\n|---|---|\n| ${say()} | ${say()} |`);
  }
  return { markdown, paragraphs };
}

/** F1 of two bags. */
function f1(expected, found) {
  const left = new Map();
  for (const item of expected) left.set(item, (left.get(item) ?? 0) + 1);
  let same = 0;
  for (const item of found) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    left.set(item, count - 1);
    same++;
  }
  return (2 * same) / (expected.length + found.length);
}

const wordsOf = (texts) => texts.flatMap((text) => text.split(/\s+/).filter((word) => word !== ''));

if (values.read !== undefined) {
  const bytes = readFileSync(values.read);
  const before = performance.now();
  // The name says nothing about the format.
  const { sources } = await readSource('file', bytes);
  const seconds = (performance.now() - before) / 1000;
  const memory = process.resourceUsage().maxRSS / 1024;
  const { text, blocks } = sources[0];
  const paragraphs = blocks.map(({ start, end }) => text.slice(start, end));
  process.stdout.write(JSON.stringify({ seconds, memory, paragraphs }));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const { markdown, paragraphs } = makeText(Number(values.size));
    const source = join(folder, 'source.md');
    writeFileSync(source, markdown);
    const files = [];
    for (const format of ['docx', 'odt', 'rtf']) {
      const file = join(folder, `pandoc.${format}`);
      execFileSync('pandoc', ['-f', 'markdown-smart', '-s', source, '-o', file], {
        stdio: 'inherit',
      });
      files.push(file);
    }
    if (values.libreoffice) {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      for (const [from, to] of [
        ['docx', 'odt'],
        ['docx', 'rtf'],
        ['odt', 'docx'],
        ['docx', 'fodt'],
      ]) {
        const out = join(folder, 'libreoffice');
        const input = join(folder, `pandoc.${from}`);
        execFileSync(
          'soffice',
          [profile, '--headless', '--convert-to', to, '--outdir', out, input],
          { stdio: 'ignore' },
        );
        files.push(join(out, `pandoc.${to}`));
      }
    }
    for (const file of files) {
      const output = execFileSync(
        process.execPath,
        [fileURLToPath(import.meta.url), '--read', file],
        { maxBuffer: 1 << 30, encoding: 'utf8' },
      );
      const read = JSON.parse(output);
      const megabytes = (statSync(file).size / 1e6).toFixed(1);
      console.log(
        `${file.slice(folder.length + 1)} (${megabytes} MB): ${read.seconds.toFixed(2)} s, ${Math.round(read.memory)} MB, ` +
          `F1 of words ${f1(wordsOf(paragraphs), wordsOf(read.paragraphs)).toFixed(4)}, of paragraphs ${f1(paragraphs, read.paragraphs).toFixed(4)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
