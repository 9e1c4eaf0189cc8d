import { resolve } from 'node:path';
import { readInputFile } from '../../platform/input-files.js';
import { readSplittingSettings, type FileReadingSettings } from './file-settings.js';

/**
 * The settings with the files of splitting read, so that who keeps the result can keep how it was split. Throws
 * AppError as `readSplittingSettings`, and for files that cannot be read.
 */
export async function loadSplitting<T extends FileReadingSettings>(
  settings: T,
  cwd: string,
): Promise<
  Omit<T, 'srx' | 'abbreviations' | 'splitting'> & Pick<FileReadingSettings, 'splitting'>
> {
  const splitting = await readSplittingSettings(settings, ({ name, path }) =>
    readInputFile(resolve(cwd, path), name),
  );
  const { srx: _srx, abbreviations: _abbreviations, splitting: _splitting, ...rest } = settings;
  return { ...rest, ...(splitting && { splitting }) };
}
