/**
 * What a file says of the language of its passages, as a hint. Templates and programs say it unasked and
 * often wrongly, so that it only counts where the text itself leaves the language open.
 */
import type { Paragraph } from '../domain.js';
import { primaryLanguage } from '../text/tags.js';
import { allCandidates } from './candidates.js';
import type { EvidenceKind } from './evidence-list.js';

/** A passage, as it was judged by its text alone. */
export interface JudgedPassage {
  readonly paragraph: Paragraph;
  readonly evidence: EvidenceKind | null;
  /** BCP-47 tag that the file states; undefined if it states none. */
  readonly stated: string | undefined;
}

/** A passage of this confidence, and with so many letters, is clearly in its language. */
const clearConfidence = 0.9;
const clearLetters = 40;
/** Below this, a passage's own text leaves its language open. */
const openConfidence = 0.75;

const detected: ReadonlySet<string> = new Set(
  Object.values(allCandidates).flatMap((list) => list.map(({ language }) => language)),
);

/**
 * Gives passages whose text leaves their language open the language that the file states for them. A
 * statement is believed unless most of the clear text that it is made of is in other languages.
 */
export function heedStated(passages: readonly JudgedPassage[]): Paragraph[] {
  const balance = new Map<string, number>();
  for (const { paragraph, evidence, stated } of passages) {
    if (stated === undefined || !evidence || !isClear(paragraph, evidence)) continue;
    const agrees = primaryLanguage(stated) === primaryLanguage(paragraph.language);
    balance.set(stated, (balance.get(stated) ?? 0) + (agrees ? 1 : -1) * evidence.letters);
  }
  return passages.map(({ paragraph, evidence, stated }) =>
    stated !== undefined && (balance.get(stated) ?? 0) >= 0 && isOpen(paragraph, evidence, stated)
      ? { ...paragraph, language: primaryLanguage(stated), confidence: openConfidence }
      : paragraph,
  );
}

function isClear({ confidence }: Paragraph, { letters }: EvidenceKind): boolean {
  return confidence >= clearConfidence && letters >= clearLetters;
}

/** Whether a passage may be in the stated language for all that its text shows, and is not said to be so already. */
function isOpen(
  { language, confidence }: Paragraph,
  evidence: EvidenceKind | null,
  stated: string,
): boolean {
  const wanted = primaryLanguage(stated);
  if (wanted === primaryLanguage(language) || confidence >= openConfidence) return false;
  if (!evidence) return language === 'und';
  // What is never detected may be in this script, as far as anybody knows.
  return evidence.languages.includes(wanted) || (!evidence.distinct && !detected.has(wanted));
}
