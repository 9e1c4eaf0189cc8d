/** The direction of writing. */

/** Scripts written from right to left (ISO 15924), according to Unicode's bidirectional classes. */
const rightToLeftScripts: ReadonlySet<string> = new Set(
  (
    'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero ' +
    'Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi'
  ).split(' '),
);

const remembered = new Map<string, boolean>();

/**
 * Whether a language (BCP-47) is written from right to left: by the script in its tag, or else by
 * CLDR's likely script (`ar`, `pa-PK` and `uz-Arab` are, `sd-Deva` is not). False if it is not a
 * valid tag.
 */
export function isRightToLeft(language: string): boolean {
  let answer = remembered.get(language);
  if (answer === undefined) {
    answer = rightToLeftScripts.has(likelyScript(language));
    remembered.set(language, answer);
  }
  return answer;
}

function likelyScript(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? '';
  } catch {
    return '';
  }
}

/**
 * The blocks that Unicode reserves for letters of right-to-left scripts (DerivedBidiClass: R and
 * AL).
 */
const rightToLeftLetters =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text contains anything written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeftLetters.test(text);
}
