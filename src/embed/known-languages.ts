/** Whether a model was trained on a language, in whatever form its tag is written. */

import { baseLanguage } from '../text/tags.js';

/** Tags of one language under two names: models use one, people and detectors the other. */
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
 * True if the model does not name its languages, if the language is unknown (`und`), or if the
 * tag's language, ignoring region and script, is one of the model's.
 */
export function knowsLanguage(languages: ReadonlySet<string> | null, tag: string): boolean {
  const language = baseLanguage(tag);
  if (languages === null || language === 'und' || languages.has(tag)) return true;
  return [language, ...(otherNames[language] ?? [])].some((name) => languages.has(name));
}
