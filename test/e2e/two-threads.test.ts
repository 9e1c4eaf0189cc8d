import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, paralign, root, scratch, seed } from './program.js';

/** Enough rows, all different, for the second thread to be given a part of the checks. */
function longText(number: number, copies = 8): string {
  const lines = readFileSync(seed(number), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return Array.from({ length: copies }, (_, k) =>
    lines.map((line) => `In the year ${1500 + 7 * k + number * (k % 3)} ${line}`).join('\n\n'),
  ).join('\n\n');
}

describe('the program, which reads and checks in a second thread', () => {
  const folder = scratch();
  const paths = [0, 1].map((number) => {
    const path = join(folder, `${number}.txt`);
    writeFileSync(path, longText(number));
    return path;
  });

  test('writes the same as the library in one thread', async () => {
    const { out, code } = await paralign(['align', ...paths, '--format', 'csv']);
    expect(code).toBe(0);
    const alone = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { readFileSync } from 'node:fs';
        import { alignSources, loadEmbedder, writeTable } from 'paralign';
        const embedder = await loadEmbedder();
        const inputs = ${JSON.stringify(paths)}.map((path, k) => ({ name: k + '.txt', bytes: readFileSync(path) }));
        for await (const { chunk } of writeTable(await alignSources(inputs, { embedder }), 'csv')) process.stdout.write(chunk);`,
      ],
      { cwd: root, env: cleanEnvironment(), encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    expect(out.split('\n').length).toBeGreaterThan(300);
    expect(out).toContain('number:');
    expect(out).toBe(alone);
  });

  test('reports an error of the second thread like its own', async () => {
    const empty = join(folder, 'empty.txt');
    writeFileSync(empty, '\n');
    const { code, err, out } = await paralign(['align', paths[0] ?? '', empty, '--json']);
    expect(code).toBe(65);
    expect(out).toBe('');
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'empty-source', exitCode: 65 } });
  });
});

describe('any number of threads', () => {
  const folder = scratch();
  const paths = [66, 66, 12].map((copies, at) => {
    const path = join(folder, `${at}.txt`);
    writeFileSync(path, longText(at % 2, copies));
    return path;
  });

  async function run(texts: readonly string[], ...options: readonly string[]): Promise<string> {
    const { out, code } = await paralign(['align', ...texts, '--format', 'csv', ...options]);
    expect(code).toBe(0);
    return out;
  }

  test('aligns parts of long texts, and pairs of shorter ones, to the same bytes', async () => {
    const options = ['--mode', 'parallel', '--no-checks', '--threads'];
    const alone = await run(paths, ...options, '1');
    expect(alone.split('\n').length).toBeGreaterThan(3000);
    expect(await run(paths, ...options, '3')).toBe(alone);
  });

  test('decides on the mode, and checks, to the same bytes', async () => {
    const two = paths.slice(0, 2);
    expect(await run(two, '--threads', '3')).toBe(await run(two, '--threads', '1'));
  });
});
