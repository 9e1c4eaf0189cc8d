import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReviewFile } from '../../src/platform/review/review-file.js';
import { tinyModel } from '../platform/models/fake-hub.js';
import { simpleReview } from '../review/fixture.js';
import { cleanEnvironment, root, scratch } from './program.js';

/** An installation without the runtime, and with a model that is damaged, so that whatever reads it fails. */
const installation = scratch();
const model = join(installation, 'models/paralign-small');
let folder: string;

function run(args: readonly string[], input = '') {
  const program = join(installation, 'dist/cli/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: cleanEnvironment(),
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(async () => {
  cpSync(join(root, 'package.json'), join(installation, 'package.json'));
  for (const part of ['dist/cli/main.js', 'dist/chunks'])
    cpSync(join(root, part), join(installation, part), { recursive: true });
  mkdirSync(join(model, 'onnx'), { recursive: true });
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'SHA256SUMS'])
    writeFileSync(join(model, file), 'damaged');
  writeFileSync(join(model, 'onnx/model_quantized.onnx'), 'damaged');
  folder = join(installation, 'work');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), 'The cat sat.\n');
  writeFileSync(join(folder, 'b.txt'), 'Le chat dormait.\n');
  (await createReviewFile(join(folder, 'book.paralign'), simpleReview(4))).store.close();
});
afterAll(() => rmSync(installation, { recursive: true, force: true }));

describe('with a damaged model', () => {
  test('align says so', () => {
    const { code, err } = run(['align', 'a.txt', 'b.txt']);
    expect(code).toBe(69);
    expect(err).toContain('SHA256SUMS:1');
  });

  test.each([
    ['convert', ['convert', 'book.paralign', '--format', 'tsv'], 'a_text'],
    ['convert to a page', ['convert', 'book.paralign', '--format', 'html'], '<!doctype html>'],
    ['show', ['show', 'book.paralign'], ''],
    ['report', ['report', 'book.paralign', '-o', '-'], '<!doctype html>'],
    ['stats', ['stats', 'book.paralign'], '1-1'],
    ['segment', ['segment', 'a.txt'], 'The cat sat.'],
    ['detect', ['detect', 'a.txt'], 'en'],
    ['--version', ['--version'], ''],
  ])('%s works as ever', (_, args, expected) => {
    const { code, out, err } = run(args);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out.toLowerCase()).toContain(expected.toLowerCase());
    expect(out).not.toBe('');
  });

  test('a review is decided, saved and continued; only what needs the model fails', () => {
    const first = run(['review', '--plain', 'book.paralign'], 'a\nR\nq\n');
    expect(first.out).toContain('accepted 1');
    expect(first.out + first.err).toContain('SHA256SUMS:1');
    expect(first.code).toBe(0);
    expect(run(['convert', 'book.paralign', '--format', 'tsv']).out).toContain('accepted');
  });
});

describe('without the runtime', () => {
  beforeAll(() => {
    rmSync(model, { recursive: true });
    symlinkSync(join(root, 'models/paralign-small'), model);
  });

  test('the bundled model aligns', () => {
    const { code, out } = run(['align', 'a.txt', 'b.txt', '--format', 'tsv']);
    expect(code).toBe(0);
    expect(out).toContain('1-1');
  });

  test('it is not said to work, and another model is refused', () => {
    expect(run(['models', 'verify']).out).toContain('DOES NOT WORK: onnxruntime cannot be loaded');
    const { code, err } = run(['align', 'a.txt', 'b.txt', '--model', tinyModel]);
    expect(code).toBe(69);
    expect(err).toContain('onnxruntime');
  });
});
