import { resolve } from 'node:path';
import { readInputFile } from '../../platform/input-files.js';
import { readGlossarySettings, type FileSettings } from './file-settings.js';

/**
 * The settings with the glossary read, so that who keeps the result can keep what it was checked by. Throws AppError as
 * `readGlossarySettings`, and for a file that cannot be read.
 */
export async function loadGlossary<
  T extends Pick<FileSettings, 'glossary' | 'glossaryFile' | 'checks'>,
>(
  settings: T,
  cwd: string,
): Promise<Omit<T, 'glossaryFile' | 'glossary'> & Pick<FileSettings, 'glossary'>> {
  const glossary = await readGlossarySettings(settings, ({ name, path }) =>
    readInputFile(resolve(cwd, path), name),
  );
  const { glossaryFile: _file, glossary: _glossary, ...rest } = settings;
  return { ...rest, ...(glossary && { glossary }) };
}
