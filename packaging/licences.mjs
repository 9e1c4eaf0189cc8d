/**
 * `npm run licences`: the licence of every package that is installed, in tab-separated lines: what
 * the program holds first, then what only its development needs. Ends with 1 where the program
 * holds a package whose licence asks for more than to be passed on.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that ask for their text to be passed on, which `dist/chunks/LICENCES.txt` does. */
const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Unlicense',
]);

const held = new Set(
  [...readFileSync('dist/chunks/LICENCES.txt', 'utf8').matchAll(/^(\S+ \d\S*) \(.*\)$/gm)].map(
    ([, name]) => name,
  ),
);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const lines = Object.keys(packages)
  .filter((path) => path !== '' && existsSync(join(path, 'package.json')))
  .map((path) => {
    const { name, version, license, licenses } = JSON.parse(
      readFileSync(join(path, 'package.json'), 'utf8'),
    );
    const known = license ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none named';
    const id = `${name} ${version}`;
    return { use: held.has(id) ? 'bundled' : 'development', id, licence: known.type ?? known };
  })
  .sort((a, b) => (a.use + a.id < b.use + b.id ? -1 : 1));

const seen = new Set();
for (const { use, id, licence } of lines) {
  const line = [use, id.replace(/ (\S+)$/, '\t$1'), licence].join('\t');
  if (!seen.has(line)) process.stdout.write(`${line}\n`);
  seen.add(line);
}

const listed = new Set(lines.map(({ id }) => id));
const problems = [
  ...lines
    .filter(({ use, licence }) => use === 'bundled' && !permissive.has(licence))
    .map(({ id, licence }) => `${id}: ${licence}`),
  ...[...held].filter((id) => !listed.has(id)).map((id) => `${id}: bundled and not installed`),
];
for (const problem of problems) process.stderr.write(`licences: ${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
