import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the dependencies', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const page = read('docs/dependencies.md');
  const direct = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] });

  test.each(direct)(
    '%s has its reason in docs/dependencies.md, and an exact version',
    (name, version) => {
      expect(page).toContain(`\`${name}\``);
      expect(version).toMatch(/^~?\d+\.\d+\.\d+$/);
    },
  );

  test('every package has a licence that allows bundling it', () => {
    const list = execFileSync('node', ['packaging/licences.mjs'], { cwd: root, encoding: 'utf8' });
    expect(list).toMatch(/^bundled\tfranc\t6\.2\.0\tMIT$/m);
    expect(list).toMatch(/^development\tvitest\t/m);
  });
});
