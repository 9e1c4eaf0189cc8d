/** `docs/commands.md`: every command with its operands, options and examples. */
import { optionGroups, type OptionSpec } from '../arguments/option-spec.js';
import { operandText } from '../arguments/option-text.js';
import { globalOptions } from '../arguments/options.js';
import type { CommandModel } from './command-model.js';
import { exitCodeTable, optionTable, settingNames } from './markdown-tables.js';
import { markdownCode, markdownTable } from './markdown.js';

/** The whole page. */
export function commandsPage(models: readonly CommandModel[]): string {
  return [
    '<!-- Generated from the option table by "npm run reference"; do not edit. -->',
    '',
    '# Commands',
    '',
    'Every command and option. `paralign help COMMAND` prints the same information in the terminal, `man/paralign.1` is the',
    'manual page, and `paralign completion bash|zsh|fish` prints a completion script for your shell.',
    '',
    markdownTable(
      ['command', 'what it does'],
      models.map(({ name, summary }) => [`[${name}](#${name})`, summary]),
    ),
    '[Options of every command](#options-of-every-command) · [Settings](#settings) · [Exit codes](#exit-codes)',
    '',
    ...models.flatMap((model) => section(model, models)),
    '## Options of every command',
    '',
    optionTable(globalOptions),
    '## Settings',
    '',
    'An option can also be set outside the command line. The first of these that sets it wins:',
    '',
    '1. the command line;',
    '2. an environment variable: `PARALIGN_` and the name of the option in capitals, as in `PARALIGN_KEEP_NOISE=1`;',
    '3. `.paralignrc.json` in the current folder or the nearest folder above it: a JSON object whose keys are option names;',
    '4. `paralign/config.json` in `$XDG_CONFIG_HOME` (by default `~/.config`), the same kind of object.',
    '',
    '`paralign doctor` shows every setting and where it came from. These options can be set:',
    `${settingNames()}.`,
    '',
    'With `PARALIGN_NO_CODE_CACHE=1`, nothing is kept or used of what Node compiled at earlier starts (`code/` in the cache folder,',
    'which `paralign doctor` names): the same results, later.',
    '',
    '## Exit codes',
    '',
    exitCodeTable(),
  ].join('\n');
}

function section(model: CommandModel, models: readonly CommandModel[]): string[] {
  const { name, summary, description, arguments: operands, examples } = model;
  const usage = ['paralign', name, '[OPTION]...', ...operands.map(operandText)].join(' ');
  const { shared, own } = ownOptions(model, models);
  return [
    `## ${name}`,
    '',
    '```text',
    usage,
    '```',
    '',
    `${summary}.`,
    ...(description ? ['', description] : []),
    '',
    ...(operands.length
      ? [
          markdownTable(
            ['operand', 'meaning'],
            operands.map((operand) => [markdownCode(operand.name), operand.summary]),
          ),
        ]
      : []),
    ...(shared ? [shared, ''] : []),
    ...(own.length ? [optionTable(own)] : []),
    '```text',
    ...examples.flatMap(({ command, meaning }) => [`# ${meaning}`, command]),
    '```',
    '',
  ];
}

/** `batch` shares the options of `align`; its table lists only the others. */
function ownOptions(
  model: CommandModel,
  models: readonly CommandModel[],
): { shared: string | undefined; own: readonly OptionSpec[] } {
  const inOrder = optionGroups.flatMap((group) =>
    model.options.filter((option) => option.group === group),
  );
  const align = models.find(({ name }) => name === 'align')?.options ?? [];
  if (model.name !== 'batch') return { shared: undefined, own: inOrder };
  const missing = align
    .filter(({ long }) => !inOrder.some((option) => option.long === long))
    .map(({ long }) => markdownCode(`--${long}`));
  return {
    shared: `It takes these options, and those of [align](#align) except ${new Intl.ListFormat('en-GB').format(missing)}:`,
    own: inOrder.filter((option) => !align.includes(option)),
  };
}
