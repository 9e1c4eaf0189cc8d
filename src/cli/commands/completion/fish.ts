import type { OptionSpec } from '../../arguments/option-spec.js';
import { globalOptions } from '../../arguments/options.js';
import type { CommandModel } from '../../reference/command-model.js';

/** Completions for fish. */
export function fishCompletion(models: readonly CommandModel[]): string {
  const lines = [
    '# fish completion for paralign; made by "paralign completion fish"',
    ...models.map(
      ({ name, summary }) =>
        `complete -c paralign -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ),
    `complete -c paralign -n __fish_use_subcommand -f -a help -d 'Show help'`,
    `complete -c paralign -n '__fish_seen_subcommand_from help' -f -a '${models.map(({ name }) => name).join(' ')}'`,
    ...globalOptions.flatMap((option) => optionLines(option, '')),
    ...models.flatMap((model) => {
      const when = ` -n '__fish_seen_subcommand_from ${model.name}'`;
      const choices = model.arguments.flatMap((argument) => argument.choices ?? []);
      return [
        ...(choices.length > 0 ? [`complete -c paralign${when} -f -a '${choices.join(' ')}'`] : []),
        ...model.options.flatMap((option) => optionLines(option, when)),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function optionLines(option: OptionSpec, when: string): string[] {
  const { long, short, value, negatable, summary } = option;
  const letter = short ? ` -s ${short}` : '';
  const takes = !value
    ? ''
    : value.choices
      ? ` -x -a '${value.choices.join(' ')}'`
      : value.kind === 'file'
        ? ' -r -F'
        : value.kind === 'folder'
          ? " -x -a '(__fish_complete_directories)'"
          : ' -x';
  const line = (name: string): string =>
    `complete -c paralign${when}${name === long ? letter : ''} -l ${name}${takes} -d ${quoted(summary)}`;
  return [line(long), ...(negatable ? [line(`no-${long}`)] : [])];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
