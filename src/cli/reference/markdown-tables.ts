/** The tables in the documentation that are generated from the program's own tables. */
import { keysAsMarkdown } from '../../tui/compose/pages/compose-help.js';
import { makeKeymap } from '../../tui/view/keymap.js';
import type { OptionSpec } from '../arguments/option-spec.js';
import { describeValue, optionText } from '../arguments/option-text.js';
import { configurableOptions } from '../arguments/options.js';
import { exitCodeMeanings } from './exit-codes.js';
import { markdownCode, markdownTable } from './markdown.js';

/**
 * Tables inside hand-written pages, by the name in the marks around them:
 * `<!-- review-keys -->` ... `<!-- /review-keys -->`.
 */
export function tablesInPages(): ReadonlyMap<string, string> {
  return new Map([['review-keys', keysAsMarkdown(makeKeymap())]]);
}

/**
 * Puts the tables between their marks. Throws RangeError with the known names for an unknown mark.
 */
export function fillTables(text: string, tables: ReadonlyMap<string, string>): string {
  return text.replace(
    /(<!-- ([a-z-]+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g,
    (_whole, begin: string, name: string, end: string) => {
      const content = tables.get(name);
      if (content === undefined)
        throw new RangeError(`no table "${name}"; the tables are ${[...tables.keys()].join(', ')}`);
      return `${begin}\n${content}\n${end}`;
    },
  );
}

/** Options and their meanings, one per row. */
export function optionTable(options: readonly OptionSpec[]): string {
  return markdownTable(
    ['option', 'meaning'],
    options.map((option) => {
      const flag = `--${option.negatable ? '[no-]' : ''}${option.long}`;
      const value = option.value ? ` ${describeValue(option.value)}` : '';
      return [
        (option.short ? `${markdownCode(`-${option.short}`)}, ` : '') + markdownCode(flag + value),
        optionText(option),
      ];
    }),
  );
}

/** The exit codes, one per row. */
export function exitCodeTable(): string {
  return markdownTable(
    ['code', 'meaning'],
    exitCodeMeanings.map(([number, meaning]) => [String(number), meaning]),
  );
}

/** The options that can be set in files and environment variables. */
export function settingNames(): string {
  return configurableOptions()
    .map(({ long }) => markdownCode(long))
    .join(', ');
}
