/** Reads `--lang` and `--only`. */
import { AppError } from '../../errors.js';
import { findSource, type NamedSource } from './source-reference.js';

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
 * The language per source that `--lang` gives: `A=es`, `2=en`, `x.txt=fr`, or `es,en` for the
 * sources in order. Undefined where nothing is said. Throws AppError `usage`.
 */
export function readLanguages(
  values: readonly string[],
  sources: readonly NamedSource[],
): (string | undefined)[] {
  const languages: (string | undefined)[] = sources.map(() => undefined);
  const inOrder: string[] = [];
  for (const item of values.flatMap((value) => value.split(','))) {
    // Names may hold `=`, tags never do.
    const split = item.lastIndexOf('=');
    if (split < 0) inOrder.push(languageTag(item, '--lang'));
    else
      languages[findSource(item.slice(0, split), sources, '--lang')] = languageTag(
        item.slice(split + 1),
        '--lang',
      );
  }
  if (inOrder.length > 0 && inOrder.length !== sources.length)
    throw new AppError(
      'usage',
      `--lang ${inOrder.join(',')}: ${inOrder.length} languages for ${sources.length} sources`,
      { hint: 'say which source is meant: --lang A=es' },
    );
  return languages.map((language, index) => language ?? inOrder[index]);
}

/** The candidates that `--only es,en` gives; undefined without it. Throws AppError `usage`. */
export function readCandidates(value: string | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  return value.split(',').map((item) => languageTag(item, '--only'));
}
