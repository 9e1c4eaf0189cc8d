/**
 * Puts the modules of the program and the library together after tsc, with every package that they
 * use: reading a dozen files instead of four hundred saves a fifth of the time that two short texts
 * take, and a package that depends on none installs anywhere, with no script of anybody's.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'rolldown';
import { chunkNames } from './packaging/chunk-names.mjs';
import { collectDeclarations } from './packaging/declarations.mjs';
import { pageAssets, pageModules } from './packaging/page-assets.mjs';
import { pdfText } from './packaging/pdf-text.mjs';
import { buildStart, sharedWithStart, writeStarters } from './packaging/starters.mjs';
import { withoutWaiting } from './packaging/without-waiting.mjs';

/**
 * What packages import and never use here: the transformers the browser's runtime wherever they
 * run, Ink the tools for developing programs with it.
 */
const withoutUnused = {
  name: 'without-unused',
  resolveId: (id, importer) =>
    id === 'onnxruntime-web' || (id === './devtools.js' && /[\\/]ink[\\/]/.test(importer))
      ? '\0unused'
      : null,
  load: (id) => (id === '\0unused' ? 'export default {};' : null),
};

/**
 * Merely asking whether there is a Response makes Node load its WebAssembly for HTTP, which ends the program
 * where address space is limited. The reader of workbooks asks, and never uses it.
 */
const withoutResponse = {
  name: 'without-response',
  transform: (code, id) =>
    /[\\/]hucre[\\/]/.test(id) ? code.replaceAll(' && typeof Response !== "undefined"', '') : null,
};

/**
 * A published package has the runtime's native libraries compressed: paralign finds and loads them. Not
 * before a graph is opened: the tokenizers import the runtime, and most runs need no more than those.
 */
const withOwnBinding = {
  name: 'with-own-binding',
  load: (id) =>
    /[\\/]onnxruntime-node[\\/]dist[\\/]binding\.js$/.test(id)
      ? {
          code: `import { loadNativeRuntime } from ${JSON.stringify(join(import.meta.dirname, 'src/platform/runtime/native-runtime.ts'))};
                 let loaded;
                 export const binding = {
                   get InferenceSession() {
                     loaded ??= loadNativeRuntime().binding;
                     return loaded.InferenceSession;
                   },
                 };`,
          moduleType: 'js',
        }
      : null,
};

/** Packages whose licence says no more than its name in their folder: the text is here. */
const licenceTexts = join(import.meta.dirname, 'packaging/licences');

/**
 * franc makes tables of the trigrams of all its languages, four hundred, when it is imported: a twentieth of the
 * time of two short texts. Here each is made when its language is first considered.
 */
const withLateTrigrams = {
  name: 'with-late-trigrams',
  transform: (code, id) => {
    if (!/[\\/]franc[\\/]index\.js$/.test(id)) return null;
    const late = code.replace(
      /const model = languages\[name\]\.split\('\|'\)[\s\S]*?numericData\[script\]\[name\] = trigrams/,
      'lateTrigrams(numericData[script], name, languages[name])',
    );
    if (late === code) throw new Error('franc makes its tables in another way: see bundle.mjs');
    return `${late}
      function lateTrigrams(tables, name, list) {
        let made;
        const get = () => {
          if (made === undefined) {
            made = {};
            const model = list.split('|');
            for (let weight = model.length; weight--; ) made[model[weight]] = weight;
          }
          return made;
        };
        Object.defineProperty(tables, name, { enumerable: true, get });
      }`;
  },
};

/**
 * string-width makes a segmenter and patterns of emoji when it is imported, for which Node reads ICU's rules and lists: a
 * fifteenth of the time of two short texts. Here they are made when the width of other than plain text is first asked for.
 */
const withLateWidths = {
  name: 'with-late-widths',
  transform: (code, id) => {
    // Not the older version, which a package that only reviews load brings.
    if (!/[\\/]string-width[\\/]index\.js$/.test(id) || /[\\/]wrap-ansi[\\/]/.test(id)) return null;
    const late = code
      .replace(/^const segmenter = (.*);$/m, 'let segmenter;')
      .replace('of segmenter.segment(', 'of (segmenter ??= new Intl.Segmenter()).segment(')
      .replace(
        /^const (\w+Regex) = (\/.*\/\w*);$/gm,
        'let $1Made;\nconst $1 = () => ($1Made ??= $2);',
      )
      .replace(/(\w+Regex)(?=\.test\(|\))/g, '$1()');
    const isDone =
      late.includes('(segmenter ??=') &&
      late.includes('const rgiEmojiRegex = () =>') &&
      !/\w+Regex\b(?!\(\)| = \(\) =>)/.test(late);
    if (!isDone) throw new Error('string-width makes its patterns in another way: see bundle.mjs');
    return late;
  },
};

/**
 * The tokenizers make their patterns anew for every text, and V8 compiles them again after every collection of garbage.
 * Here each is made once.
 */
const withKeptPatterns = {
  name: 'with-kept-patterns',
  transform: (code, id) => {
    if (!/[\\/]transformers[\\/]src[\\/]tokenizers\.js$/.test(id)) return null;
    const kept = code.replace(
      /const pattern = createPattern\(this\.config\.pattern\);(?=\s*return pattern === null\s*\? text\b)/,
      'const pattern = (this.keptPattern ??= createPattern(this.config.pattern));',
    );
    if (kept === code)
      throw new Error('the tokenizers make patterns in another way: see bundle.mjs');
    return kept;
  },
};

/** The licences of the packages that the bundle holds: they want to be passed on. */
const licences = {
  name: 'licences',
  generateBundle() {
    const folders = new Set();
    for (const id of [...this.getModuleIds(), ...pageModules]) {
      const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [];
      if (folder !== undefined) folders.add(folder.replaceAll('\0', ''));
    }
    const missing = [];
    const bundled = [...folders].sort().map((folder) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      const own = join(licenceTexts, `${name.replace('/', '__')}.txt`);
      const texts = readdirSync(folder)
        .filter((file) => /^(licen[cs]e|notice)/i.test(file))
        .map((file) => join(folder, file))
        .concat(existsSync(own) ? [own] : [])
        .map((path) => readFileSync(path, 'utf8').trim());
      if (texts.length === 0) missing.push(`${name} ${version}`);
      return { name, version, licence: license ?? 'as follows', texts };
    });
    if (missing.length > 0)
      throw new Error(
        `no licence text in the packages ${missing.join(', ')}: add it to packaging/licences`,
      );
    const notices = bundled.map(({ name, version, licence, texts }) =>
      [`${name} ${version} (${licence})`, ...texts].join('\n\n'),
    );
    const source = `${notices.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
    this.emitFile({ type: 'asset', fileName: 'chunks/LICENCES.txt', source });
  },
};

rmSync('dist/chunks', { recursive: true, force: true });
await build({
  preserveEntrySignatures: 'allow-extension',
  input: {
    'chunks/program': 'src/cli/main.ts',
    'chunks/library': 'src/index.ts',
    'chunks/text-worker': 'src/pipeline/threads/text-worker.ts',
    'chunks/align-worker': 'src/pipeline/threads/align-worker.ts',
    'chunks/worker': 'src/jobs/workers/worker.ts',
    'chunks/reader-process': 'src/pipeline/isolation/reader-process.ts',
  },
  platform: 'node',
  // Its other build asks for its parts in a way that no bundle can follow.
  resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
  // React leaves its checks for developers out.
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  plugins: [
    withoutUnused,
    withoutResponse,
    withOwnBinding,
    withLateTrigrams,
    withLateWidths,
    withKeptPatterns,
    withoutWaiting,
    sharedWithStart,
    pdfText,
    pageAssets,
    licences,
  ],
  output: {
    dir: 'dist',
    format: 'cjs',
    strict: true,
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: chunkNames(import.meta.dirname), debugName: 'shared' }],
    },
  },
});

// Modules look for the package's files from where they are: all code is two folders down.
await buildStart(import.meta.dirname);
const names = Object.keys(createRequire(import.meta.url)('./dist/chunks/library.cjs')).sort();
writeFileSync(
  'dist/index.js',
  `import library from './chunks/library.cjs';\nexport const { ${names.join(', ')} } = library;\n`,
);
writeStarters(import.meta.dirname);
collectDeclarations();
