/** Whether a model was trained on a language, however its tag is written. */

import { baseLanguage } from '../text/tags.js';

/** Tags of one language under two names: models say one, people and detectors the other. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  no: ['nb', 'nn'],
  nb: ['no'],
  nn: ['no'],
  fil: ['tl'],
  tl: ['fil'],
  cmn: ['zh'],
  arb: ['ar'],
  pes: ['fa'],
  swh: ['sw'],
  zsm: ['ms'],
};

/**
 * True where a model that doesn't name its languages might know it, where nobody knows the language
 * (`und`), and where the tag's language, region and script apart, is one of the model's.
 */
export function knowsLanguage(languages: ReadonlySet<string> | null, tag: string): boolean {
  const language = baseLanguage(tag);
  if (languages === null || language === 'und' || languages.has(tag)) return true;
  return [language, ...(otherNames[language] ?? [])].some((name) => languages.has(name));
}
