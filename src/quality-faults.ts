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

/** What is known of a row's quality: nothing where nobody judged it. */
export interface Judged {
  /** How good an example of translation it is, 0 to 1. */
  readonly quality?: number;
  /** Why it is no better, the gravest first. */
  readonly faults?: readonly QualityFault[];
}

/** What is known of a row's quality, without the rest of it. */
export function judgementOf({ quality, faults }: Judged): Judged {
  return { ...(quality !== undefined && { quality }), ...(faults && { faults }) };
}

/** A row whose texts have changed: nobody judged them as they are now. */
export function unjudged<R extends Judged>({
  quality: _quality,
  faults: _faults,
  ...row
}: R): Omit<R, keyof Judged> {
  return row;
}

/** A quality as people see it. It is not rounded up to what is said of a faultless pair. */
export function shownQuality(quality: number): string {
  return (Math.floor(quality * 100 + 1e-6) / 100).toFixed(2);
}

/** A quality and why it is no better: `0.43: a part has no counterpart`. */
export function describeQuality(quality: number, faults: readonly QualityFault[] = []): string {
  const shown = shownQuality(quality);
  return faults.length === 0 ? shown : `${shown}: ${describeFaults(faults)}`;
}

/** The faults as a list for people: `a part has no counterpart; numbers or names differ`. */
export function describeFaults(faults: readonly QualityFault[]): string {
  return faults.map((fault) => descriptions[fault]).join('; ');
}
