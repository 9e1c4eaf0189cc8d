/** Finds the language that a person means by a tag or a name. */
import { closest, distance } from 'fastest-levenshtein';
import { baseLanguage } from '../tags.js';
import { languageNames } from './names.js';
import { regions, scripts, threeLetterLanguages, twoLetterLanguages } from './subtags.js';

/** The language found, or a suggestion for what may have been meant. */
export type FoundLanguage =
  /** A BCP-47 tag in canonical form. */
  { readonly tag: string } | { readonly tag: undefined; readonly meant: string | undefined };

/**
 * The language of a tag (`es`, `spa`, `zh_hant`) or of a name, in English or in the language itself
 * (`Spanish`, `español`; case, accents and hyphens are ignored). Tags must exist: languages of ISO
 * 639 or its private-use range (`qaa` to `qtz`), known scripts and regions. Input that could be
 * both is read as a tag. `meant` is the nearest tag or name.
 */
export function findLanguage(text: string): FoundLanguage {
  const wanted = text.trim();
  const tag = languageTag(wanted);
  return tag === undefined ? { tag, meant: nearest(wanted, canonicalTag(wanted)) } : { tag };
}

/** As `findLanguage`, without looking for what may have been meant. */
export function languageTag(text: string): string | undefined {
  const wanted = text.trim();
  const tag = canonicalTag(wanted);
  return tag !== undefined && isKnown(tag) ? tag : tagsByName().get(fold(wanted));
}

function canonicalTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}

function isKnown(tag: string): boolean {
  const { script, region } = new Intl.Locale(tag);
  const language = baseLanguage(tag);
  return (
    (languages().has(language) || /^q[a-t][a-z]$/.test(language)) &&
    (script === undefined || scriptSet().has(script)) &&
    (region === undefined || regionSet().has(region))
  );
}

/**
 * Folds a name for comparison: without case, accents of Latin letters, hyphens, apostrophes and
 * brackets.
 */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[-_'`‘’ʼ()\s]+/g, ' ')
    .trim();
}

function nearest(wanted: string, tag: string | undefined): string | undefined {
  const language = tag === undefined ? undefined : baseLanguage(tag);
  if (tag !== undefined && language !== undefined && languages().has(language)) {
    // Only the part after the language is unknown.
    const written = namesByTag().map((own) => own.tag);
    const related = written.filter((own) => own.startsWith(`${language}-`));
    return near(tag, related, 2) ?? knownPart(tag, language);
  }
  const short = /^[a-z]{2,3}$/i.test(wanted);
  if (short) return languageOfCountry(wanted.toUpperCase());
  const folded = near(fold(wanted), [...tagsByName().keys()], wanted.length < 6 ? 1 : 2);
  return folded === undefined ? undefined : displayNames().get(folded);
}

/** The language with its script, if that is known. */
function knownPart(tag: string, language: string): string {
  const { script } = new Intl.Locale(tag);
  return script !== undefined && scriptSet().has(script) ? `${language}-${script}` : language;
}

/** People write the country code instead of the language code: `jp` means `ja`. */
function languageOfCountry(region: string): string | undefined {
  if (!regionSet().has(region)) return undefined;
  const { language } = new Intl.Locale(`und-${region}`).maximize();
  return languages().has(language) && language !== 'en' ? language : undefined;
}

/** The nearest of `names`, at most this many edits away. */
function near(given: string, names: readonly string[], edits: number): string | undefined {
  if (names.length === 0) return undefined;
  const found = closest(given, names);
  return distance(given, found) <= Math.min(edits, Math.floor((given.length - 1) / 2))
    ? found
    : undefined;
}

const languages = once(() => {
  const found = new Set(words(twoLetterLanguages));
  for (const group of words(threeLetterLanguages))
    for (const last of group.slice(2)) found.add(group.slice(0, 2) + last);
  return found;
});
const scriptSet = once(() => new Set(words(scripts)));
const regionSet = once(() => new Set(words(regions)));

const namesByTag = once(() =>
  languageNames
    .trim()
    .split('\n')
    .map((line) => {
      const end = line.indexOf(' ');
      return { tag: line.slice(0, end), names: line.slice(end + 1).split('|') };
    }),
);

/** Folded name -> tag. */
const tagsByName = once(
  () =>
    new Map(
      namesByTag().flatMap(({ tag, names }) => names.map((name) => [fold(name), tag] as const)),
    ),
);

/** Folded name -> name as written. */
const displayNames = once(
  () =>
    new Map(namesByTag().flatMap(({ names }) => names.map((name) => [fold(name), name] as const))),
);

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** Tables are parsed on first use. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
