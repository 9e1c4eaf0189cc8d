/** Help, generated from the tables. */
import type { CommandEntry, CommandSpec } from '../commands/command.js';
import type { OptionSpec } from '../arguments/option-spec.js';
import { optionGroups } from '../arguments/option-spec.js';
import { globalOptions } from '../arguments/options.js';
import { operandText, optionFlags, optionText } from '../arguments/option-text.js';

const width = 80;

/** What `paralign` without arguments prints on stderr. */
export function shortHelp(commands: readonly CommandEntry[]): string {
  return [
    'Usage: paralign COMMAND [OPTION]... [FILE]...',
    '',
    'Aligns texts that say the same thing, sentence by sentence, across languages, offline.',
    '',
    ...commandList(commands),
    '',
    'See "paralign --help", or "paralign help COMMAND".',
    '',
  ].join('\n');
}

/** `paralign --help`. */
export function programHelp(commands: readonly CommandEntry[]): string {
  return [
    'Usage: paralign COMMAND [OPTION]... [FILE]...',
    '',
    'Aligns texts that say the same thing, sentence by sentence, across languages, offline.',
    '',
    'Examples:',
    '  paralign align report.en.txt report.es.txt -o pairs.csv',
    '',
    ...commandList(commands),
    '',
    ...optionList(globalOptions),
    'See "paralign help COMMAND" for the options of a command.',
    '',
  ].join('\n');
}

/** `paralign COMMAND --help`. */
export function commandHelp(entry: CommandEntry, spec: CommandSpec): string {
  return [
    `Usage: ${['paralign', entry.name, '[OPTION]...', ...spec.arguments.map(operandText)].join(' ')}`,
    '',
    `${entry.summary}.`,
    ...paragraphs(spec.description).flatMap((text) => ['', ...fill(text, width)]),
    '',
    'Examples:',
    ...spec.examples.flatMap(({ command, meaning }) => [`  ${command}`, `      ${meaning}`]),
    '',
    ...(spec.arguments.length ? ['Operands:', ...spec.arguments.map(operandLine), ''] : []),
    ...optionList([...spec.options, ...globalOptions]),
  ].join('\n');
}

function operandLine({ name, summary }: { name: string; summary: string }): string {
  return twoColumns(name, summary);
}

function commandList(commands: readonly CommandEntry[]): string[] {
  return ['Commands:', ...commands.map(({ name, summary }) => twoColumns(name, summary))];
}

function optionList(options: readonly OptionSpec[]): string[] {
  return optionGroups.flatMap((group) => {
    const inGroup = options.filter((option) => option.group === group);
    if (inGroup.length === 0) return [];
    const lines = inGroup.map((option) => twoColumns(optionFlags(option), optionText(option)));
    return [`${group}:`, ...lines, ''];
  });
}

function twoColumns(left: string, right: string): string {
  const indent = 26;
  const lines = fill(right, width - indent);
  const head = `  ${left}`;
  const first = head.length < indent - 1 ? head.padEnd(indent) + (lines.shift() ?? '') : head;
  return [first, ...lines.map((text) => ' '.repeat(indent) + text)].join('\n');
}

/** The paragraphs of a description, which empty lines separate. */
function paragraphs(description = ''): string[] {
  return description.split('\n\n').filter((text) => text !== '');
}

/** Wraps text. Help is plain ASCII, so a character is a cell. */
function fill(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
