/** From the data to one HTML file that loads nothing; what needs no script is written as HTML. */
import { createHash } from 'node:crypto';
import { pageNotices, pageScript, pageStyle } from './page-assets.js';
import { findings } from './sections/findings.js';
import { numberSections, summaryLine } from './sections/numbers.js';
import { staticMaps } from './sections/static-map.js';
import { staticHead, staticRow } from './sections/static-rows.js';
import type { PageData } from './data/page-data.js';
import { escapeHtml } from './data/html-text.js';

/** Rows that are there before the script runs: more than any screen shows. */
const firstRows = 40;

/** Writes the page piece by piece; the same data gives the same bytes. */
export function* writePage(data: PageData): Generator<string, void, undefined> {
  const title = escapeHtml(data.title ?? data.columns.map(({ name }) => name).join(' / '));
  const policy = `default-src 'none'; script-src '${hashOf(pageScript)}'; style-src '${hashOf(pageStyle)}'; base-uri 'none'; form-action 'none'`;
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark"><title>${title}</title><style>${pageStyle}</style></head>
<body><a class="skip" href="#texts">Skip to the texts</a>
<header class="top"><div><h1 dir="auto">${title}</h1><p>${escapeHtml(summaryLine(data))}</p></div><div id="actions"></div></header>
<main class="layout"><div class="overview">
<section class="map" aria-labelledby="map-title"><h2 id="map-title">Map</h2><div id="map">`;
  yield staticMaps(data);
  yield `</div></section>\n`;
  yield findings(data);
  yield `<details class="numbers" open><summary>Numbers</summary>\n${numberSections(data)}</details>`;
  yield `</div>\n<section class="texts" id="texts" aria-labelledby="texts-title" tabindex="-1"><h2 id="texts-title" class="sr">Texts</h2><div id="rows">`;
  yield staticHead(data);
  for (const row of data.rows.slice(0, firstRows)) yield staticRow(data, row);
  yield '</div></div>';
  if (data.rows.length > firstRows)
    yield `<noscript><p>Scripts are off: the first ${firstRows} of ${data.rows.length} rows are shown.</p></noscript>`;
  yield '</div></section></main>\n<script type="application/json" id="data">';
  yield* writeData(data);
  yield `</script>\n<script>${pageScript}</script>\n<!--\n${pageNotices.replaceAll('--', '- -')}\n-->\n</body></html>\n`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The data as JSON, a row at a time; nothing in it ends the element that holds it. */
function* writeData({ rows, ...rest }: PageData): Generator<string, void, undefined> {
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
  yield `${json(rest).slice(0, -1)},"rows":[`;
  for (const [index, row] of rows.entries()) yield `${index === 0 ? '' : ',\n'}${json(row)}`;
  yield ']}';
}
