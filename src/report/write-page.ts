/** From the model to one HTML file that loads nothing and runs nothing. */
import { createHash } from 'node:crypto';
import type { PageCell, PageMap, PageModel, PageRow } from './page-model.js';
import { pageStyle } from './style.js';

/** Writes the page piece by piece; the same model gives the same bytes. */
export function* writePage(model: PageModel): Generator<string, void, undefined> {
  const title = escapeHtml(model.columns.join(' / '));
  const hash = createHash('sha256').update(pageStyle).digest('base64');
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${pageStyle}</style></head>
<body><header><h1 dir="auto">${title}</h1></header><main>
`;
  yield numbers(model);
  yield '<section><h2>Map</h2>\n';
  for (const map of model.maps) yield drawMap(model, map);
  yield '</section><section><h2>Texts</h2>\n<table><thead><tr><th scope="col" class="head">Row</th>';
  for (const name of model.columns) yield `<th scope="col" dir="auto">${escapeHtml(name)}</th>`;
  yield '</tr></thead><tbody>\n';
  for (const row of model.rows) yield drawRow(row);
  yield '</tbody></table></section></main></body></html>\n';
}

/** Text as HTML shows it, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function numbers({ sources, rows }: PageModel): string {
  const texts = sources.map(
    ({ name, languages, sentences }) =>
      `<li><bdi>${escapeHtml(name)}</bdi> (${escapeHtml(languages.join(', '))}): ${sentences} sentences</li>`,
  );
  const counts = (title: string, of: (row: PageRow) => string) => {
    const found = new Map<string, number>();
    for (const row of rows) found.set(of(row), (found.get(of(row)) ?? 0) + 1);
    const parts = [...found].map(([name, count]) => `${escapeHtml(name)} ${count}`);
    return `<li>${title}: ${parts.join(', ')}</li>`;
  };
  const failed = rows.flatMap(({ id, checks }) =>
    checks.map(
      (check) => `<li><a href="#row-${id}">${id}</a> <bdi>${escapeHtml(check)}</bdi></li>`,
    ),
  );
  return `<section><h2>Numbers</h2><ul>${texts.join('')}${counts('rows by type', ({ type }) => type)}${counts('by confidence', ({ level }) => (level === 'none' ? 'not linked' : level))}${counts('by status', ({ status }) => status)}</ul>
${failed.length === 0 ? '' : `<details><summary>${failed.length} failed checks</summary><ul>${failed.join('')}</ul></details>`}</section>
`;
}

/** Passages as lines; rows that are not sure as dots that lead to the row. */
function drawMap({ columns, sources, rows }: PageModel, { a, b, passages }: PageMap): string {
  // A single source has several columns, all numbered through its sentences.
  const width = Math.max(1, sources[a]?.sentences ?? sources[0]?.sentences ?? 1);
  const height = Math.max(1, sources[b]?.sentences ?? sources[0]?.sentences ?? 1);
  const x = (value: number) => ((value / width) * 1000).toFixed(1);
  const y = (value: number) => ((value / height) * 600).toFixed(1);
  const lines = passages.map(
    ({ a: [fromA, toA], b: [fromB, toB], moved }) =>
      `<line${moved ? ' class="moved"' : ''} x1="${x(fromA - 1)}" y1="${y(fromB - 1)}" x2="${x(toA)}" y2="${y(toB)}"/>`,
  );
  const dots = rows.flatMap(({ id, level, cells }) => {
    const left = cells[a]?.sentences[0];
    const right = cells[b]?.sentences[0];
    if (left === undefined || right === undefined || level === 'sure') return [];
    return `<a href="#row-${id}" aria-label="Row ${id}, ${level}"><circle class="${level}" cx="${x(left - 0.5)}" cy="${y(right - 0.5)}" r="${level === 'doubtful' ? 7 : 4}"/></a>`;
  });
  // What has no counterpart: a tick at the edge of its own text.
  const gaps = rows.flatMap(({ method, cells }) => {
    const left = cells[a]?.sentences[0];
    const right = cells[b]?.sentences[0];
    if (method === 'noise' || method === 'excluded') return [];
    if (left !== undefined && right === undefined)
      return [`<line class="gap" x1="${x(left - 0.5)}" y1="-10" x2="${x(left - 0.5)}" y2="10"/>`];
    if (right !== undefined && left === undefined)
      return [`<line class="gap" x1="-10" y1="${y(right - 0.5)}" x2="10" y2="${y(right - 0.5)}"/>`];
    return [];
  });
  const name = `${columns[a] ?? ''} (across) and ${columns[b] ?? ''} (down)`;
  return `<figure><figcaption dir="auto">${escapeHtml(name)}. Dashed lines are moved passages; ticks at the edges have no counterpart; dots are rows in doubt, larger ones more so.</figcaption>
<svg viewBox="-10 -10 1020 620" role="group" aria-label="${escapeHtml(name)}">${lines.join('')}${gaps.join('')}${dots.join('')}</svg></figure>
`;
}

function drawRow({
  id,
  type,
  level,
  confidence,
  status,
  crossing,
  checks,
  note,
  cells,
}: PageRow): string {
  const facts = [
    type,
    ...(level === 'none'
      ? []
      : [`<span class="${level}">${level} ${confidence.toFixed(2)}</span>`]),
    ...(crossing ? ['moved'] : []),
    ...(status === 'unreviewed' ? [] : [status]),
    ...[...checks, ...(note === '' ? [] : [note])].map((text) => `<bdi>${escapeHtml(text)}</bdi>`),
  ];
  return `<tr id="row-${id}"><th scope="row" class="row head"><a href="#row-${id}">${id}</a> ${facts.join('<br>')}</th>${cells.map(drawCell).join('')}</tr>\n`;
}

function drawCell(cell: PageCell | null): string {
  if (cell === null) return '<td></td>';
  const { language, direction, text } = cell;
  return `<td class="text" lang="${escapeHtml(language)}" dir="${direction}">${escapeHtml(text)}</td>`;
}
