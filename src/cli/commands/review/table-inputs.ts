import type { InputFile } from '../../../platform/protected-files.js';
import type { ImportRequest } from './request.js';

/** The imported table, as an input that no output may replace. */
export function tableInputs(imported: ImportRequest | null): InputFile[] {
  return imported === null ? [] : [{ path: imported.path, what: `the table ${imported.name}` }];
}
