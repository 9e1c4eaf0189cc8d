/** How well a model knows a language, in whatever form its tag is written. */

import { bundledModelName } from '../platform/models/model-files.js';
import { baseLanguage } from '../text/tags.js';
import { heldOutAccuracy, newsAccuracy } from './language-accuracy.js';

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

/** How well a model knows a language. */
export interface LanguageKnowledge {
  /** Share of sentences whose nearest neighbour among up to 1,000 is their English translation. */
  readonly accuracy: number;
  /** News is harder than text of the sources that the model was trained on. */
  readonly measuredOn: 'news' | 'held-out text';
  readonly level: 'good' | 'fair' | 'poor';
}

/** Accuracies from which a language counts as known well or fairly. */
const levels = {
  news: { good: 0.95, fair: 0.9 },
  'held-out text': { good: 0.96, fair: 0.93 },
} as const;

/**
 * What was measured of a model and a language; null if nothing was.
 *
 * @param model the model's name, or the id of its embedder
 */
export function knowledgeOf(model: string, tag: string): LanguageKnowledge | null {
  if (model !== bundledModelName && !model.startsWith(`${bundledModelName}@`)) return null;
  const language = baseLanguage(tag);
  for (const name of [language, ...(otherNames[language] ?? [])]) {
    const news = newsAccuracy[name];
    if (news !== undefined) return knowledge(news, 'news');
    const heldOut = heldOutAccuracy[name];
    if (heldOut !== undefined) return knowledge(heldOut, 'held-out text');
  }
  return null;
}

function knowledge(
  accuracy: number,
  measuredOn: LanguageKnowledge['measuredOn'],
): LanguageKnowledge {
  const { good, fair } = levels[measuredOn];
  const level = accuracy >= good ? 'good' : accuracy >= fair ? 'fair' : 'poor';
  return { accuracy, measuredOn, level };
}
