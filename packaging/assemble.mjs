/**
 * Compiles the AssemblyScript programs of the sources, each in a folder `assembly`, to WebAssembly, and writes them in
 * base64 to `program-code.ts` in the folder above, which is committed: who builds paralign needs no other compiler.
 *
 *   node packaging/assemble.mjs           writes what has changed
 *   node packaging/assemble.mjs --check   only compares; exit code 1 if something has changed
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main as compile } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
/** No runtime: programs use memory that the caller lays out. Floats are computed as JavaScript does, to the last bit. */
const options = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'];

/** A program's code in base64. Throws what the compiler complains of. */
async function assemble(entry) {
  let binary = new Uint8Array();
  const { error, stderr } = await compile(
    [entry, '--baseDir', root, '-o', 'out.wasm', ...options],
    {
      readFile: (name, base) => {
        const path = join(base, name);
        return existsSync(path) ? readFileSync(path, 'utf8') : null;
      },
      writeFile: (name, contents) => {
        if (name === 'out.wasm') binary = contents;
      },
    },
  );
  if (error) throw new Error(`${entry}: ${error.message}\n${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}

const entries = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => path.endsWith(join('assembly', 'index.ts')))
  .sort();
const changed = [];
for (const entry of entries) {
  const target = join(dirname(dirname(entry)), 'program-code.ts');
  const code = [
    '/** The program in `assembly`, compiled by `npm run assemble`, in base64. */',
    `export const programBase64 =\n  '${await assemble(entry)}';\n`,
  ].join('\n');
  const path = join(root, target);
  if (existsSync(path) && readFileSync(path, 'utf8') === code) continue;
  changed.push(target);
  if (!process.argv.includes('--check')) writeFileSync(path, code);
}
for (const target of changed) console.log(target);
if (changed.length > 0 && process.argv.includes('--check')) process.exitCode = 1;
