/** Rules of splitting, from the command line to the review file. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchProgram, type ScratchProgram } from '../cli/commands/scratch-program.js';

const srx = `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="yes"><formathandle type="start" include="no"/></header>
  <body>
    <languagerules>
      <languagerule languagerulename="English">
        <rule break="no"><beforebreak>\\b(?:Mr|Mrs)\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
        <rule break="yes"><beforebreak>[.;]</beforebreak><afterbreak>\\s</afterbreak></rule>
      </languagerule>
    </languagerules>
    <maprules><languagemap languagepattern="EN.*" languagerulename="English"/></maprules>
  </body>
</srx>
`;
const english = 'Mr. Fox came home late; he was very tired. Then he slept for a long time.\n';
const german = 'Herr Fuchs kam spät heim; er war sehr müde, bes. Abends. Dann schlief er lange.\n';

let program: ScratchProgram;
const at = (name: string): string => join(program.folder, name);
beforeAll(async () => {
  program = await scratchProgram();
  await writeFile(at('rules.srx'), srx);
  await writeFile(at('list.txt'), '[de]\nAbends.\n');
  await writeFile(at('en.txt'), english);
  await writeFile(at('de.txt'), german);
});
afterAll(() => program.remove());

const lines = async (...args: string[]): Promise<string[]> => {
  const { code, stdout, stderr } = await program.run(['segment', '--lines', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.toString('utf8').trimEnd().split('\n');
};

const byRules = ['Mr. Fox came home late;', 'he was very tired.', 'Then he slept for a long time.'];

describe('splitting by rules', () => {
  test('holds for the languages of the rules, abbreviations for theirs', async () => {
    const both = ['--srx', 'rules.srx', '--abbreviations', 'list.txt'];
    expect(await lines('en.txt', ...both)).toEqual(byRules);
    expect(await lines('de.txt', ...both)).toEqual([german.trim()]);
    expect(await lines('de.txt', '--srx', 'rules.srx')).toHaveLength(2);
  });

  test('a configuration file names the rules by their place beside it', async () => {
    await mkdir(at('settings/paralign'), { recursive: true });
    await writeFile(at('settings/paralign/config.json'), '{"srx": "../../rules.srx"}');
    const env = { XDG_CONFIG_HOME: at('settings') };
    const { stdout } = await program.run(['segment', '--lines', 'en.txt'], '', env);
    expect(stdout.toString('utf8').trimEnd().split('\n')).toEqual(byRules);
  });

  test.each([
    ['not.srx', 'Just text.', 65, 'not.srx:1:'],
    ['old.srx', srx.replace('"2.0"', '"1.0"'), 65, 'old.srx: is SRX of version 1.0'],
    [
      'bad.srx',
      srx.replace('[.;]', '([.;])\\1'),
      65,
      'bad.srx: rule 2 of "English": <beforebreak> cannot be used: column 7: refers back',
    ],
    ['missing.srx', null, 66, 'missing.srx: no such file'],
  ])('%s is refused', async (name, content, code, message) => {
    if (content !== null) await writeFile(at(name), content);
    const ran = await program.run(['segment', 'en.txt', '--srx', name]);
    expect(ran).toMatchObject({ code, stderr: expect.stringContaining(message) });
  });

  test('no output replaces the rules', async () => {
    for (const [option, file] of [
      ['--srx', 'rules.srx'],
      ['--abbreviations', 'list.txt'],
    ] as const) {
      const before = await readFile(at(file));
      const args = ['align', 'en.txt', 'de.txt', option, file, '-o', file, '--format', 'csv'];
      const { code, stderr } = await program.run(args);
      expect({ code, stderr }).toMatchObject({
        code: 73,
        stderr: expect.stringContaining('would be overwritten'),
      });
      expect(await readFile(at(file))).toEqual(before);
    }
  });

  test('--resume notices rules that changed, and a review keeps those that it was made with', async () => {
    await writeFile(at('jobs.csv'), 'id,source_a,source_b\nx,en.txt,de.txt\n');
    await writeFile(at('mine.srx'), srx);
    const batch = async (): Promise<string> => {
      const args = ['batch', 'jobs.csv', '--out', 'out', '--srx', 'mine.srx', '--resume'];
      const { code, stderr } = await program.run([...args, '--format', 'paralign']);
      expect(code, stderr).toBe(0);
      return stderr;
    };
    expect(await batch()).toContain('1 done');
    expect(await batch()).toContain('1 unchanged');
    const { splitting, sentences } = JSON.parse(await readFile(at('out/x.paralign'), 'utf8'));
    expect(splitting.srx).toMatchObject({ name: expect.stringContaining('mine.srx') });
    expect(sentences).toHaveLength(5);

    // The sources change; the rules are not named, and split all the same.
    await writeFile(at('en.txt'), english.replace('tired', 'hungry'));
    const args = ['review', 'out/x.paralign', '--update', 'en.txt', 'de.txt', '--plain'];
    expect(await program.run(args)).toMatchObject({ code: 0 });
    const updated = JSON.parse(await readFile(at('out/x.paralign'), 'utf8'));
    expect(updated.splitting).toEqual(splitting);
    expect(updated.sentences).toHaveLength(5);
    await writeFile(at('en.txt'), english);
  });

  test('the program ends at a rule that is made to hang', async () => {
    const parts = Array.from({ length: 500 }, (_, index) => `a.{${index % 20}}b.*`).join('|');
    await writeFile(at('hang.srx'), srx.replace('[.;]', `(?:${parts});`));
    await writeFile(at('long.txt'), `${'ab; '.repeat(150_000)}\n`);
    const ran = await program.run(['segment', 'long.txt', '--lang', 'en', '--srx', 'hang.srx']);
    expect(ran).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('hang.srx: rule 2 of "English" takes too long'),
    });
  });
});

describe('Markdown', () => {
  const a =
    '# A *short* story\n\n**Note.** The fox lives in [a small house](http://a.example/7?b=c. "Of 8") near the wood.\n';
  const b =
    '# Una historia *corta*\n\n**Nota.** El zorro vive en [una casa pequeña](http://b.example/9) cerca del bosque.\n';

  test('is shown and compared without its markup, and written with it', async () => {
    await writeFile(at('a.md'), a);
    await writeFile(at('b.md'), b);
    const args = ['align', 'a.md', 'b.md', '--lang', 'en,es', '-o', 'md.paralign'];
    expect(await program.run(args)).toMatchObject({ code: 0 });
    const shown = (await program.run(['show', 'md.paralign'])).stdout.toString('utf8');
    expect(shown).toContain('A short story');
    expect(shown).not.toMatch(/\*|\[|http/);
    const plain = (await program.run(['review', 'md.paralign', '--plain'], 'a\n')).stdout;
    expect(plain.toString('utf8')).not.toMatch(/\*\*|\]\(|http/);
    const csv = (await program.run(['convert', 'md.paralign', '--format', 'json'])).stdout;
    const { rows } = JSON.parse(csv.toString('utf8'));
    expect(rows.map(({ cells }: { cells: { text: string }[] }) => cells[0]?.text)).toEqual([
      'A *short* story',
      '**Note.**',
      'The fox lives in [a small house](http://a.example/7?b=c. "Of 8") near the wood.',
    ]);
    expect(rows.flatMap(({ checks }: { checks: unknown[] }) => checks)).toEqual([]);
  });

  test('is embedded without its markup', async () => {
    await writeFile(at('plain.txt'), 'The fox lives in a small house near the wood.\n');
    await writeFile(
      at('marked.md'),
      'The *fox* lives in [a small house](http://a.b) near the `wood`.\n',
    );
    const embed = async (name: string) =>
      (await program.run(['embed', name, '--format', 'raw'])).stdout;
    expect(await embed('marked.md')).toEqual(await embed('plain.txt'));
  });
});
