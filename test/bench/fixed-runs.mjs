/**
 * Runs a fixed list of command lines with one build of the program and keeps what each printed, so that
 * two builds can be compared to the byte:
 *
 *     node test/bench/fixed-runs.mjs OLD/dist/cli/main.js before [GOLD-FOLDER]
 *     node test/bench/fixed-runs.mjs dist/cli/main.js after [GOLD-FOLDER]
 *     diff -r before after
 *
 * GOLD-FOLDER holds folders of hand-aligned documents (`<doc>.<language>` files); without it only the
 * seeds and the texts of the tests are run. Inputs are those of this checkout for either build.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;
const [program, out, gold] = process.argv.slice(2);
if (program === undefined || out === undefined) {
  process.stderr.write('usage: fixed-runs.mjs PROGRAM OUT-FOLDER [GOLD-FOLDER]\n');
  process.exit(2);
}
const folder = resolve(out);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
// One path for every build: messages and reports name it.
const home = join(tmpdir(), 'paralign-fixed-runs');
rmSync(home, { recursive: true, force: true });
mkdirSync(home);

/** Runs one command line in a folder with short names for the seeds; keeps streams and exit code. */
function run(name, args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(program), ...args], {
    cwd: home,
    input,
    env: { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', COLUMNS: '100' },
    maxBuffer: 1 << 29,
  });
  writeFileSync(join(folder, `${name}.out`), stdout);
  writeFileSync(join(folder, `${name}.err`), `${stderr}exit ${status}\n`);
}

readdirSync(join(root, 'seeds'))
  .sort()
  .forEach((file, index) => cpSync(join(root, 'seeds', file), join(home, `s${index}.txt`)));
const seeds = ['s0.txt', 's1.txt', 's2.txt', 's3.txt', 's4.txt'];

for (const format of ['csv', 'tsv', 'json', 'jsonl', 'vecalign'])
  run(`align-0-1-${format}`, ['align', 's0.txt', 's1.txt', '--format', format]);
run('align-0-1-table', ['align', 's0.txt', 's1.txt', '--color', 'always']);
run('align-0-1-pairs', ['align', 's0.txt', 's1.txt', '--pairs-only', '--format', 'csv', '--bom']);
run('align-0-1-safe', [
  'align',
  's0.txt',
  's1.txt',
  '--spreadsheet-safe',
  '--format',
  'csv',
  '--delimiter',
  ';',
]);
run('align-0-1-noise', ['align', 's0.txt', 's1.txt', '--keep-noise', '--format', 'csv']);
run('align-2-csv', ['align', 's2.txt', 's1.txt', '--format', 'csv']);
run('align-3-4-parallel', ['align', 's3.txt', 's4.txt', '--mode', 'parallel', '--format', 'csv']);
run('align-3-4-comparable', [
  'align',
  's3.txt',
  's4.txt',
  '--mode',
  'comparable',
  '--format',
  'csv',
]);
run('align-all-csv', ['align', ...seeds, '--format', 'csv']);
run('align-all-json', ['align', ...seeds, '--format', 'json']);
run('align-pivot', [
  'align',
  's0.txt',
  's1.txt',
  's2.txt',
  '--pivot',
  'B',
  '--lang',
  'A=en',
  '--format',
  'csv',
]);
run('align-no-checks', ['align', 's0.txt', 's1.txt', '--no-checks', '--format', 'json']);
writeFileSync(join(home, 'anchors.txt'), '1:1\n4,5:5\n');
run('align-anchors', ['align', 's0.txt', 's1.txt', '--anchors', 'anchors.txt', '--format', 'csv']);
run('align-missing', ['align', 's0.txt', 'none.txt']);
run('align-bad-option', ['align', 's0.txt', 's1.txt', '--mod', 'x']);
run('align-stdin', ['align', '-', 's1.txt', '--format', 'csv'], readFileSync(join(home, 's0.txt')));
for (const bead of ['1', '7', '30']) {
  run(`explain-${bead}`, ['explain', 's0.txt', 's1.txt', '--bead', bead]);
  run(`explain-${bead}-json`, ['explain', 's0.txt', 's1.txt', '--bead', bead, '--json']);
}
run('explain-comparable', ['explain', 's2.txt', 's1.txt', '--bead', '5']);
const texts = [
  ...seeds,
  ...readdirSync(join(root, 'test/segment/boundaries'))
    .filter((file) => file.endsWith('.txt'))
    .sort(),
];
for (const file of texts.slice(seeds.length))
  cpSync(join(root, 'test/segment/boundaries', file), join(home, file));
run('detect', ['detect', ...texts]);
run('detect-json', ['detect', ...texts, '--json']);
run('segment', ['segment', ...texts]);
run('segment-json', ['segment', ...texts, '--json']);
run('segment-lines', ['segment', ...texts, '--lines']);
run('embed', ['embed', 's0.txt', '--format', 'jsonl']);
const review = join(root, 'test/fixtures/review-v1.paralign');
for (const format of ['csv', 'tsv', 'json', 'jsonl', 'vecalign'])
  run(`convert-${format}`, ['convert', review, '--format', format]);
for (const topic of ['', 'align', 'batch', 'review', 'convert', 'score', 'models'])
  run(`help-${topic || 'all'}`, topic === '' ? ['--help'] : ['help', topic]);

/** Batches keep their files, the report too. */
function batch(name, jobs, options) {
  const manifest = join(home, `${name}.jsonl`);
  writeFileSync(manifest, jobs.map((job) => `${JSON.stringify(job)}\n`).join(''));
  run(`batch-${name}`, ['batch', manifest, '--out', join(home, name), ...options]);
  cpSync(join(home, name), join(folder, `batch-${name}`), { recursive: true });
  // The journal has the jobs in the order in which they ended.
  rmSync(join(folder, `batch-${name}`, '.paralign-jobs.jsonl'), { force: true });
}
batch(
  'seeds',
  [
    { id: 'one', source_a: 's0.txt', source_b: 's1.txt' },
    { id: 'two', source_a: 's1.txt', source_b: 's2.txt', source_c: 's0.txt' },
    { id: 'gone', source_a: 's1.txt', source_b: 'none.txt' },
  ],
  ['--jobs', '2', '--format', 'json'],
);

if (gold !== undefined) {
  const sets = readdirSync(gold, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const set of sets.map(({ name }) => name).sort()) {
    const path = join(resolve(gold), set);
    const files = readdirSync(path, { withFileTypes: true }).map(({ name }) => name);
    const jobs = files
      .filter((file) => file.endsWith('.gold'))
      .sort()
      .flatMap((file) => {
        const id = basename(file, '.gold');
        const sides = files.filter((other) => other.startsWith(`${id}.`) && other !== file).sort();
        const [a, b] = sides;
        return a !== undefined && b !== undefined && sides.length === 2
          ? [{ id, source_a: join(path, a), source_b: join(path, b) }]
          : [];
      });
    if (jobs.length > 0) batch(set, jobs, ['--segmented', '--format', 'json', '--jobs', '2']);
  }
}
rmSync(home, { recursive: true, force: true });
