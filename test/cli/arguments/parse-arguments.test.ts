import { describe, expect, test } from 'vitest';
import type { OptionSpec } from '../../../src/cli/arguments/option-spec.js';
import { parseArguments, type Setting } from '../../../src/cli/arguments/parse-arguments.js';
import { AppError } from '../../../src/errors.js';

const options: OptionSpec[] = [
  {
    long: 'output',
    short: 'o',
    group: 'Output',
    value: { name: 'FILE', kind: 'file' },
    summary: '',
  },
  {
    long: 'mode',
    group: 'Alignment',
    value: { name: 'MODE', kind: 'choice', choices: ['auto', 'parallel'] },
    default: 'auto',
    configurable: true,
    summary: '',
  },
  {
    long: 'jobs',
    short: 'j',
    group: 'Run',
    value: { name: 'N', kind: 'integer', min: 1, max: 8 },
    configurable: true,
    summary: '',
  },
  {
    long: 'lang',
    group: 'Input',
    value: { name: 'L', kind: 'text' },
    repeatable: true,
    summary: '',
  },
  { long: 'checks', group: 'Run', negatable: true, default: true, configurable: true, summary: '' },
  { long: 'quiet', short: 'q', group: 'General', summary: '' },
  { long: 'verbose', short: 'v', group: 'General', summary: '' },
];
const operands = [{ name: 'SOURCE', summary: 'a file', kind: 'file' as const, max: Infinity }];
const parse = (argv: string[], settings?: Record<string, Setting>) =>
  parseArguments(
    argv,
    { usage: 'paralign x', options, arguments: operands },
    new Map(Object.entries(settings ?? {})),
  );
const errorOf = (run: () => unknown): AppError => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('parseArguments', () => {
  test.each([
    [['-o', 'f', 'a']],
    [['-of', 'a']],
    [['--output', 'f', 'a']],
    [['--output=f', 'a']],
    [['a', '-o', 'f']],
    [['-qvo', 'f', 'a']],
  ])('takes an option in every GNU form: %j', (argv) => {
    const args = parse(argv);
    expect(args.text('output')).toBe('f');
    expect(args.operands).toEqual(['a']);
  });

  test('takes everything after -- as operands, and - as one', () => {
    expect(parse(['--', '-o', '--mode']).operands).toEqual(['-o', '--mode']);
    expect(parse(['-', '-q']).operands).toEqual(['-']);
  });

  test('treats whatever follows an option as its value', () => {
    const args = parse(['--output', '--mode', '-o=x', 'a']);
    expect([args.text('output'), args.operands]).toEqual(['=x', ['a']]);
  });

  test('stops at the first operand if told to', () => {
    const table = { usage: 'paralign', options, arguments: operands, stopAtOperand: true };
    const args = parseArguments(['-q', 'x', '--unknown', '-o'], table);
    expect([args.flag('quiet'), args.operands]).toEqual([true, ['x', '--unknown', '-o']]);
    expect(parseArguments(['--', '-q', '--', 'x'], table).operands).toEqual(['-q', '--', 'x']);
  });

  test('collects repeatable options in order', () => {
    expect(parse(['a', '--lang', 'x=1', '--lang=y=2']).list('lang')).toEqual(['x=1', 'y=2']);
  });

  test('knows both forms of a negatable flag', () => {
    expect(parse(['a']).flag('checks')).toBe(true);
    expect(parse(['a', '--no-checks']).flag('checks')).toBe(false);
    expect(parse(['a', '--no-checks', '--checks']).flag('checks')).toBe(true);
  });

  test.each([
    [['a', '--outptu', 'f'], 'unknown option "--outptu"; did you mean "--output"?'],
    [['a', '--no-check'], 'unknown option "--no-check"; did you mean "--no-checks"?'],
    [['a', '--nonsense'], 'unknown option "--nonsense"'],
    [['a', '--outp', 'f'], 'unknown option "--outp"; did you mean "--output"?'],
    [['a', '-x'], 'unknown option "-x"'],
    [['a', '-qxy'], 'unknown option "-xy"'],
    [['a', '-5'], 'unknown option "-5"'],
    [['a', '--nonsense=1', '-o'], 'unknown option "--nonsense"'],
    [['a', '-o'], '--output needs a value (FILE)'],
    [
      ['a', '--mode', 'paralel'],
      '--mode must be one of auto, parallel, not "paralel"; did you mean "parallel"?',
    ],
    [['a', '--jobs', '0'], '--jobs must be a whole number from 1 to 8, not "0"'],
    [['a', '--jobs', '1.5'], '--jobs must be a whole number from 1 to 8, not "1.5"'],
    [['a', '--jobs', '2x'], '--jobs must be a whole number from 1 to 8, not "2x"'],
    [['a', '--output='], '--output must not be empty'],
    [[], 'missing SOURCE: a file'],
  ])('%j is a usage error that says what is wrong', (argv, message) => {
    const error = errorOf(() => parse(argv));
    expect(error.message).toBe(message);
    expect(error.exitCode).toBe(2);
    expect(error.hint).toBe('see "paralign x --help"');
  });

  test('names the first unexpected operand', () => {
    const table = { usage: 'paralign x', options: [], arguments: [] };
    expect(errorOf(() => parseArguments(['what'], table)).message).toContain('"what"');
  });

  test('a flag beats a setting, a setting beats the default, and each knows its origin', () => {
    const settings = {
      mode: { value: 'parallel', origin: 'project', where: 'x.json' },
      jobs: { value: 3, origin: 'user', where: 'y.json' },
    } as const;
    const args = parse(['a', '--jobs', '2'], settings);
    expect([args.text('mode'), args.origin('mode')]).toEqual(['parallel', 'project']);
    expect([args.number('jobs'), args.origin('jobs')]).toEqual([2, 'flag']);
    expect([args.flag('checks'), args.origin('checks')]).toEqual([true, 'default']);
  });

  test.each([
    ['mode', 'sideways', 'PARALIGN_MODE must be one of auto, parallel, not "sideways"'],
    ['jobs', 'many', 'PARALIGN_JOBS must be a whole number from 1 to 8, not "many"'],
    ['checks', 'perhaps', 'PARALIGN_CHECKS must be true or false, not "perhaps"'],
  ])('a bad setting of %s is a configuration error', (long, value, message) => {
    const where = `PARALIGN_${long.toUpperCase()}`;
    const error = errorOf(() => parse(['a'], { [long]: { value, origin: 'environment', where } }));
    expect(error.message).toBe(message);
    expect(error.exitCode).toBe(78);
  });

  test('reading an option outside the table is a bug', () => {
    expect(() => parse(['a']).flag('colour')).toThrow(TypeError);
  });
});
