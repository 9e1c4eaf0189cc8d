import { extname } from 'node:path';
import type { InputFile } from '../../../platform/protected-files.js';
import type { ImportRequest } from './request.js';

/** The imported file, as an input that no output may replace. */
export function tableInputs(imported: ImportRequest | null): InputFile[] {
  if (imported === null) return [];
  const { path, name } = imported;
  const what = extname(path).toLowerCase() === '.json' ? 'the decisions' : 'the table';
  return [{ path, what: `${what} ${name}` }];
}
