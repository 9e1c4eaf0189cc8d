/** Files that people or programs write for paralign, and command lines: understood or refused, never a crash. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { commands } from '../../../src/cli/command-table.js';
import { globalOptions } from '../../../src/cli/arguments/options.js';
import { parseArguments } from '../../../src/cli/arguments/parse-arguments.js';
import { readSettings, usableSettings } from '../../../src/cli/arguments/settings.js';
import { readAlignRequest } from '../../../src/cli/commands/align/request.js';
import { readBatchRequest } from '../../../src/cli/commands/batch/request.js';
import { readConvertRequest } from '../../../src/cli/commands/convert/request.js';
import { readEmbedRequest } from '../../../src/cli/commands/embed/request.js';
import { readExplainRequest } from '../../../src/cli/commands/explain/request.js';
import { readReviewRequest } from '../../../src/cli/commands/review/request.js';
import { readSegmentRequest } from '../../../src/cli/commands/segment/request.js';
import { readModelConfig, parseModelJson } from '../../../src/embed/runtime/model-config.js';
import { errorExitCodes, ExitCode, type ErrorCode } from '../../../src/errors.js';
import { idProblem } from '../../../src/jobs/ids.js';
import { readManifest } from '../../../src/jobs/manifest.js';
import { parseFinished, parseOrder, parseResult } from '../../../src/jobs/schemas.js';
import { describeModel } from '../../../src/platform/models/model-description.js';
import { parseLinks } from '../../../src/read/tables/parse-links.js';
import { parseVecalign } from '../../../src/score/vecalign-notation.js';
import { makeKeymap } from '../../../src/tui/view/keymap.js';
import { commandNames } from '../../../src/tui/view/command-table.js';
import { hostileFragments } from '../../fixtures/hostile/fragments.js';
import { must, orLaterRefusal, orRefusal, type FuzzTarget } from '../harness.js';
import { changeJson, fileBytes, jsonChanges, linesOf, texts } from '../made-up.js';

const links: FuzzTarget = {
  name: 'links',
  share: 0.5,
  property: (count) =>
    fc.property(
      fc.oneof(
        linesOf(
          '1:2',
          '3,4:5',
          ':',
          ',',
          '\n',
          '\r',
          '#',
          '-',
          ' ',
          'a,b\n',
          '{"a":1,"b":[2]}',
          '4-6',
        ),
        texts(8),
      ),
      (text) => {
        for (const { line, sides } of orRefusal(['bad-anchor'], () => parseLinks('x', text)) ??
          []) {
          must(line >= 1, () => `line ${line}`);
          for (const { source, sentences } of sides) {
            must(source >= 0, () => `source ${source}`);
            for (const number of sentences)
              must(Number.isSafeInteger(number), () => `sentence ${number}`);
          }
          count('links');
        }
      },
    ),
};

const gold: FuzzTarget = {
  name: 'gold',
  share: 0.3,
  property: (count) =>
    fc.property(
      linesOf('[0]:[1]', '[0, 1]:[2]:0.5', '[]', '[', ']', ':', ',', '\n', ' '),
      (text) => {
        for (const { a, b } of orRefusal(['bad-alignment'], () => parseVecalign('x', text)) ?? []) {
          for (const number of [...a, ...b]) must(number >= 0, () => `sentence ${number}`);
          count('beads');
        }
      },
    ),
};

const manifests: FuzzTarget = {
  name: 'manifests',
  share: 0.7,
  property: (count) =>
    fc.property(
      fc.oneof(
        linesOf(
          ...[
            'id,source_a,source_b\n',
            'id',
            'source_a',
            'lang_a',
            'anchors',
            ',',
            '\n',
            '"',
            'x.txt',
          ],
          ...[
            '{"id":"x","source_a":"a","source_b":"b"}',
            '\r\n',
            'en',
            '1,a.txt,b.txt\n',
            '\u0000',
          ],
        ).map((text) => new TextEncoder().encode(text)),
        fileBytes(8),
      ),
      (bytes) => {
        const jobs = orRefusal(['bad-manifest'], () => readManifest('x.csv', bytes, '/folder'));
        for (const { id, sources, languages } of jobs ?? []) {
          must(idProblem(id) === undefined, () => `id ${JSON.stringify(id)}`);
          must(!/[/\\\u0000-\u001f]/.test(id), () => `id ${JSON.stringify(id)}`);
          must(sources.length === languages.length, () => 'a language of no source');
          must(
            sources.every((path) => path.startsWith('/')),
            () => `paths ${sources.join()}`,
          );
          count('jobs');
        }
      },
    ),
};

const messages: FuzzTarget = {
  name: 'job-messages',
  share: 0.3,
  property: (count) =>
    fc.property(jsonChanges(), fc.jsonValue(), (changes, other) => {
      const order = {
        job: { id: 'x', where: 'y', sources: ['a'], languages: [null], anchors: null },
      };
      const result = { id: 'x', key: 'k', output: 'o', model: 'm', facts: { sources: [] } };
      for (const value of [changeJson(order, changes), changeJson(result, changes), other]) {
        parseFinished(value);
        for (const parse of [parseOrder, parseResult]) {
          try {
            parse(value);
          } catch (error) {
            // What other processes send is checked with TypeErrors.
            if (!(error instanceof TypeError) || !/order|result/.test(error.message)) throw error;
          }
        }
        count('messages');
      }
    }),
};

/** A folder of the target's own, made when it is first needed. */
function scratchFolder(): () => string {
  let folder: string | undefined;
  return () => {
    if (folder === undefined) {
      const made = mkdtempSync(join(tmpdir(), 'paralign-fuzz-'));
      process.on('exit', () => rmSync(made, { recursive: true, force: true }));
      folder = made;
    }
    return folder;
  };
}

const settingsFolder = scratchFolder();
const goodSettings = {
  model: 'paralign-small',
  mode: 'auto',
  format: 'csv',
  cache: true,
  threshold: 0.8,
  keys: { accept: ['y'], undo: 'u' },
};

const configuration: FuzzTarget = {
  name: 'configuration',
  share: 1,
  property: (count) =>
    fc.asyncProperty(
      fc.oneof(
        jsonChanges().map((changes) => JSON.stringify(changeJson(goodSettings, changes))),
        fc.json(),
        texts(3),
      ),
      fc.dictionary(
        fc.constantFrom('PARALIGN_MODE', 'PARALIGN_FORMAT', 'PARALIGN_CACHE'),
        texts(1),
        {
          maxKeys: 2,
        },
      ),
      async (text, env) => {
        const cwd = settingsFolder();
        mkdirSync(join(cwd, 'paralign'), { recursive: true });
        writeFileSync(join(cwd, '.paralignrc.json'), text);
        writeFileSync(join(cwd, 'paralign', 'config.json'), text);
        const found = await readSettings({ ...env, HOME: cwd, XDG_CONFIG_HOME: cwd }, cwd);
        for (const { error } of found.problems) must(error.message !== '', () => 'says nothing');
        const spec = await (await commandNamed('align')).load();
        const table = { usage: 'paralign align', options: spec.options, arguments: spec.arguments };
        orRefusal(['bad-config'], () => parseArguments(['a', 'b'], table, found.settings));
        parseArguments(['a', 'b'], table, usableSettings(found.settings));
        const { keys } = found;
        if (typeof keys === 'object' && keys !== null && !Array.isArray(keys))
          orRefusal(['bad-config'], () => makeKeymap({ ...keys }));
        count('settings', found.settings.size);
      },
    ),
};

async function commandNamed(name: string) {
  const command = commands.find((own) => own.name === name);
  must(command !== undefined, () => `no command ${name}`);
  return command;
}

const keymaps: FuzzTarget = {
  name: 'keymaps',
  share: 0.3,
  property: (count) =>
    fc.property(
      fc.dictionary(
        fc.oneof(fc.constantFrom(...commandNames), fc.string({ maxLength: 8 })),
        fc.oneof(fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }), fc.jsonValue()),
        { maxKeys: 4 },
      ),
      (keys) => {
        if (orRefusal(['bad-config'], () => makeKeymap(keys)) !== null) count('keymaps');
      },
    ),
};

const modelFolder = scratchFolder();
const goodModel = {
  hidden_size: 4,
  model_type: 'bert',
  max_position_embeddings: 64,
  num_hidden_layers: 2,
  paralign: { languages: ['en'], license: 'MIT', pooling: 'mean', prefix: '' },
};

const models: FuzzTarget = {
  name: 'model-files',
  share: 0.7,
  property: (count) =>
    fc.asyncProperty(jsonChanges(), jsonChanges(), fileBytes(4), async (some, others, bytes) => {
      const folder = modelFolder();
      const config = changeJson(goodModel, some);
      writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
      writeFileSync(join(folder, 'README.md'), bytes);
      const described = await describeModel({ name: 'x', origin: 'folder', folder });
      must(
        described.dimension === null || typeof described.dimension === 'number',
        () => 'dimension',
      );
      orRefusal(['model-damaged'], () => parseModelJson(bytes, 'config.json'));
      const parsed = orRefusal(['model-damaged'], () =>
        parseModelJson(new TextEncoder().encode(JSON.stringify(config)), 'config.json'),
      );
      const tokenizer = changeJson({ model_max_length: 512, name_or_path: 'e5-x' }, others);
      const second = orRefusal(['model-damaged'], () =>
        parseModelJson(new TextEncoder().encode(JSON.stringify(tokenizer)), 'x'),
      );
      if (parsed === null || second === null) return;
      const read = orRefusal(['model-incomplete'], () =>
        readModelConfig('x', parsed, second, null),
      );
      if (read !== null) count('models');
    }),
};

const usageErrors = (Object.keys(errorExitCodes) as ErrorCode[]).filter(
  (code) => errorExitCodes[code] === ExitCode.usage,
);
const optionWords = [
  ...[
    '--',
    '-',
    '-o',
    '--output',
    '--format',
    'csv',
    'x.csv',
    '--lang',
    'A=es',
    'en,fr',
    '--only',
    '-q',
  ],
  ...[
    '--no-checks',
    '--mode',
    'auto',
    '--anchors',
    '--jobs',
    '2',
    '--out',
    'dir',
    '--bead',
    '3',
    '-1',
  ],
  ...[
    '--delimiter',
    ';',
    '--bom',
    '--pivot',
    'B',
    '--help',
    '--encoding',
    'utf-8',
    '--from',
    'text',
  ],
  ...[
    'a.txt',
    'b.txt',
    '--threshold',
    '0.5',
    '--json',
    '--no-input',
    '-vqV',
    '--output=',
    '--no-output',
  ],
];

const commandLines: FuzzTarget = {
  name: 'arguments',
  share: 1,
  property: (count) =>
    fc.asyncProperty(
      fc.constantFrom(...commands),
      fc.array(
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...optionWords) },
          { weight: 1, arbitrary: fc.constantFrom(...hostileFragments) },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
        ),
        { maxLength: 7 },
      ),
      async (command, argv) => {
        const spec = await command.load();
        const args = orRefusal(usageErrors, () =>
          parseArguments(argv, {
            usage: `paralign ${command.name}`,
            options: [...spec.options, ...globalOptions],
            arguments: spec.arguments,
          }),
        );
        if (args === null || args.flag('help') || args.flag('version')) return;
        const cwd = { cwd: '/folder' };
        const readers: Readonly<Record<string, () => unknown>> = {
          align: () => readAlignRequest(cwd, args),
          batch: () => readBatchRequest(cwd, args),
          convert: () => readConvertRequest(cwd, args),
          embed: () => readEmbedRequest(cwd, args),
          explain: () => readExplainRequest(cwd, args),
          review: () => readReviewRequest(cwd, args),
          segment: () => readSegmentRequest(args),
        };
        const request = await orLaterRefusal(usageErrors, async () => readers[command.name]?.());
        if (request !== null) count('understood');
      },
    ),
};

/** Notations of files and command lines. */
export const notationTargets: readonly FuzzTarget[] = [
  links,
  gold,
  manifests,
  messages,
  configuration,
  keymaps,
  models,
  commandLines,
];
