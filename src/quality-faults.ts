/** What can make a pair a poor example of translation, as data and in words. */

/** The faults. */
export const qualityFaults = [
  'language',
  'copied',
  'length',
  'meaning',
  'missing',
  'ends',
  'checks',
  'letters',
  'repeats',
  'seen',
] as const;
/** One of `qualityFaults`. */
export type QualityFault = (typeof qualityFaults)[number];

const descriptions: Readonly<Record<QualityFault, string>> = {
  language: 'a text seems to be in another language',
  copied: 'words are the same on both sides',
  length: 'one side is too long for the other',
  meaning: 'the sides seem to say different things',
  missing: 'a part has no counterpart',
  ends: 'one side breaks off or begins in the middle',
  checks: 'numbers or names differ',
  letters: 'hardly any letters',
  repeats: 'it repeats itself',
  seen: 'the same text came before',
};

/** A quality and why it is no better: `0.43: a part has no counterpart`. */
export function describeQuality(quality: number, faults: readonly QualityFault[] = []): string {
  // Not rounded up to what is said of a faultless pair.
  const shown = (Math.floor(quality * 100 + 1e-6) / 100).toFixed(2);
  return faults.length === 0 ? shown : `${shown}: ${describeFaults(faults)}`;
}

/** The faults as a list for people: `a part has no counterpart; numbers or names differ`. */
export function describeFaults(faults: readonly QualityFault[]): string {
  return faults.map((fault) => descriptions[fault]).join('; ');
}
