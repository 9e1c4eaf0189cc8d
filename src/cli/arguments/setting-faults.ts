/** Finds settings of the right type with meaningless values, such as unknown languages and encodings. */
import { AppError } from '../../errors.js';
import { modelPlaces } from '../../platform/model-places.js';
import { badConfig } from './bad-config.js';
import { readCandidates } from './language-options.js';
import { readDelimiter } from './output-options.js';
import type { Setting } from './parse-arguments.js';

/**
 * The error for a setting with a meaningless value: AppError `bad-config`, or the usual error for a
 * missing model; each names the place where it was set. Undefined for a valid value.
 */
export async function settingFault(
  long: string,
  { value, where }: Setting,
): Promise<AppError | undefined> {
  const text = String(value);
  try {
    if (long === 'only') readCandidates(text, where);
    if (long === 'delimiter') readDelimiter(text, where);
    if (long === 'encoding') {
      const { decodeBytes } = await import('../../read/decode/decode.js');
      await decodeBytes(where, new Uint8Array(), text);
    }
    if (long === 'srx' || long === 'abbreviations') {
      const { readFileSettings } = await import('../../pipeline/files/file-settings.js');
      const { readInputFile } = await import('../../platform/input-files.js');
      const file = { name: text, path: text };
      await readFileSettings({ [long]: file }, ({ path }) => readInputFile(path, where));
    }
    if (long === 'model') return await modelFault(text, where);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return badConfig(error.message, long === 'delimiter' ? 'for example ";" or "tab"' : error.hint);
  }
}

async function modelFault(name: string, where: string): Promise<AppError | undefined> {
  const { findModel } = await import('../../platform/models/model-files.js');
  try {
    await findModel(name, modelPlaces());
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, hint } = error;
    return new AppError(code, `${where}: ${message}`, hint === undefined ? {} : { hint });
  }
}
