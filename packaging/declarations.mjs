/**
 * Puts the library's declarations, and those that they import, into `dist/types`: what the package
 * carries. tsc writes one for every module, and leaves those of modules that are gone.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Collects the declarations that the one of the entry needs. */
export function collectDeclarations(from = 'dist', to = join('dist', 'types')) {
  rmSync(to, { recursive: true, force: true });
  const found = new Set([join(from, 'index.d.ts')]);
  // A set hands out what is added to it on the way.
  for (const path of found) {
    const target = join(to, relative(from, path));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
    const text = readFileSync(path, 'utf8');
    for (const [, name] of text.matchAll(/(?:\bfrom |\bimport\()['"]([^'"]+)['"]/g)) {
      if (!name.startsWith('.'))
        throw new Error(`${path} imports ${name}, which a user of the package doesn't have`);
      found.add(join(dirname(path), name.replace(/\.js$/, '.d.ts')));
    }
  }
}
