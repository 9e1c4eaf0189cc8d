/** What was found, in words: how the texts were aligned, their passages, and what has no counterpart. */
import {
  count,
  counted,
  escapeHtml,
  isolated,
  percent,
  range,
  rowLink,
} from '../data/html-text.js';
import type { PageData, PageMap, PagePassage, PageRow } from '../data/page-data.js';
import { cellRange } from '../data/row-facts.js';
import { matchFinding } from './match-finding.js';
import { unmatchedRuns } from '../summary/unmatched.js';

/** Longer lists are cut. */
const mostListed = 50;

/** The section; for each pair of columns, folded if there are many. */
export function findings(data: PageData): string {
  const [first, ...others] = data.maps;
  const body =
    others.length === 0 && first
      ? pairFindings(data, first)
      : data.maps
          .map(
            (map, index) =>
              `<details${index === 0 ? ' open' : ''}><summary>${pairName(data, map)}</summary>${pairFindings(data, map)}</details>`,
          )
          .join('');
  return `<section aria-labelledby="findings"><h2 id="findings">What was found</h2>${matchFinding(data)}${body}</section>\n`;
}

/** The names of a pair of columns. */
export function pairName({ columns }: Pick<PageData, 'columns'>, { a, b }: PageMap): string {
  return `${isolated(columns[a]?.name ?? '')} / ${isolated(columns[b]?.name ?? '')}`;
}

function pairFindings({ columns, rows }: PageData, map: PageMap): string {
  const { a, b, mode, reason = '', passages } = map;
  const moved = passages.filter((passage) => passage.moved);
  const items = [
    ...(mode === undefined
      ? []
      : [`${mode === 'parallel' ? 'Parallel' : 'Comparable'}: ${escapeHtml(reason)}`]),
    passageFinding(passages, moved, rows, a),
    unmatchedFinding(rows, columns[a]?.name ?? '', columns[a]?.sentences ?? 0, a, b),
    unmatchedFinding(rows, columns[b]?.name ?? '', columns[b]?.sentences ?? 0, b, a),
  ];
  return `<ul class="findings">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function passageFinding(
  passages: readonly PagePassage[],
  moved: readonly PagePassage[],
  rows: readonly PageRow[],
  a: number,
): string {
  if (passages.length === 0) return 'No passage of one is in the other.';
  const rowAt = new Map<number, number>();
  for (const { id, cells } of rows) {
    const found = cellRange(cells[a]);
    if (found !== null && !rowAt.has(found[0])) rowAt.set(found[0], id);
  }
  const line = (passage: PagePassage) => {
    const text = `${range(...passage.a)} with ${range(...passage.b)}`;
    const row = rowAt.get(passage.a[0]);
    return `${row === undefined ? text : rowLink(row, text)}${passage.moved ? ' (moved)' : ''}`;
  };
  const longest = [...passages].sort((x, y) => y.a[1] - y.a[0] - (x.a[1] - x.a[0]))[0];
  const head = `${counted(passages.length, 'passage runs', 'passages run')} in parallel${moved.length === 0 ? '' : `, ${count(moved.length)} of them in another place`}`;
  if (passages.length === 1 && longest) return `${head}: sentences ${line(longest)}`;
  const shown = passages.slice(0, mostListed).map((passage) => `<li>${line(passage)}</li>`);
  const more = passages.length - shown.length;
  return `<details><summary>${head}${longest ? `; the longest: sentences ${range(...longest.a)} with ${range(...longest.b)}` : ''}</summary><ol>${shown.join('')}</ol>${more > 0 ? `<p>and ${count(more)} more</p>` : ''}</details>`;
}

function unmatchedFinding(
  rows: readonly PageRow[],
  name: string,
  total: number,
  column: number,
  other: number,
): string {
  const runs = unmatchedRuns(rows, column, other);
  const sentences = runs.reduce((sum, run) => sum + run.sentences, 0);
  const title = isolated(name);
  if (sentences === 0) return `Every sentence of ${title} has a counterpart.`;
  const head = `${count(sentences)} of ${counted(total, 'sentence')} of ${title} ${sentences === 1 ? 'has' : 'have'} no counterpart (${percent(sentences, total)} %)`;
  const line = ({ from, to, row }: (typeof runs)[number]) => rowLink(row, range(from, to));
  if (runs.length === 1 && runs[0]) return `${head}: ${line(runs[0])}`;
  const byLength = [...runs].sort((x, y) => y.sentences - x.sentences || x.from - y.from);
  const shown = byLength.slice(0, mostListed).map(line);
  const more = runs.length - shown.length;
  return `<details><summary>${head}</summary><p>Longest first: ${shown.join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}</p></details>`;
}
