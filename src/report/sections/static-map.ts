/** The map without the script: passages as lines. */

import { escapeHtml } from '../data/html-text.js';
import type { PageData, PageMap } from '../data/page-data.js';

/** Of more than this many passages only the first are drawn. */
const mostPassages = 2000;

/** A map for each pair of columns. */
export function staticMaps(data: PageData): string {
  return data.maps.map((map) => staticMap(data, map)).join('');
}

function staticMap({ columns }: PageData, { a, b, passages }: PageMap): string {
  const width = Math.max(1, columns[a]?.sentences ?? 1);
  const height = Math.max(1, columns[b]?.sentences ?? 1);
  const x = (value: number) => ((value / width) * 1000).toFixed(1);
  const y = (value: number) => ((value / height) * 1000).toFixed(1);
  const lines = passages
    .slice(0, mostPassages)
    .map(
      ({ a: [fromA, toA], b: [fromB, toB], moved }) =>
        `<line${moved ? ' class="moved"' : ''} x1="${x(fromA - 1)}" y1="${y(fromB - 1)}" x2="${x(toA)}" y2="${y(toB)}"/>`,
    );
  const name = escapeHtml(
    `${columns[a]?.name ?? ''} (across) and ${columns[b]?.name ?? ''} (down)`,
  );
  return `<figure class="static-map"><svg viewBox="-8 -8 1016 1016" role="img" aria-label="${name}">${lines.join('')}</svg><figcaption dir="auto">${name}</figcaption></figure>`;
}
