import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../../src/cli/command-table.js';
import type { CommandContext } from '../../../src/cli/commands/command.js';
import { fakeContext } from './fake-context.js';
import { parsed } from './parsed.js';

/** All that a command of this test reads, by kind. */
const inputs = {
  source: 'a.txt',
  'second source': 'b.txt',
  anchors: 'known.txt',
  'rules of splitting': 'rules.srx',
  abbreviations: 'short.txt',
  glossary: 'terms.csv',
  manifest: 'jobs.csv',
  'source of another job': 'd.txt',
  'anchors of a job': 'own.txt',
  review: 'r.paralign',
  journal: 'r.paralign.journal',
  lock: 'r.paralign.lock',
  backup: 'r.paralign.bak',
  'project configuration': '.paralignrc.json',
  'user configuration': 'config.json',
  'file of the model': 'model/config.json',
  document: 'en/x.txt',
  'document without a counterpart': 'es/alone.txt',
} as const;
type Kind = keyof typeof inputs;

const configuration: readonly Kind[] = ['project configuration', 'user configuration'];
const ofReviews: readonly Kind[] = ['review', 'journal', 'lock', 'backup'];
const withModel: readonly Kind[] = ['file of the model', ...configuration];

interface Writer {
  /** The option that is under test. */
  readonly option: string;
  /** The command line; OUT is where it writes, with an ending that fits. */
  readonly line: string;
  readonly output: string;
  readonly reads: readonly Kind[];
}

const splitting: readonly Kind[] = ['rules of splitting', 'abbreviations'];
const aligning: readonly Kind[] = [
  'source',
  'second source',
  'anchors',
  ...splitting,
  'glossary',
  ...withModel,
];
const batching: readonly Kind[] = [
  ...aligning,
  'manifest',
  'source of another job',
  'anchors of a job',
];
const rules = '--srx rules.srx --abbreviations short.txt';
const align = `align a.txt b.txt --anchors known.txt --glossary terms.csv ${rules} --model ./model`;

const writers: readonly Writer[] = [
  { option: 'align --output', line: `${align} -o OUT`, output: 'out.csv', reads: aligning },
  { option: 'align --output', line: `${align} -o OUT`, output: 'result', reads: aligning },
  { option: 'align --output', line: `${align} -o OUT`, output: 'new.paralign', reads: aligning },
  {
    option: 'embed --output',
    line: `embed a.txt ${rules} --model ./model -o OUT`,
    output: 'out.npy',
    reads: ['source', ...splitting, ...withModel],
  },
  {
    option: 'convert --output',
    line: 'convert r.paralign -o OUT',
    output: 'out.json',
    reads: [...ofReviews, ...configuration],
  },
  {
    option: 'terms --output',
    line: 'terms r.paralign -o OUT',
    output: 'out.csv',
    reads: [...ofReviews, ...configuration],
  },
  {
    option: 'compare --output',
    line: 'compare r.paralign r.paralign -o OUT',
    output: 'out.csv',
    reads: [...ofReviews, ...configuration],
  },
  {
    option: 'match --output',
    line: 'match a.txt b.txt --model ./model -o OUT',
    output: 'out.csv',
    reads: ['source', 'second source', ...withModel],
  },
  ...['match', 'match --by name'].flatMap((match): Writer[] => [
    {
      option: 'match --output',
      line: `${match} jobs.csv --model ./model -o OUT`,
      output: 'out.csv',
      reads: ['manifest', 'source', 'source of another job', ...withModel],
    },
    {
      option: 'match --unmatched',
      line: `${match} jobs.csv --model ./model -o new.csv --unmatched OUT`,
      output: 'out.txt',
      reads: ['manifest', 'source', 'source of another job', ...withModel],
    },
  ]),
  ...['match --by name en es -o OUT', 'match --by name en es -o new.csv --unmatched OUT'].map(
    (line): Writer => ({
      option: line.includes('unmatched') ? 'match --unmatched' : 'match --output',
      line,
      output: 'out.csv',
      reads: ['document', 'document without a counterpart', ...configuration],
    }),
  ),
  {
    option: 'report --output',
    line: 'report r.paralign -o OUT',
    output: 'out.html',
    reads: [...ofReviews, ...configuration],
  },
  ...['', '.journal', '.lock', '.bak'].map((companion) => ({
    option: 'review --output',
    line: `review a.txt b.txt --anchors known.txt --glossary terms.csv ${rules} --model ./model -o n.paralign`,
    output: `n.paralign${companion}`,
    reads: aligning,
  })),
  ...['first.csv', 'second.csv', 'report.json', '.paralign-jobs.jsonl'].map((output) => ({
    option: 'batch --out',
    line: `batch jobs.csv --out out --anchors known.txt --glossary terms.csv ${rules} --model ./model`,
    output: `out/${output}`,
    reads: batching,
  })),
  {
    option: 'batch --out',
    line: `batch jobs.csv --out out --format paralign --resume ${rules} --model ./model`,
    output: 'out/first.paralign',
    reads: batching.filter((kind) => kind !== 'anchors' && kind !== 'glossary'),
  },
  {
    option: 'batch --out',
    line: 'batch en es --out out',
    output: 'out/x.csv',
    reads: ['document', 'document without a counterpart', ...configuration],
  },
  {
    option: 'batch --pool',
    line: 'batch en es --out out --pool OUT',
    output: 'out.tmx',
    reads: ['document', 'document without a counterpart', ...configuration],
  },
];

let cwd = '';
const at = (name: string): string => join(cwd, name);
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'paralign-over-'));
  mkdirSync(at('model'));
  mkdirSync(at('out'));
  mkdirSync(at('en'));
  mkdirSync(at('es'));
  writeFileSync(at('es/x.txt'), 'text');
  for (const name of Object.values(inputs)) writeFileSync(at(name), `what ${name} holds`);
  writeFileSync(at('c.txt'), 'text');
  const review = new URL('../../fixtures/review-v1.paralign', import.meta.url);
  copyFileSync(review, at('r.paralign'));
  writeFileSync(
    at('jobs.csv'),
    'id,source_a,source_b,anchors\nfirst,a.txt,b.txt,own.txt\nsecond,c.txt,d.txt,\n',
  );
});
afterEach(() => rmSync(cwd, { recursive: true }));

function contextHere(): CommandContext {
  return fakeContext(cwd, {
    settings: {
      settings: new Map(),
      projectFile: at('.paralignrc.json'),
      userFile: at('config.json'),
      userFileExists: true,
      keys: undefined,
      keysPlace: () => ({ where: 'config.json', place: null }),
      problems: [],
    },
  }).context;
}

async function run(line: string): Promise<unknown> {
  const [name = '', ...rest] = line.split(' ');
  const spec = await commands.find((command) => command.name === name)?.load();
  if (spec === undefined) throw new Error(`no command ${name}`);
  return spec.run(contextHere(), parsed(spec, rest.join(' ')));
}

/** Every file and what it holds. */
const contents = () =>
  readdirSync(cwd, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, lstatSync(at(name)).isFile() ? readFileSync(at(name), 'utf8') : '']);

const refusal = { code: 'protected-file', exitCode: 73 };

describe('no output replaces an input', () => {
  const cases = writers.flatMap((writer) =>
    writer.reads.flatMap((kind) =>
      (['symbolic link', 'hard link'] as const).map((link) => ({ ...writer, kind, link })),
    ),
  );

  test.each(cases)('$line: $output is a $link to the $kind', async (row) => {
    const { line, output, kind, link } = row;
    if (link === 'hard link') linkSync(at(inputs[kind]), at(output));
    else symlinkSync(at(inputs[kind]), at(output));
    const before = contents();
    await expect(run(line.replace('OUT', output))).rejects.toMatchObject(refusal);
    expect(contents()).toEqual(before);
  });

  const plain = writers
    .filter(({ line }) => line.endsWith(' OUT'))
    .flatMap(({ line, reads }) => reads.map((kind) => ({ line, kind })));

  test.each(plain)('$line: the $kind itself, however it is written', async ({ line, kind }) => {
    const name = inputs[kind];
    symlinkSync('.', at('here'));
    const before = contents();
    for (const path of [name, `./${name}`, at(name), `here/${name}`, `out/../${name}`])
      await expect(run(line.replace('OUT', path))).rejects.toMatchObject(refusal);
    expect(contents()).toEqual(before);
  });

  test.each(['r.paralign', 'r.paralign.bak', 'copy.csv', 'copy', 'link.csv', 'hard.json'])(
    'no command replaces a review that is there: %s',
    async (output) => {
      copyFileSync(at('r.paralign'), at('other.paralign'));
      copyFileSync(at('r.paralign'), at('copy.csv'));
      copyFileSync(at('r.paralign'), at('copy'));
      symlinkSync('r.paralign', at('link.csv'));
      linkSync(at('r.paralign'), at('hard.json'));
      const before = contents();
      for (const line of [
        'align a.txt b.txt -o',
        'align a.txt b.txt --format paralign -o',
        'embed a.txt -o',
        'convert other.paralign -o',
        'convert other.paralign --format paralign -o',
      ])
        await expect(run(`${line} ${output}`)).rejects.toMatchObject(refusal);
      expect(contents()).toEqual(before);
    },
  );

  test('refuses a batch whose result would overwrite a source', async () => {
    writeFileSync(at('jobs.csv'), 'id,source_a,source_b\nx,x.csv,b.txt\ny,c.txt,d.txt\n');
    writeFileSync(at('x.csv'), 'text');
    await expect(run('batch jobs.csv --out .')).rejects.toMatchObject(refusal);
    writeFileSync(at('jobs.csv'), 'id,source_a,source_b\njobs,a.txt,b.txt\n');
    await expect(run('batch jobs.csv --out .')).rejects.toMatchObject(refusal);
    await expect(run('batch jobs.csv --out . --dry-run')).rejects.toMatchObject(refusal);
    expect(readdirSync(cwd)).not.toContain('report.json');
  });

  test('the list of match is not its manifest', async () => {
    symlinkSync('.', at('here'));
    const before = contents();
    for (const list of ['new.csv', './new.csv', 'here/new.csv'])
      for (const by of ['text', 'name'])
        await expect(
          run(`match en es --by ${by} -o new.csv --unmatched ${list}`),
        ).rejects.toMatchObject(refusal);
    expect(contents()).toEqual(before);
  });

  test('the table lists every command that writes files', async () => {
    const found: string[] = [];
    for (const { name, load } of commands)
      for (const { long } of (await load()).options)
        if (['output', 'out', 'pool', 'unmatched'].includes(long)) found.push(`${name} --${long}`);
    expect([...new Set(writers.map(({ option }) => option))].sort()).toEqual(found.sort());
  });
});

describe('endings', () => {
  test.each([
    ['align a.txt b.txt -o x.foo', 'x.foo: .foo is not the ending of a known format'],
    ['align a.txt b.txt -o x.xml', 'x.xml: .xml is not the ending of a known format'],
    [
      'align a.txt b.txt -o x.csv --format tsv',
      'x.csv: .csv is the ending of csv, but the format is tsv',
    ],
    [
      'align a.txt b.txt -o x.docx --format tsv',
      'x.docx: .docx is the ending of docx, but the format is tsv',
    ],
    ['align a.txt b.txt -o x.foo --format csv', 'x.foo: .foo is not an ending of csv'],
    ['align a.txt b.txt -o x.csv --format paralign', 'the format is paralign'],
    ['align a.txt b.txt --format paralign', '--format paralign: a review cannot be written'],
    ['align a.txt b.txt --format paralign -o -', '--format paralign: a review cannot be written'],
    ['convert r.paralign -o x.json --format csv', '.json is the ending of json'],
    ['embed a.txt -o x.csv', 'x.csv: .csv is not the ending of a known format'],
    ['embed a.txt -o x.npy --format jsonl', '.npy is the ending of npy, but the format is jsonl'],
    ['embed a.txt -o x.paralign', 'is not the ending of a known format'],
  ])('%s is refused', async (line, message) => {
    const before = contents();
    await expect(run(line)).rejects.toMatchObject({
      code: 'usage',
      exitCode: 2,
      message: expect.stringContaining(message),
    });
    expect(contents()).toEqual(before);
  });

  test.each([
    ['x.tsv', /^id\ta_source/],
    ['x.txt', /^id,a_source/],
    ['x', /^id,a_source/],
    ['x.txt --format jsonl', /^\{/],
    ['x --format tsv', /^id\t/],
    ['x.xml --format csv', /^id,/],
    ['x.CSV', /^id,/],
  ])('convert r.paralign -o %s is written', async (output, expected) => {
    rmSync(at('r.paralign.journal'));
    await run(`convert r.paralign -o ${output}`);
    expect(readFileSync(at(output.split(' ')[0] ?? ''), 'utf8')).toMatch(expected);
  });
});
