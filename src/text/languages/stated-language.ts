import { languageTag } from './find-language.js';
import { baseLanguage } from '../tags.js';

/** A language as a file states it. */
export interface StatedLanguage {
  /** What its text is called: the tag in canonical form, or what stands in the file if that is none. */
  readonly part: string;
  /** BCP-47; absent if the file's word names no language, so that it has to be detected. */
  readonly language?: string;
}

/** What POSIX writes behind an `@` and BCP-47 as a script or variant. */
const modifiers: Readonly<Record<string, string>> = {
  latin: 'Latn',
  cyrillic: 'Cyrl',
  arabic: 'Arab',
  devanagari: 'Deva',
  valencia: 'valencia',
};

/**
 * Understands tags as translation programs write them: `EN-US`, `en_US`, `ENU` as a private word, and those
 * of POSIX, `sr_RS.UTF-8@latin`.
 */
export function statedLanguage(given: string): StatedLanguage {
  const word = given.trim();
  if (word === '') return { part: 'und' };
  const [, plain = word, modifier] = /^([^.@]+)(?:\.[^@]*)?(?:@(.*))?$/.exec(word) ?? [];
  const [base = '', ...rest] = plain.split(/[-_]/);
  const variant = modifiers[modifier?.toLowerCase() ?? ''];
  const parts =
    variant === undefined
      ? [base, ...rest]
      : variant.length === 4
        ? [base, variant, ...rest]
        : [base, ...rest, variant];
  const tag = languageTag(parts.join('-'));
  if (tag !== undefined)
    return saysNothing.test(tag) ? { part: tag } : { part: tag, language: tag };
  // A region that nobody knows leaves the language as it is.
  const language = /^[a-z]{2,3}$/i.test(base) ? languageTag(baseLanguage(base)) : undefined;
  return {
    part: plain,
    ...(language !== undefined && !saysNothing.test(language) && { language }),
  };
}

/** No language, several of them, or one that nobody named. */
const saysNothing = /^(?:und|mul|zxx|mis)\b/;

/** As `statedLanguage`, for many units that say the same few words. */
export function languageReader(): (given: string) => StatedLanguage {
  const known = new Map<string, StatedLanguage>();
  return (given) => {
    let language = known.get(given);
    if (!language) known.set(given, (language = statedLanguage(given)));
    return language;
  };
}
