import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
};

test('the package has no dependencies, and every development dependency has an exact version', () => {
  expect(manifest.dependencies ?? {}).toEqual({});
  for (const version of Object.values(manifest.devDependencies))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('docs/dependencies.md gives a reason for each dependency, and lists no others', () => {
  const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const named = [...text.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual(Object.keys(manifest.devDependencies).sort());
});

test('the licences of all packages are listed, and the bundled ones require only attribution', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['packaging/licences.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  for (const line of lines) expect(line).toMatch(/^(bundled|development)\t\S+\t\d\S*\t\S/);
  const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
  expect(at('bundled\t@xenova/transformers\t2.17.2\tApache-2.0')).toBeGreaterThanOrEqual(0);
  expect(at('bundled\tonnxruntime-node\t1.14.0\tMIT')).toBeGreaterThanOrEqual(0);
  expect(at('development\tvitest\t')).toBeGreaterThan(at('bundled\tyoga-layout\t'));
  expect(stdout).not.toMatch(/^bundled\t(sharp|protobufjs)\t/m);
});
