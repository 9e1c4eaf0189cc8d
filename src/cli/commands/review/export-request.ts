/** What a person types to export a review: a file, and filters behind it. */
import { resolve } from 'node:path';
import type { WriteOptions } from '../../../write/write-table.js';
import {
  reviewFilterOptions,
  leftOutOption,
  splitOption,
} from '../../arguments/filter-option-specs.js';
import { readFilters, readSplit } from '../../arguments/output-options.js';
import { parseArguments } from '../../arguments/parse-arguments.js';

/** An export as it was asked for. */
export interface ExportRequest {
  /** Absolute. */
  readonly path: string;
  readonly options: WriteOptions;
}

/** The name of a file may have blanks, so the filters begin where a word begins with two dashes. */
const typedForm = /^(.*?)(?:\s+(--[a-z].*))?$/s;

/**
 * Reads `pairs.csv --status accepted --min-confidence .8`: the filters are those of `paralign convert`.
 * Throws AppError `usage`.
 */
export function readExport(cwd: string, typed: string): ExportRequest {
  const [, path = '', filters = ''] = typedForm.exec(typed) ?? [];
  const args = parseArguments(
    filters.split(/\s+/).filter((word) => word !== ''),
    {
      usage: 'paralign convert',
      options: [...Object.values(reviewFilterOptions), leftOutOption, splitOption],
      arguments: [],
    },
  );
  return {
    path: resolve(cwd, path.trim()),
    options: { ...readFilters(args, { checks: true }), ...readSplit(args, null) },
  };
}
