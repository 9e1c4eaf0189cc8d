/** The README's tables, made from the option table, between marks that Markdown doesn't show. */
import type { OptionSpec } from '../arguments/option-spec.js';
import { describeValue, operandText, optionText } from '../arguments/option-text.js';
import { configurableOptions, globalOptions } from '../arguments/options.js';
import { keysAsMarkdown } from '../../tui/compose/pages/compose-help.js';
import { makeKeymap } from '../../tui/view/keymap.js';
import type { CommandModel } from './command-model.js';
import { exitCodeMeanings } from './exit-codes.js';

/** The tables by the name that stands in their marks: `<!-- commands -->` ... `<!-- /commands -->`. */
export function readmeTables(models: readonly CommandModel[]): ReadonlyMap<string, string> {
  return new Map([
    [
      'commands',
      table(
        ['command', 'what it does'],
        models.map(({ name, arguments: operands, summary }) => [
          code(['paralign', name, ...operands.map(operandText)].join(' ')),
          summary,
        ]),
      ),
    ],
    ...models.map(
      (model) => [`options ${model.name}`, optionTable(ownOptions(model, models))] as const,
    ),
    ['options general', optionTable(globalOptions)],
    [
      'exit-codes',
      table(
        ['code', 'meaning'],
        exitCodeMeanings.map(([number, meaning]) => [String(number), meaning]),
      ),
    ],
    ['review-keys', keysAsMarkdown(makeKeymap())],
    [
      'settings',
      `${configurableOptions()
        .map(({ long }) => code(long))
        .join(', ')}\n`,
    ],
  ]);
}

/**
 * Puts the tables between their marks. Marks that no table has are an error: RangeError with the
 * names there are.
 */
export function fillTables(text: string, tables: ReadonlyMap<string, string>): string {
  return text.replace(
    /(<!-- ([a-z-]+(?: [a-z]+)?) -->\n)[\s\S]*?(<!-- \/\2 -->)/g,
    (_whole, begin: string, name: string, end: string) => {
      const content = tables.get(name);
      if (content === undefined)
        throw new RangeError(`no table "${name}"; there are ${[...tables.keys()].join(', ')}`);
      return `${begin}\n${content}\n${end}`;
    },
  );
}

/** `batch` has every option of `align`; its table lists the others. */
function ownOptions(model: CommandModel, models: readonly CommandModel[]): readonly OptionSpec[] {
  if (model.name !== 'batch') return model.options;
  const align = models.find(({ name }) => name === 'align')?.options ?? [];
  return model.options.filter((option) => !align.includes(option));
}

function optionTable(options: readonly OptionSpec[]): string {
  return table(
    ['option', 'meaning'],
    options.map((option) => {
      const flag = `--${option.negatable ? '[no-]' : ''}${option.long}`;
      const value = option.value ? ` ${describeValue(option.value)}` : '';
      return [
        (option.short ? `${code(`-${option.short}`)}, ` : '') + code(flag + value),
        optionText(option),
      ];
    }),
  );
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('');
}

function code(text: string): string {
  return `\`${text.replace(/\|/g, '\\|')}\``;
}
