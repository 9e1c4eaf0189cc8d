/**
 * One line of 50 MB through every command: processor time, wall time and the peak memory of all processes together,
 * beside the limit of issue 15, 20 s and 1 GB. `--sets` names some of the commands; `--pairs` gives the sentences
 * (otherwise words of the seeds); `--sizes` is the bytes of the line in MB (50).
 *
 * Files are kept in the folder `--files`, if one is given, for later runs.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { seededRandom } from '../seeded-random.js';
import { writeSources } from './long-line-sources.js';
import { paraphrases, translations } from './made-texts.js';
import type { Options } from './main.js';
import { program } from './places.js';
import { runTree } from './tree-cost.js';

/** Sentences of the texts beside the line. */
const short = 24;
const middling = 2500;

/** A command, the files that it takes from commands before it, and how it is called. */
interface Case {
  readonly name: string;
  readonly args: readonly string[];
}

/** Prints a row for every command. Needs the program built. */
export async function run(options: Options): Promise<void> {
  const kept = options.files;
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'long-line-')) : resolve(kept);
  mkdirSync(folder, { recursive: true });
  const megabytes = Number(options.sizes ?? 50);
  if (!existsSync(join(folder, 'linked.jsonl'))) await makeFiles(folder, megabytes, options.pairs);
  const wanted = options.sets?.split(',');
  process.stdout.write(`${cpus().length} x ${cpus()[0]?.model ?? '?'}, Node ${process.version}\n`);
  process.stdout.write(`${row('command', 'cpu s', 'wall s', 'MB')}\n`);
  for (const { name, args } of cases()) {
    if (wanted && !wanted.some((own) => name === own || name.startsWith(`${own} `))) continue;
    const inFolder = args.map((word) => word.replace(/^@/, `${folder}/`));
    const output = inFolder.indexOf('-o');
    if (output >= 0) rmSync(inFolder[output + 1] ?? '', { force: true });
    const { cpu, wall, memory, status, said } = await runTree(
      process.execPath,
      [program, ...inFolder],
      join(folder, 'stdout'),
    );
    process.stdout.write(`${row(name, cpu.toFixed(1), wall.toFixed(1), memory.toFixed(0))}\n`);
    if (status !== 0) process.stdout.write(`  exit ${status}: ${said.trim().slice(-300)}\n`);
  }
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

function row(name: string, ...figures: readonly string[]): string {
  return `${name.padEnd(34)}${figures.map((figure) => figure.padStart(9)).join('')}`;
}

/** The line, and what stands in the other language for some of its sentences. */
async function makeFiles(folder: string, megabytes: number, pairs?: string): Promise<void> {
  const random = seededRandom(1);
  const material = pairs === undefined ? paraphrases() : translations(pairs);
  const long: string[] = [];
  const other: string[] = [];
  for (let bytes = 0; bytes < megabytes * 1e6;) {
    const [own, counterpart] = material(random);
    const sentence = /[.!?]["”)]*$/.test(own) ? own : `${own}.`;
    long.push(sentence);
    other.push(counterpart);
    bytes += Buffer.byteLength(sentence) + 1;
  }
  const line = long.join(' ');
  const part = (from: number, count: number): string => other.slice(from, from + count).join('\n');
  writeFileSync(join(folder, 'line.txt'), line);
  writeFileSync(join(folder, 'other.txt'), other.join(' '));
  writeFileSync(join(folder, 'short.txt'), part(Math.floor(long.length / 2), short));
  writeFileSync(join(folder, 'middling.txt'), part(Math.floor(long.length / 3), middling));
  const docs = (side: string, texts: readonly string[]): void => {
    mkdirSync(join(folder, 'docs', side), { recursive: true });
    texts.forEach((text, at) => writeFileSync(join(folder, 'docs', side, `${at}.txt`), text));
  };
  docs('a', [line, ...[1, 2, 3].map((at) => long.slice(at * short, (at + 1) * short).join('\n'))]);
  docs('b', [
    part(Math.floor(long.length / 2), short),
    ...[1, 2, 3].map((at) => part(at * short, short)),
  ]);
  writeFileSync(join(folder, 'jobs.csv'), 'id,source_a,source_b\nline,line.txt,short.txt\n');
  await writeSources(folder, line);
}

/** Formats of a result, by ending. */
const results = [
  ...['csv', 'tsv', 'json', 'jsonl', 'xlsx', 'vecalign', 'tmx', 'xliff', 'po', 'moses', 'columns'],
  ...['ladder', 'linkgrp', 'tei', 'html', 'epub', 'docx'],
];
/** Files that hold the line as one text. */
const sources = [
  ...['html', 'md', 'docx', 'odt', 'epub', 'tei', 'rtf', 'csv', 'tsv', 'json', 'jsonl', 'srt'],
];
/** Files of linked texts that hold it in one cell. */
const linked = ['tmx', 'xliff', 'po', 'csv', 'tsv', 'json', 'jsonl'];

/** Every command; those behind `align review` read the review that it writes. */
function cases(): Case[] {
  const texts = ['@line.txt', '@short.txt'];
  const review = '@line.paralign';
  return [
    { name: 'segment', args: ['segment', '@line.txt'] },
    { name: 'segment lines', args: ['segment', '@line.txt', '--lines'] },
    { name: 'segment jsonl', args: ['segment', '@line.txt', '--format', 'jsonl'] },
    { name: 'segment json', args: ['segment', '@line.txt', '--json'] },
    { name: 'detect', args: ['detect', '@line.txt'] },
    { name: 'detect json', args: ['detect', '@line.txt', '--json'] },
    { name: 'embed', args: ['embed', '@line.txt', '-o', '@line.npy', '--no-cache'] },
    ...sources.map((format) => ({
      name: `segment source ${format}`,
      args: ['segment', `@source.${format}`],
    })),
    ...linked.map((format) => ({
      name: `convert source ${format}`,
      args: ['convert', `@linked.${format}`, '-o', '@linked.out.csv'],
    })),
    { name: 'align paralign', args: ['align', ...texts, '-o', review, '--no-cache'] },
    { name: 'align print', args: ['align', ...texts, '--no-cache'] },
    ...results.map((format) => ({
      name: `align ${format}`,
      args: [
        ...['align', ...texts, '-o', `@line.out.${format}`, '--format', format, '--no-cache'],
        '--no-checks',
      ],
    })),
    { name: 'align checks', args: ['align', ...texts, '-o', '@line.checked.csv', '--no-cache'] },
    {
      name: 'align middling',
      args: ['align', '@line.txt', '@middling.txt', '-o', '@middling.csv', '--no-cache'],
    },
    {
      name: 'review start',
      args: ['review', ...texts, '-o', '@started.paralign', '--plain', '--no-cache'],
    },
    { name: 'review open', args: ['review', review, '--plain'] },
    { name: 'report texts', args: ['report', ...texts, '-o', '@texts.html', '--no-cache'] },
    { name: 'report review', args: ['report', review, '-o', '@review.html'] },
    { name: 'show', args: ['show', review] },
    { name: 'show all', args: ['show', review, '--all'] },
    { name: 'stats', args: ['stats', review] },
    { name: 'terms', args: ['terms', review, '-o', '@terms.csv'] },
    { name: 'score', args: ['score', review, review] },
    { name: 'compare', args: ['compare', review, review] },
    ...results.map((format) => ({
      name: `convert ${format}`,
      args: ['convert', review, '-o', `@converted.${format}`, '--format', format],
    })),
    { name: 'convert paralign', args: ['convert', review, '-o', '@copy.paralign'] },
    ...['csv', 'json', 'jsonl', 'tmx', 'tei', 'xlsx', 'po'].flatMap((format) => [
      {
        name: `read ${format} convert`,
        args: ['convert', `@line.out.${format}`, '-o', '@again.tsv'],
      },
      { name: `read ${format} show`, args: ['show', `@line.out.${format}`] },
      { name: `read ${format} stats`, args: ['stats', `@line.out.${format}`] },
    ]),
    { name: 'score csv', args: ['score', '@line.out.csv', '@line.out.vecalign'] },
    { name: 'compare csv', args: ['compare', '@line.out.csv', '@line.out.json'] },
    { name: 'report csv', args: ['report', '@line.out.csv', '-o', '@csv.html'] },
    { name: 'explain', args: ['explain', ...texts, '--bead', '12', '--no-cache'] },
    { name: 'match', args: ['match', '@docs/a', '@docs/b', '-o', '@match.csv', '--no-cache'] },
    { name: 'batch', args: ['batch', '@jobs.csv', '--out', '@results', '--no-cache'] },
    { name: 'batch report', args: ['stats', '@results'] },
    {
      name: 'align both',
      args: [
        'align',
        '@line.txt',
        '@other.txt',
        '-o',
        '@both.csv',
        '--mode',
        'parallel',
        '--no-cache',
      ],
    },
  ];
}
