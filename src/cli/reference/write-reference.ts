/** `npm run reference`: writes what is made from the option table into the repository. */
import { readFile, writeFile } from 'node:fs/promises';
import { version } from '../../platform/version.js';
import { commandModels } from '../command-model.js';
import { manPage } from './man-page.js';
import { fillTables, readmeTables } from './readme-tables.js';

const root = new URL('../../../', import.meta.url);
const models = await commandModels();
await writeFile(new URL('man/paralign.1', root), manPage(models, version));
const readme = new URL('README.md', root);
await writeFile(readme, fillTables(await readFile(readme, 'utf8'), readmeTables(models)));
