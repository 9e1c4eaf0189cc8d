/** Reads `--lang` and `--only`. */
import { languageTag } from '../../pipeline/files/language-tag.js';
import type { LanguageReferences } from '../../pipeline/source-references.js';

/**
 * What `--lang` says: `A=es`, `2=en`, `x.txt=fr`, or `es,en` for the sources in order; undefined
 * without it. Which sources there are is not known yet. Throws AppError `usage` for what is no
 * language tag.
 */
export function readLanguages(values: readonly string[]): LanguageReferences | undefined {
  if (values.length === 0) return undefined;
  const where = '--lang';
  const bySource: { source: string; language: string }[] = [];
  const inOrder: string[] = [];
  for (const item of values.flatMap((value) => value.split(','))) {
    // Names may hold `=`, tags never do.
    const split = item.lastIndexOf('=');
    if (split < 0) inOrder.push(languageTag(item, where));
    else
      bySource.push({
        source: item.slice(0, split),
        language: languageTag(item.slice(split + 1), where),
      });
  }
  return { bySource, inOrder, where };
}

/**
 * The candidates that `--only es,en` gives; undefined without it. Throws AppError `usage`, which says
 * `where` they were given.
 */
export function readCandidates(value: string | undefined, where = '--only'): string[] | undefined {
  if (value === undefined) return undefined;
  return value.split(',').map((item) => languageTag(item, where));
}
