/** Where the benchmark's compiled code, which lives in a cache folder, finds the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { modelPlaces, type ModelPlaces } from '../../src/platform/model-places.js';

/** npm runs scripts in the folder of package.json. */
export const root = process.cwd();

/** The program, as `npm run build` makes it. */
export const program = resolve(root, 'dist/cli/main.js');

/** The places of models, with the repository's own. */
export const places: ModelPlaces = { ...modelPlaces(), bundled: resolve(root, 'models') };

/** The paragraphs of the five seeds. */
export function seedParagraphs(): string[] {
  return readdirSync(resolve(root, 'seeds'))
    .sort()
    .flatMap((file) => readFileSync(resolve(root, 'seeds', file), 'utf8').split(/\r?\n/))
    .filter((line) => line.trim() !== '');
}
