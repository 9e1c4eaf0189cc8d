import type { OptionSpec, ArgumentSpec } from '../../arguments/option-spec.js';
import { globalOptions } from '../../arguments/options.js';
import type { CommandModel } from '../../reference/command-model.js';

/** A completion function for zsh, to be put as `_paralign` into a folder of `fpath`. */
export function zshCompletion(models: readonly CommandModel[]): string {
  const list = [...models, { name: 'help', summary: 'Show help' }]
    .map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`)
    .join('\n');
  const cases = models.map((model) => {
    const specs = [
      ...[...model.options, ...globalOptions].flatMap(optionSpecs),
      ...model.arguments.map(argumentSpec),
    ];
    return `    ${model.name})\n      _arguments -s -S \\\n${specs
      .map((spec) => `        ${quoted(spec)}`)
      .join(' \\\n')}\n      ;;`;
  });
  return `#compdef paralign
# zsh completion for paralign; made by "paralign completion zsh"
_paralign() {
  local -a subcommands
  subcommands=(
${list}
  )
  local curcontext="$curcontext" state line
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command subcommands; return ;;
  esac
  case $line[1] in
    help) _describe command subcommands ;;
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = _paralign ]; then _paralign "$@"; else compdef _paralign paralign; fi
`;
}

/** `'(-o --output)'{-o,--output}'[Write ...]:FILE:_files'`, one line a flag. */
function optionSpecs(option: OptionSpec): string[] {
  const { long, short, negatable, repeatable } = option;
  const flags = [`--${long}`, ...(short ? [`-${short}`] : [])];
  const all = [...flags, ...(negatable ? [`--no-${long}`] : [])];
  const value = option.value ? `:${option.value.name.replace(/:/g, ' ')}:${action(option)}` : '';
  return all.map((flag) => {
    const others = repeatable ? '*' : all.length > 1 ? `(${all.join(' ')})` : '';
    const takes = option.value && flag.startsWith('--') ? '=' : option.value ? '+' : '';
    return `${others}${flag}${takes}[${escaped(option.summary)}]${value}`;
  });
}

function action({ value }: OptionSpec): string {
  if (value?.choices) return `(${value.choices.join(' ')})`;
  if (value?.kind === 'folder') return '_files -/';
  return value?.kind === 'file' ? '_files' : ' ';
}

function argumentSpec({ name, kind, choices, max = 1 }: ArgumentSpec): string {
  const what = choices
    ? `(${choices.join(' ')})`
    : kind === 'folder'
      ? '_files -/'
      : kind === 'file'
        ? '_files'
        : ' ';
  return `${max > 1 ? '*' : ''}:${name}:${what}`;
}

function escaped(text: string): string {
  return text.replace(/[[\]\\:]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
