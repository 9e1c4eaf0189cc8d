/** The first rows as the script will draw them, so that there is something to read before it runs. */
import { shownQuality } from '../../quality-faults.js';
import { isRightToLeft } from '../../text/direction.js';
import { escapeHtml, isolated } from '../data/html-text.js';
import type { PageCell, PageColumn, PageData, PageRow } from '../data/page-data.js';
import { isAside, rowLevel, rowType } from '../data/row-facts.js';
import { levelSigns } from '../data/signs.js';

/** Longer texts are cut until somebody asks for the rest. */
const longestShown = 3000;

/** The beginning of the table, up to its first row. */
export function staticHead({ columns, rows }: PageData): string {
  const names = columns.map(
    ({ name, language }) =>
      `<div role="columnheader">${isolated(name)} <span class="language">${escapeHtml(language)}</span></div>`,
  );
  return `<div class="table" role="table" aria-label="Texts" aria-rowcount="${rows.length + 1}"><div role="rowgroup" class="head"><div role="row" class="row"><div role="columnheader" class="facts">Row</div>${names.join('')}</div></div><div role="rowgroup" class="body">\n`;
}

/** One row. */
export function staticRow({ columns }: PageData, row: PageRow): string {
  const level = rowLevel(row);
  const facts = [
    `<a href="#row-${row.id}">${row.id}</a>`,
    ...(level === 'none'
      ? []
      : [`<span class="level ${level}">${levelSigns[level]} ${row.confidence.toFixed(2)}</span>`]),
    `<span class="type">${rowType(row)}</span>`,
    ...(row.quality === undefined ? [] : [staticQuality(row.quality)]),
  ];
  return `<div role="row" class="row${isAside(row) ? ' aside' : ''}" id="row-${row.id}"><div role="rowheader" class="facts">${facts.join(' ')}</div>${row.cells.map((cell, index) => staticCell(cell, columns[index])).join('')}</div>\n`;
}

function staticQuality([quality, why]: NonNullable<PageRow['quality']>): string {
  return `<span class="quality">quality ${shownQuality(quality)}${why === '' ? '' : `: ${escapeHtml(why)}`}</span>`;
}

function staticCell(cell: PageCell | null, column: PageColumn | undefined): string {
  if (cell === null)
    return '<div role="cell" class="text empty"><span class="sr">nothing</span></div>';
  const language = cell.language ?? column?.language ?? 'und';
  return `<div role="cell" class="text"${language === 'und' ? '' : ` lang="${escapeHtml(language)}"`} dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">${escapeHtml(cell.text.slice(0, longestShown))}</div>`;
}
