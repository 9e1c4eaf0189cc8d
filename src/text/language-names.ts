/** Names of languages, in English and in the language itself, by Unicode's tables (CLDR) that Node has. */

/** Made when it is first asked: making it takes ten milliseconds, which most runs don't need. */
let english: Intl.DisplayNames | undefined;

function englishNames(): Intl.DisplayNames {
  return (english ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }));
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Whether there is a language of this base tag, in two or three letters. */
export function isLanguage(base: string): boolean {
  return /^[a-z]{2,3}$/.test(base) && englishNames().of(base) !== undefined;
}

/**
 * The base tag of the language with this name, in English or in the language itself: `Spanish`,
 * `español` and `espanol` are `es`. Undefined for what is no language's name. A name that is not among
 * the 190 languages of two letters costs a quarter of a second: all of three letters are asked.
 */
export function languageOfName(name: string): string | undefined {
  const wanted = fold(name);
  if (wanted.length < 2) return undefined;
  const two = letters.flatMap((a) => letters.map((b) => a + b)).filter(isLanguage);
  const called = (tag: string, names: Intl.DisplayNames): boolean =>
    fold(names.of(tag) ?? '') === wanted;
  return (
    two.find((tag) => called(tag, englishNames())) ??
    two.find((tag) =>
      called(tag, new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' })),
    ) ??
    letters
      .flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
      .find((tag) => called(tag, englishNames()))
  );
}

/** Case and diacritics make no difference. */
function fold(name: string): string {
  return name.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
