import { readFileSync } from 'node:fs';

/** The package's version. Read, not imported: `src` and `dist` are equally deep under package.json. */
export const version: string = readVersion();

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const found: unknown = JSON.parse(text);
  if (typeof found === 'object' && found && 'version' in found && typeof found.version === 'string')
    return found.version;
  throw new Error('package.json has no version');
}
