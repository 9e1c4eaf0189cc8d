/** Why the documents of a page were matched before they were aligned. */
import { escapeHtml, isolated } from '../data/html-text.js';
import type { PageData } from '../data/page-data.js';

/** What is said of each kind of match. */
const kindWords = {
  translation: 'translations of each other',
  rewrite: 'versions of one text',
  partial: 'texts that share a part',
} as const;

/** Probability, coverage, and what the documents share; empty if nobody matched them. */
export function matchFinding({ match, columns }: PageData): string {
  if (match === undefined) return '';
  const { score, kind, coverage, terms, passages } = match;
  const covered = coverage.map(
    (share, at) => `${Math.round(100 * share)} % of ${isolated(columns[at]?.name ?? '')}`,
  );
  const items = [
    `Matched as ${kindWords[kind]}: probability ${score.toFixed(3)}`,
    ...(covered.length > 0 ? [`Has a counterpart: ${covered.join(', ')}`] : []),
    ...(terms.length > 0
      ? [`Names, numbers and words in both: ${terms.map((term) => isolated(term)).join(', ')}`]
      : []),
  ];
  const shared = passages.map(
    ({ a, b }) =>
      `<dt dir="auto"${languageOf(columns[0]?.language)}>${escapeHtml(a)}</dt><dd dir="auto"${languageOf(columns[1]?.language)}>${escapeHtml(b)}</dd>`,
  );
  const list = `<ul class="findings">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return shared.length === 0
    ? list
    : `${list}<details><summary>Passages that speak for the match</summary><dl>${shared.join('')}</dl></details>`;
}

function languageOf(language: string | undefined): string {
  return language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
}
