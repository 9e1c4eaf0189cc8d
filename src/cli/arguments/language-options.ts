/** Reads `--lang` and `--only`. */
import { AppError } from '../../errors.js';
import type { LanguageReferences } from '../../pipeline/source-references.js';

/**
 * A language tag in canonical form: `spa` and `ES` become `es`. Throws AppError `usage` for what is
 * no tag; `where` is named in the message.
 */
export function languageTag(text: string, where: string): string {
  try {
    const tag = Intl.getCanonicalLocales(text.trim().replace(/_/g, '-'))[0];
    if (tag !== undefined) return tag;
  } catch {
    // Not a tag: said below.
  }
  throw new AppError('usage', `${where}: "${text}" is not a language tag`, {
    hint: 'tags are like es, pt-BR or zh-Hant (BCP-47)',
  });
}

/**
 * What `--lang` says: `A=es`, `2=en`, `x.txt=fr`, or `es,en` for the sources in order. Which sources
 * are meant is known when they are read. Throws AppError `usage` for what is no tag.
 */
export function readLanguages(values: readonly string[]): LanguageReferences {
  const bySource: { source: string; language: string }[] = [];
  const inOrder: string[] = [];
  for (const item of values.flatMap((value) => value.split(','))) {
    // Names may hold `=`, tags never do.
    const split = item.lastIndexOf('=');
    if (split < 0) inOrder.push(languageTag(item, '--lang'));
    else {
      const language = languageTag(item.slice(split + 1), '--lang');
      bySource.push({ source: item.slice(0, split), language });
    }
  }
  return { bySource, inOrder, where: '--lang' };
}

/** The candidates that `--only es,en` gives; undefined without it. Throws AppError `usage`. */
export function readCandidates(value: string | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  return value.split(',').map((item) => languageTag(item, '--only'));
}
