/** The man page, in roff (man macros), generated from the tables. */
import type { OptionSpec } from '../arguments/option-spec.js';
import { optionGroups } from '../arguments/option-spec.js';
import { globalOptions } from '../arguments/options.js';
import { describeValue, operandText, optionText } from '../arguments/option-text.js';
import type { CommandModel } from './command-model.js';
import { exitCodeMeanings } from './exit-codes.js';

/** `man/paralign.1`. */
export function manPage(models: readonly CommandModel[], version: string): string {
  const lines = [
    '.\\" Generated from the option table by "npm run reference"; do not edit.',
    `.TH PARALIGN 1 "" "paralign ${version}" "User Commands"`,
    '.SH NAME',
    'paralign \\- align texts that say the same thing, sentence by sentence',
    '.SH SYNOPSIS',
    '.B paralign',
    '.I COMMAND',
    '[\\fIOPTION\\fR]... [\\fIFILE\\fR]...',
    '.SH DESCRIPTION',
    roff('Aligns several texts that say the same thing, sentence by sentence, across languages.'),
    roff('It detects the language of every paragraph, splits the text into sentences, embeds them'),
    roff('with a local model and aligns them, without using the network. Results are written as'),
    roff('CSV, TSV, JSON, JSON lines or in other formats.'),
    '.SH COMMANDS',
    ...models.flatMap(commandLines),
    '.SH GENERAL OPTIONS',
    ...globalOptions.flatMap(optionLines),
    '.SH EXIT STATUS',
    ...exitCodeMeanings.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, roff(meaning)]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B PARALIGN_OPTION',
    roff('Sets a long option, for example PARALIGN_MODEL sets --model. A flag overrides it.'),
    '.TP',
    '.B PARALIGN_NO_CODE_CACHE',
    roff('If set, no compiled code of the program is kept for its next start, and none is used.'),
    '.TP',
    '.B NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM',
    roff('Turn colour on or off if --color does not; the first one that is set decides.'),
    '.TP',
    '.B XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_DATA_HOME, XDG_STATE_HOME',
    roff('Where settings, cached vectors and code, downloaded models and autosaves are kept.'),
    '.SH FILES',
    '.TP',
    '.I .paralignrc.json',
    roff('Settings of a project: a JSON object whose keys are long option names, in the current'),
    roff('folder or the nearest folder above it.'),
    '.TP',
    '.I $XDG_CONFIG_HOME/paralign/config.json',
    roff("The user's settings; those of the project override them."),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines(model: CommandModel): string[] {
  const groups = optionGroups.flatMap((group) =>
    model.options.filter((option) => option.group === group),
  );
  return [
    `.SS paralign ${roff([model.name, '[OPTION]...', ...model.arguments.map(operandText)].join(' '))}`,
    roff(`${model.summary}.`),
    ...(model.description
      ? ['.PP', ...model.description.split('\n').map((line) => roff(line) || '.PP')]
      : []),
    ...model.arguments.flatMap(({ name, summary }) => ['.TP', `.I ${roff(name)}`, roff(summary)]),
    ...groups.flatMap(optionLines),
    ...model.examples.flatMap(({ command, meaning }) => [
      '.PP',
      roff(`${meaning[0]?.toUpperCase() ?? ''}${meaning.slice(1)}:`),
      '.RS 4',
      '.nf',
      roff(command),
      '.fi',
      '.RE',
    ]),
  ];
}

function optionLines(option: OptionSpec): string[] {
  const { long, short, negatable, value } = option;
  const flags = [
    ...(short ? [`\\fB${roff(`-${short}`)}\\fR`] : []),
    `\\fB${roff(`--${long}`)}\\fR`,
    ...(negatable ? [`\\fB${roff(`--no-${long}`)}\\fR`] : []),
  ];
  const takes = value ? ` \\fI${roff(describeValue(value))}\\fR` : '';
  return ['.TP', flags.join(', ') + takes, roff(optionText(option))];
}

/** Text for roff: escapes backslashes, hyphens, and leading dots and quotes. */
function roff(text: string): string {
  return text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/^([.'])/, '\\&$1');
}
