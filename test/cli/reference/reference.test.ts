import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bashCompletion } from '../../../src/cli/commands/completion/bash.js';
import { commands } from '../../../src/cli/command-table.js';
import { commandModels, flagsOf } from '../../../src/cli/reference/command-model.js';
import { exitCodeMeanings } from '../../../src/cli/reference/exit-codes.js';
import { fishCompletion } from '../../../src/cli/commands/completion/fish.js';
import { manPage } from '../../../src/cli/reference/man-page.js';
import { commandsPage } from '../../../src/cli/reference/commands-page.js';
import { fillTables, tablesInPages } from '../../../src/cli/reference/markdown-tables.js';
import { zshCompletion } from '../../../src/cli/commands/completion/zsh.js';
import { optionGroups } from '../../../src/cli/arguments/option-spec.js';
import { globalOptions } from '../../../src/cli/arguments/options.js';
import { version } from '../../../src/platform/version.js';
import { ExitCode } from '../../../src/errors.js';

const models = await commandModels(commands);
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('what is generated from the option table', () => {
  // "npm run reference" makes them anew.
  test('the man page is up to date', () => {
    expect(read('man/paralign.1')).toBe(manPage(models, version));
  });

  test('docs/commands.md is up to date', () => {
    expect(read('docs/commands.md')).toBe(commandsPage(models));
  });

  test('the table of keys in docs/review.md is up to date', () => {
    const page = read('docs/review.md');
    expect(page).toContain('`nextDoubt`');
    expect(fillTables(page, tablesInPages())).toBe(page);
  });

  test('every exit code has a meaning', () => {
    const documented = exitCodeMeanings.map(([code]) => code);
    for (const code of Object.values(ExitCode)) expect(documented).toContain(code);
  });

  test('every option and command is in every completion', () => {
    const scripts = [bashCompletion(models), zshCompletion(models), fishCompletion(models)];
    for (const { name, options } of models)
      for (const script of scripts) {
        expect(script).toContain(name);
        for (const { long } of options) expect(script).toContain(long);
      }
  });

  test('bash completes commands, options, values and files', () => {
    const complete = (...words: string[]) =>
      execFileSync(
        'bash',
        [
          '-c',
          `eval "$SCRIPT"; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _paralign; printf '%s\\n' "\${COMPREPLY[@]}"`,
          'bash',
          ...words,
        ],
        { env: { ...process.env, SCRIPT: bashCompletion(models) }, encoding: 'utf8' },
      )
        .trim()
        .split('\n');
    expect(complete('paralign', 'al')).toEqual(['align']);
    expect(complete('paralign', 'align', '--mode', 'c')).toEqual(['comparable']);
    expect(complete('paralign', 'align', '--pairs')).toEqual(['--pairs-only']);
    expect(complete('paralign', 'align', '-o', 'package.js')).toEqual(['package.json']);
    expect(complete('paralign', '-q', 'completion', 'z')).toEqual(['zsh']);
  });
});

describe('the option table', () => {
  test.each(models)('$name: flags are unambiguous, summaries fit, examples name it', (model) => {
    const options = [...model.options, ...globalOptions];
    const flags = options.flatMap(flagsOf);
    expect(flags.filter((flag, index) => flags.indexOf(flag) !== index)).toEqual([]);
    for (const { summary, group, value } of options) {
      expect(summary).toMatch(/^[A-Z].*[^.]$/);
      expect(optionGroups).toContain(group);
      if (value?.kind === 'choice') expect(value.choices?.length).toBeGreaterThan(1);
    }
    expect(model.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(model.examples.length).toBeGreaterThan(0);
    for (const { command } of model.examples) expect(command).toContain(`paralign ${model.name}`);
  });
});
