/**
 * Builds the script and the style of the report's page (src/report/page/) and puts them into the module that
 * the program takes them from, src/report/page-assets.ts. The same sources give the same bytes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

const folder = join(import.meta.dirname, '../src/report/page');

/** The files that the script was built from: their licences want to be passed on. */
export const pageModules = new Set();

/** The licences of the packages in the script, as a page passes them on. */
function pageNotices() {
  const folders = new Set();
  for (const module of pageModules) {
    const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return `${name} ${version}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}`;
    })
    .join('\n\n');
}

/** The script as one piece that a page can hold: nothing in it ends a script element. */
async function pageScript(watch) {
  const { output } = await build({
    input: join(folder, 'main.tsx'),
    platform: 'browser',
    write: false,
    tsconfig: join(folder, 'tsconfig.json'),
    transform: { target: 'es2022' },
    output: { format: 'iife', minify: true, comments: false },
    logLevel: 'warn',
  });
  for (const module of output[0].moduleIds) {
    if (module.includes('\0')) continue;
    watch(module);
    pageModules.add(module);
  }
  return output[0].code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** The dark colours, for a screen whose user prefers them and has not chosen light ones, and where they were chosen. */
const darkRules = (colours) =>
  `@media screen and (prefers-color-scheme: dark) {\n:root:not([data-theme='light']) {${colours}}\n}\n` +
  `@media screen {\n:root[data-theme='dark'] {${colours}}\n}`;

/** The style sheet without comments and indentation. */
function pageStyle(watch) {
  const path = join(folder, 'style.css');
  watch(path);
  return readFileSync(path, 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/@dark \{([^}]*)\}/, (_, colours) => darkRules(colours))
    .replace(/\s*\n\s*/g, '\n')
    .replace(/([{};,:])\n/g, '$1')
    .replace(/\n\}/g, '}')
    .trim();
}

/** The plugin, for rolldown and vite. */
export const pageAssets = {
  name: 'page-assets',
  async load(id) {
    if (!/[\\/]report[\\/]page-assets\.ts$/.test(id)) return null;
    const watch = (path) => this.addWatchFile?.(path);
    const [script, style] = [await pageScript(watch), pageStyle(watch)];
    return `export const pageScript = ${JSON.stringify(script)};\nexport const pageStyle = ${JSON.stringify(style)};\nexport const pageNotices = ${JSON.stringify(pageNotices())};\n`;
  },
};
