/** How options are written in help, in the man page and in messages. */
import type { ArgumentSpec, OptionSpec } from './option-spec.js';

/** `FILE`, or the choices. */
export function describeValue(value: NonNullable<OptionSpec['value']>): string {
  return value.choices ? value.choices.join('|') : value.name;
}

/** `-o, --output FILE`. */
export function optionFlags(option: OptionSpec): string {
  const long = option.negatable ? `--[no-]${option.long}` : `--${option.long}`;
  const value = option.value ? ` ${describeValue(option.value)}` : '';
  return `${option.short ? `-${option.short}, ` : '    '}${long}${value}`;
}

/** The summary, with the default unless it is obvious. */
export function optionText(option: OptionSpec): string {
  if (option.default === undefined || !(option.value || option.negatable)) return option.summary;
  const preset =
    typeof option.default === 'boolean' ? (option.default ? 'yes' : 'no') : option.default;
  return `${option.summary} (default: ${preset})`;
}

/** `SOURCE...`, `[NAME...]`: an operand as usage lines show it. */
export function operandText({ name, min = 1, max = Math.max(1, min) }: ArgumentSpec): string {
  const repeated = max > 1 ? `${name}...` : name;
  return min === 0 ? `[${repeated}]` : repeated;
}
