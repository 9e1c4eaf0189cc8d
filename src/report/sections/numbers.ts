/** The numbers of a page: counts, confidence, failed checks, lengths and how it was made. */
import { checkTitles } from '../data/check-titles.js';
import { count, counted, escapeHtml, isolated, rowLink } from '../data/html-text.js';
import type { PageData } from '../data/page-data.js';
import {
  confidenceHistogram,
  countRows,
  failedChecks,
  lengthRatio,
  qualityHistogram,
  type Counts,
  type PageCounts,
} from '../summary/counts.js';
import { pairName } from './findings.js';

/** Checks that are listed of each kind; the script shows all of them. */
const mostListed = 100;

/** One line under the title: how much there is. */
export function summaryLine(data: PageData): string {
  const { rows, linked, levels } = countRows(data.rows, data.columns);
  const doubtful = levels.find(([level]) => level === 'doubtful')?.[1] ?? 0;
  const failed = data.rows.filter(({ checks }) => checks !== undefined).length;
  return [
    counted(rows, 'row'),
    `${count(linked)} linked`,
    `${count(doubtful)} doubtful`,
    `${count(failed)} with failed checks`,
  ].join(' · ');
}

/** All sections of numbers. */
export function numberSections(data: PageData): string {
  const counts = countRows(data.rows, data.columns);
  return [
    checkSection(data),
    countSection(counts),
    confidenceSection(data),
    qualitySection(data),
    lengthSection(data),
    originSection(data),
  ].join('');
}

function section(id: string, title: string, body: string): string {
  return body === ''
    ? ''
    : `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>\n`;
}

function checkSection({ rows }: PageData): string {
  const kinds = failedChecks(rows).map(({ code, failed }) => {
    const shown = failed
      .slice(0, mostListed)
      .map(({ row, text }) => `<li>${rowLink(row)} ${isolated(withoutTitle(text))}</li>`);
    const more = failed.length - shown.length;
    return `<details><summary>${checkTitles[code]}: ${count(failed.length)}</summary><p><a class="filter" href="#show:check=${code}">Show these rows only</a></p><ul>${shown.join('')}</ul>${more > 0 ? `<p>and ${count(more)} more</p>` : ''}</details>`;
  });
  return section('checks', 'Failed checks', kinds.join('') || '<p>None.</p>');
}

/** What a check says without its kind, which stands above. */
function withoutTitle(text: string): string {
  return text.slice(text.indexOf(': ') + 2);
}

function countSection({ types, levels, statuses, languages, noise }: PageCounts): string {
  const table = (title: string, key: string, counts: Counts) =>
    counts.length === 0
      ? ''
      : `<table><caption>${title}</caption><tbody>${counts
          .map(
            ([name, number]) =>
              `<tr><th scope="row"><a class="filter" href="#show:${key}=${encodeURIComponent(name)}">${escapeHtml(name)}</a></th><td>${count(number)}</td></tr>`,
          )
          .join('')}</tbody></table>`;
  const tables = [
    table('Confidence', 'level', levels),
    table('Status', 'status', statuses),
    table('Type', 'type', types),
    table('Language of cells', 'language', languages),
  ];
  const aside =
    noise === 0
      ? ''
      : `<p>${counted(noise, 'row')} of noise or other text that was not aligned.</p>`;
  return section('counts', 'Counts', `<div class="tables">${tables.join('')}</div>${aside}`);
}

const chartWidth = 400;
const chartHeight = 90;

function confidenceSection({ rows }: PageData): string {
  return histogramSection(confidenceHistogram(rows), {
    id: 'confidence',
    title: 'Confidence',
    meaning: 'the probability that a link is exactly right',
  });
}

/** Nothing where nobody asked for it. */
function qualitySection({ rows }: PageData): string {
  return histogramSection(qualityHistogram(rows), {
    id: 'quality',
    title: 'Quality',
    meaning: 'how good an example of translation a pair is',
  });
}

function histogramSection(
  bars: readonly number[],
  { id, title, meaning }: { readonly id: string; readonly title: string; readonly meaning: string },
): string {
  const highest = Math.max(...bars);
  if (highest === 0) return '';
  const width = chartWidth / bars.length;
  const drawn = bars.map((value, bar) => {
    const height = value === 0 ? 0 : Math.max(2, (value / highest) * chartHeight);
    return `<rect class="bar-${Math.floor((bar / bars.length) * 10)}" x="${(bar * width + 1).toFixed(1)}" y="${(chartHeight - height).toFixed(1)}" width="${(width - 2).toFixed(1)}" height="${height.toFixed(1)}"/>`;
  });
  const words = bars.flatMap((value, bar) =>
    value === 0 ? [] : [`${(bar / bars.length).toFixed(2)} and above: ${value}`],
  );
  const by = `Linked rows by ${title.toLowerCase()}`;
  return section(
    id,
    title,
    `<figure class="chart"><svg viewBox="0 0 ${chartWidth} ${chartHeight}" role="img" aria-label="${by}. ${words.join('; ')}">${drawn.join('')}</svg><p class="axis" aria-hidden="true"><span>0</span><span>.5</span><span>1</span></p><figcaption>${by}, ${meaning}; the highest bar is ${counted(highest, 'row')}.</figcaption></figure>`,
  );
}

function lengthSection(data: PageData): string {
  const charts = data.maps.map((map) => {
    const found = lengthRatio(data.rows, map.a, map.b);
    if (found === null) return '';
    const end = Math.max(1, data.columns[map.a]?.sentences ?? 1);
    // Logarithmic around the usual ratio: twice as long is as far from it as half as long.
    const x = (sentence: number) => ((sentence / end) * chartWidth).toFixed(1);
    const y = (ratio: number) => {
      const off = Math.max(-1, Math.min(1, Math.log2(ratio / found.whole)));
      return (chartHeight / 2 - off * (chartHeight / 2 - 4)).toFixed(1);
    };
    const line = found.points.map(([at, ratio]) => `${x(at)},${y(ratio)}`).join(' ');
    const ratios = found.points.map(([, ratio]) => ratio);
    const label = `Length ratio along the text: ${found.whole.toFixed(2)} as a whole, from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    return `<figure class="chart"><svg viewBox="0 0 ${chartWidth} ${chartHeight}" role="img" aria-label="${label}"><line class="middle" x1="0" x2="${chartWidth}" y1="${chartHeight / 2}" y2="${chartHeight / 2}"/><polyline points="${line}"/></svg><figcaption>${data.maps.length > 1 ? `${pairName(data, map)}: ` : ''}the second text has ${found.whole.toFixed(2)} characters for each of the first. The line shows where it is longer (up) or shorter (down) than usual; the edges are twice and half.</figcaption></figure>`;
  });
  return section('lengths', 'Lengths along the text', charts.join(''));
}

function originSection({ origin, columns }: PageData): string {
  const { source, program, model, options } = origin;
  const facts: (readonly [string, string])[] = [
    ...columns.map(
      ({ name, language, sentences }) =>
        [name, `${language}, ${counted(sentences, 'sentence')}`] as const,
    ),
    ...(source === '' ? [] : [['File', source] as const]),
    ['Program', program],
    ['Model', model ?? 'not known'],
    ...options,
  ];
  const list = facts.map(
    ([name, value]) => `<dt>${isolated(name)}</dt><dd>${isolated(value)}</dd>`,
  );
  return section('about', 'About this alignment', `<dl>${list.join('')}</dl>`);
}
