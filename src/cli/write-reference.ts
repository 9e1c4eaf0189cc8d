/** `npm run reference`: regenerates the man page and the documentation's tables. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { version } from '../platform/version.js';
import { commands } from './command-table.js';
import { commandModels } from './reference/command-model.js';
import { commandsPage } from './reference/commands-page.js';
import { manPage } from './reference/man-page.js';
import { fillTables, tablesInPages } from './reference/markdown-tables.js';

const root = new URL('../../', import.meta.url);
const models = await commandModels(commands);
await writeFile(new URL('man/paralign.1', root), manPage(models, version));
await writeFile(new URL('docs/commands.md', root), commandsPage(models));

const docs = await readdir(new URL('docs/', root));
for (const page of docs.filter((name) => name.endsWith('.md') && name !== 'commands.md')) {
  const file = new URL(`docs/${page}`, root);
  const text = await readFile(file, 'utf8');
  const filled = fillTables(text, tablesInPages());
  if (filled !== text) await writeFile(file, filled);
}
