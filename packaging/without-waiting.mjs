/**
 * Ink waits, while it is imported, for the program that lays its boxes out to be compiled, and for tools of its
 * developers. A chunk that waits can't be compiled ahead (src/platform/start): here the program is compiled at once.
 */
import { readFileSync } from 'node:fs';

const dataUrl = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/;

/** For the bundler. */
export const withoutWaiting = {
  name: 'without-waiting',
  transform(code, id) {
    if (/[\\/]ink[\\/]build[\\/]reconciler\.js$/.test(id))
      return changed(
        changed(code, /await import\('\.\/devtools\.js'\)/, ''),
        /await loadPackageJson\(\)/,
        '{}',
      );
    if (/[\\/]yoga-wasm-base64-esm\.js$/.test(id)) return changed(code, dataUrl, '""');
    if (!/[\\/]yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/.test(id)) return null;
    const binary = id.replace(/src[\\/]index\.js$/, 'binaries/yoga-wasm-base64-esm.js');
    const [, program] = dataUrl.exec(readFileSync(binary, 'utf8')) ?? [];
    return changed(
      code,
      'wrapAssembly(await loadYoga())',
      `wrapAssembly(loadedAtOnce());
      function loadedAtOnce() {
        const program = new WebAssembly.Module(Buffer.from('${program}', 'base64'));
        const loaded = {
          instantiateWasm(imports, done) {
            done(new WebAssembly.Instance(program, imports));
            return {};
          },
        };
        loadYoga(loaded);
        return loaded;
      }`,
    );
  },
};

function changed(code, part, other) {
  const result = code.replace(part, () => other);
  if (result === code) throw new Error(`Ink or its layout changed: ${part} is not there`);
  return result;
}
