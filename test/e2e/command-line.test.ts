import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/command-table.js';
import { paralign, program, root, scratch, seed } from './program.js';

describe('help', () => {
  test('a bare call prints short help on stderr and exits with 2', async () => {
    const { code, out, err } = await paralign([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Usage: paralign COMMAND/);
  });

  test('--help lists every command on stdout, without ink and the model runtime', async () => {
    const coverage = scratch();
    const { code, out } = await paralign(['--help'], { env: { NODE_V8_COVERAGE: coverage } });
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toContain(`\n  ${name}`);
    expect(out.indexOf('Examples:')).toBeLessThan(out.indexOf('Commands:'));
    // Node lists every file that ran.
    const [report = ''] = readdirSync(coverage);
    const files = new Set(
      readFileSync(join(coverage, report), 'utf8').match(/file:\/\/[^"]+\/chunks\/[^"]+/g),
    );
    expect([...files].some((file) => file.endsWith('/help.cjs'))).toBe(true);
    for (const file of files)
      expect(readFileSync(new URL(file), 'utf8')).not.toMatch(
        /^\/\/ node_modules\/(ink|react|@xenova)\/|onnxruntime-node/m,
      );
  });

  test.each(commands.map(({ name }) => name))('"help %s" is "%s --help"', async (name) => {
    const [first, second] = await Promise.all([
      paralign(['help', name]),
      paralign([name, '--help']),
    ]);
    expect(first).toEqual(second);
    expect(first.code).toBe(0);
    expect(first.out).toContain(`Usage: paralign ${name}`);
  });

  test('--version prints the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect((await paralign(['-V'])).out).toBe(`${version}\n`);
    expect((await paralign(['align', '--version'])).out).toBe(`${version}\n`);
  });

  test('the program is what package.json names under bin', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      bin: { paralign: string };
    };
    expect(join(root, bin.paralign)).toBe(program);
  });
});

describe('usage errors', () => {
  test.each([
    [
      ['algin'],
      'paralign: unknown command "algin"; did you mean "align"? (see "paralign --help")\n',
    ],
    [
      ['--quite', 'align'],
      'paralign: unknown option "--quite"; did you mean "--quiet"? (see "paralign --help")\n',
    ],
    [
      ['align', '--sgmented', 'x'],
      'paralign: unknown option "--sgmented"; did you mean "--segmented"? (see "paralign align --help")\n',
    ],
    [
      ['batch', seed(0)],
      'paralign: missing --out DIR, the folder for the results; see "paralign batch --help"\n',
    ],
  ])('%j', async (args, message) => {
    const { code, out, err } = await paralign(args);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: message });
  });

  test('with --json, an error is one JSON object on stderr', async () => {
    const { code, out, err } = await paralign(['align', '--json', '--nonsense', 'x']);
    expect([code, out]).toEqual([2, '']);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'usage', exitCode: 2 } });
  });
});

describe('settings', () => {
  test('doctor shows the current settings and where they came from', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, '.paralignrc.json'), '{"mode":"comparable","bom":true}');
    const env = { PARALIGN_MODE: 'parallel' };
    const { code, out } = await paralign(['doctor', '--json'], { cwd, env });
    expect(code).toBe(0);
    const { ok, findings } = JSON.parse(out) as {
      ok: boolean;
      findings: { section: string; name: string; value: string }[];
    };
    expect(ok).toBe(true);
    const value = (section: string, name: string) =>
      findings.find((finding) => finding.section === section && finding.name === name)?.value;
    expect(value('Settings', 'mode')).toBe('parallel (PARALIGN_MODE)');
    expect(value('Settings', 'bom')).toBe('true (project)');
    expect(value('Settings', 'delimiter')).toBe(', (default)');
    expect(value('Program', 'node')).toBe(process.versions.node);
    expect(value('Model', 'files')).toMatch(/^\d+ checked$/);
  });

  test('doctor exits with 78 if a setting is wrong, with 1 if anything else is', async () => {
    expect((await paralign(['doctor', '--model', 'no-such-model'])).code).toBe(1);
    const { code, out } = await paralign(['doctor', '--model', 'no-such-model'], {
      env: { PARALIGN_MODE: 'sideways' },
    });
    expect(code).toBe(78);
    expect(out).toMatch(/PROBLEM: .*no-such-model/);
    expect(out).toMatch(/PROBLEM: PARALIGN_MODE must be one of/);
    expect(out).toContain('2 problems found.');
  });

  test('doctor reports every mistake, its place and what to do', async () => {
    const cwd = scratch();
    mkdirSync(join(cwd, 'paralign'));
    writeFileSync(
      join(cwd, 'paralign/config.json'),
      '\ufeff{\n  "only": "englsh",\n  "keys": {"acept": "y",\n    "accept": "ctrl+m"}\n}',
    );
    writeFileSync(join(cwd, '.paralignrc.json'), '{\n  "mode": "parallel"\n  "jobs": 2}');
    const env = {
      XDG_CONFIG_HOME: cwd,
      PARALIGN_ENCODING: 'utf-99',
      PARALIGN_DELIMITER: 'ab',
      PARALIGN_MODEL_HUB: 'nowhere',
      PARALIGN_MOD: 'auto',
    };
    const { code, out } = await paralign(['doctor'], { cwd, env });
    expect(code).toBe(78);
    for (const message of [
      'config.json:2:3: "only": "englsh" is not a known language; did you mean "English"?',
      'config.json:3:12: keys.acept: unknown command',
      'config.json:4:5: keys.accept: terminals send ctrl+m as Enter',
      '.paralignrc.json:3:3: is not JSON: a comma is missing',
      'PARALIGN_ENCODING: unknown encoding "utf-99"',
      'PARALIGN_DELIMITER must be one character, not "ab"',
      'PARALIGN_MODEL_HUB: "nowhere" is not the address of a hub',
      'PARALIGN_MOD is not a setting; did you mean PARALIGN_MODE?',
    ])
      expect(out).toContain(message);
    expect(out).toContain('8 problems found.');
    const report = JSON.parse((await paralign(['doctor', '--json'], { cwd, env })).out) as {
      findings: object[];
    };
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        file: join(cwd, '.paralignrc.json'),
        line: 3,
        column: 3,
        hint: expect.stringContaining('one object') as unknown,
      }),
    );
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['only', { PARALIGN_ONLY: 'xx' }, /^paralign: PARALIGN_ONLY: "xx" is not a known language/],
    ['encoding', { PARALIGN_ENCODING: 'utf-99' }, /^paralign: PARALIGN_ENCODING: unknown encoding/],
  ])(
    'a setting %s that means nothing exits with 78 and blames no flag',
    async (_, env, message) => {
      const { code, err } = await paralign(['detect', seed(0)], { env });
      expect(code).toBe(78);
      expect(err).toMatch(message);
      const cwd = scratch();
      const [[key = '', value = ''] = []] = Object.entries(env);
      const name = key.replace('PARALIGN_', '').toLowerCase();
      writeFileSync(join(cwd, '.paralignrc.json'), JSON.stringify({ [name]: value }));
      const file = await paralign(['detect', seed(0)], { cwd });
      expect(file.code).toBe(78);
      expect(file.err).toContain(`.paralignrc.json:1:2: "${name}"`);
      // What is given on the command line holds.
      const given = name === 'only' ? 'en,es' : 'utf-8';
      expect((await paralign(['detect', seed(0), `--${name}`, given], { cwd })).code).toBe(0);
    },
  );

  test('the message about a missing model names the variable or the file that set it', async () => {
    const { code, err } = await paralign(['align', seed(0), seed(1)], {
      env: { PARALIGN_MODEL: 'nowhere' },
    });
    expect(code).toBe(69);
    expect(err).toMatch(/^paralign: PARALIGN_MODEL: model "nowhere" not found/);
  });

  test('a bad configuration file is an error that names it, exit 78', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, '.paralignrc.json'), '{"mode":"sideways"}');
    const { code, err } = await paralign(['align', seed(0), seed(1)], { cwd });
    expect(code).toBe(78);
    expect(err).toContain('.paralignrc.json:1:2: "mode" must be one of auto, parallel, comparable');
  });
});

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const { code, out } = await paralign(['completion', shell]);
    expect(code).toBe(0);
    expect(out).toContain(`generated by "paralign completion ${shell}"`);
  });

  test('for no other shell', async () => {
    const { code, err } = await paralign(['completion', 'fishy']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean "fish"?');
  });
});

describe('an incomplete or mistaken command line', () => {
  const folder = scratch();
  writeFileSync(join(folder, 'a.txt'), 'The dog sleeps.\n\nIt rains in the city.\n');
  writeFileSync(join(folder, 'b.txt'), 'El perro duerme.\n\nLlueve en la ciudad.\n');

  test('files without a command are aligned, with a notice', async () => {
    const { code, out, err } = await paralign(['a.txt', 'b.txt', '--format', 'csv'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^id,a_source/);
    expect(err).toBe('paralign: no command given; running "paralign align"\n');
    const quiet = await paralign(['a.txt', 'b.txt', '-q', '--format', 'csv'], { cwd: folder });
    expect(quiet).toMatchObject({ code: 0, err: '', out });
  });

  test('batch explains that it takes folders, not files', async () => {
    const { code, err } = await paralign(['batch', 'a.txt', 'b.txt', '--out', 'o'], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^paralign: a\.txt, b\.txt: are files, but several operands must be folders;/,
    );
  });

  test('doctor explains the configuration that other commands refuse', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, '.paralignrc.json'), '{"mode": "sideways", "mod": 1');
    const refused = await paralign(['detect', 'x.txt'], { cwd });
    expect(refused.code).toBe(78);
    for (const content of [
      '{"mode": 1',
      '{"mod": "auto"}',
      '{"mode": "sideways"}',
      '{"color": 7}',
    ]) {
      writeFileSync(join(cwd, '.paralignrc.json'), content);
      const { code, out } = await paralign(['doctor'], { cwd });
      expect({ code, problem: out.includes('PROBLEM: ') }).toEqual({ code: 78, problem: true });
    }
  });
});

describe.skipIf(process.platform !== 'linux')('a limit on address space', () => {
  test('is reported with what to do, and not as a bug', () => {
    const limited = join(scratch(), 'limited.csv');
    const line = `ulimit -v 4000000; exec node "$@"`;
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', line, 'bash', program, 'align', seed(0), seed(1), '-o', limited],
      { encoding: 'utf8' },
    );
    expect(status).toBe(71);
    expect(stderr).toMatch(
      /^paralign: not enough memory: .*ulimit -v.*--disable-wasm-trap-handler/,
    );
    expect(existsSync(limited)).toBe(false);
  });
});
