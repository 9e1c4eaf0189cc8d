/** `npm run reference`: writes what is made from the option table into the repository. */
import { readFile, writeFile } from 'node:fs/promises';
import { version } from '../platform/version.js';
import { commands } from './command-table.js';
import { commandModels } from './reference/command-model.js';
import { manPage } from './reference/man-page.js';
import { fillTables, readmeTables } from './reference/readme-tables.js';

const root = new URL('../../', import.meta.url);
const models = await commandModels(commands);
await writeFile(new URL('man/paralign.1', root), manPage(models, version));
const readme = new URL('README.md', root);
await writeFile(readme, fillTables(await readFile(readme, 'utf8'), readmeTables(models)));
