import type { OptionSpec } from '../../arguments/option-spec.js';
import { globalOptions } from '../../arguments/options.js';
import { flagsOf, type CommandModel } from '../../reference/command-model.js';

/** A completion script for bash 4 and later; needs no bash-completion package. */
export function bashCompletion(models: readonly CommandModel[]): string {
  const cases = models.map((model) => {
    const options = [...model.options, ...globalOptions];
    return [
      `    ${model.name})`,
      `      words="${options.flatMap(flagsOf).join(' ')}"`,
      `      case $previous in`,
      ...options.flatMap(valueCase),
      `      esac`,
      ...operandLines(model),
      `      ;;`,
    ].join('\n');
  });
  const names = [...models.map(({ name }) => name), 'help'].join(' ');
  return `# bash completion for paralign; made by "paralign completion bash"
_paralign() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local command= word words= operands=
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      -*) ;;
      *) command=$word; break ;;
    esac
  done
  case $command in
    "")
      words="${names} ${globalOptions.flatMap(flagsOf).join(' ')}"
      ;;
    help)
      words="${names}"
      ;;
${cases.join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [[ -z $command || $command == help ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [[ -n $operands ]]; then
    COMPREPLY=($(compgen -W "$operands" -- "$current"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -F _paralign paralign
`;
}

function operandLines(model: CommandModel): string[] {
  const choices = model.arguments.flatMap((argument) => argument.choices ?? []);
  return choices.length > 0 ? [`      operands="${choices.join(' ')}"`] : [];
}

/** What comes after an option that takes a value. */
function valueCase(option: OptionSpec): string[] {
  if (!option.value) return [];
  const flags = flagsOf(option).join('|');
  const { kind, choices } = option.value;
  if (choices)
    return [
      `        ${flags}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$current")); return ;;`,
    ];
  if (kind === 'file' || kind === 'folder')
    return [
      `        ${flags}) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -${kind === 'file' ? 'f' : 'd'} -- "$current")); return ;;`,
    ];
  return [`        ${flags}) return ;;`];
}
