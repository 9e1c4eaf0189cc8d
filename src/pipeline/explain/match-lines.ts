/** Why the sources of a review were matched, as lines of a page. */
import type { MatchReason } from '../../domain.js';
import { isRightToLeft } from '../../text/direction.js';
import type { ExplanationLine } from './explanation-lines.js';

/**
 * The lines under a heading.
 *
 * @param sources names of the sources, in their order
 * @param languages of the first two of them
 */
export function linesOfMatch(
  { score, kind, coverage, terms, passages }: MatchReason,
  sources: readonly string[],
  languages: readonly string[],
): ExplanationLine[] {
  const [languageA = 'und', languageB = 'und'] = languages;
  return [
    { label: '', text: 'Why these documents were matched:', isHeading: true },
    { label: '  probability', text: `${score.toFixed(3)} (${kind})` },
    ...coverage.map((share, at) => ({
      label: '  covered',
      text: `${Math.round(100 * share)} % of ${sources[at] ?? `source ${at + 1}`}`,
    })),
    ...(terms.length > 0 ? [{ label: '  both have', text: terms.join(', ') }] : []),
    ...passages.flatMap(({ a, b }) => [
      { label: '  passage', text: a, rightToLeft: isRightToLeft(languageA) },
      { label: '  and', text: b, rightToLeft: isRightToLeft(languageB) },
    ]),
  ];
}
