/** Reads `--lang` and `--only`. */
import { languageTag } from '../../pipeline/files/language-tag.js';
import type { LanguageReferences } from '../../pipeline/references/source-references.js';

/**
 * Reads `--lang`: `A=es`, `2=en`, `x.txt=fr`, or `es,en` for the sources in order; undefined without
 * it. The sources are not known yet. Throws AppError `usage` for an unknown language.
 */
export function readLanguages(values: readonly string[]): LanguageReferences | undefined {
  if (values.length === 0) return undefined;
  const where = '--lang';
  const bySource: { source: string; language: string }[] = [];
  const inOrder: string[] = [];
  for (const item of values.flatMap((value) => value.split(','))) {
    // File names may contain `=`, languages never do.
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
 * The languages of `--only es,en`; undefined without it. Throws AppError `usage`, naming `where` they
 * were given.
 */
export function readCandidates(value: string | undefined, where = '--only'): string[] | undefined {
  if (value === undefined) return undefined;
  return value.split(',').map((item) => languageTag(item, where));
}
