/** The look of pages and books. */
import type { Layout } from '../../records/output-format.js';

/** Room that a column needs on a screen, in em. */
const columnWidth = 17;

const shared = `.text { min-width: 0; overflow-wrap: break-word; }
.text p, .text ul, .text blockquote { margin: 0 0 .5em; }
.text ul { padding-inline-start: 1.2em; }
.text blockquote { padding-inline-start: 1em; border-inline-start: .2em solid #bbb; }
.text h1, .text h2, .text h3, .text h4, .text h5, .text h6 { margin: 1em 0 .4em; line-height: 1.25; text-align: start; }
.caption, .footnote, .table-cell { font-size: .9em; }
.alone { text-decoration: underline dotted #999 1px; text-underline-offset: .25em; }
.text:lang(ar), .text:lang(fa), .text:lang(ur), .text:lang(ps) { font-size: 1.12em; }
:lang(ar), :lang(fa), :lang(ur), :lang(ps) { line-height: 1.9; }
:lang(hi), :lang(mr), :lang(ne), :lang(sa), :lang(bn), :lang(th), :lang(km), :lang(my) { line-height: 1.75; }
:lang(zh), :lang(ja), :lang(ko) { line-height: 1.75; }
`;

/** Texts below each other: the second and later ones are set off. */
const stacked = (columns: number): string =>
  `.row { display: block; padding: .25em 0; }
.none { display: none; }
${Array.from({ length: columns - 1 }, (_, index) => `.t${index + 2} { color: #35506b; }`).join('\n')}
`;

/** The style sheet of a page. */
export function pageStyle(columns: number, layout: Layout): string {
  const beside = `.row { display: grid; grid-template-columns: repeat(${columns}, minmax(0, 1fr)); column-gap: 2.2em; }
`;
  const dark = `@media (prefers-color-scheme: dark) {
html { background: #16181b; color: #e4e2dd; }
.names { background: #16181b; border-color: #555; }
.text + .text { color: #a9c3de; }
}
`;
  return `html { background: #fdfcf9; color: #1c1c1c; font: 1.06rem/1.6 "Noto Serif", "Iowan Old Style", Georgia, "Times New Roman", "Noto Naskh Arabic", "Noto Serif Devanagari", "Noto Serif CJK SC", serif; }
body { margin: 0 auto; padding: 1em 1.4em 4em; max-width: ${layout === 'side' ? Math.max(44, columns * 30) : 40}em; }
h1 { font-size: 1.35em; line-height: 1.3; overflow-wrap: anywhere; }
.names { position: sticky; top: 0; z-index: 1; padding: .4em 0; margin-bottom: .8em; background: #fdfcf9; border-bottom: 1px solid #ccc; font: .85rem/1.4 system-ui, sans-serif; }
.names .text { line-height: 1.4; font-size: 1em; }
.tag { color: #6b6b6b; }
.noise { margin: .6em 0; color: #6b6b6b; font-size: .85em; }
.noise summary { cursor: pointer; font-family: system-ui, sans-serif; }
.noise .alone { text-decoration: none; }
${shared}${
    layout === 'side'
      ? `${beside}@media (max-width: ${columns * columnWidth}em) {
${stacked(columns)}.names { display: block; }
}
`
      : stacked(columns)
  }${dark}@media print {
html { background: none; color: #000; font-size: 10pt; }
body { max-width: none; padding: 0; }
.names { position: static; background: none; }
.noise { display: none; }
.heading { break-after: avoid; }
${layout === 'side' ? `${beside}.none { display: block; }\n` : ''}p { orphans: 2; widows: 2; }
}
`;
}

/** The style sheet of an EPUB, which reading systems combine with their own. */
export function bookStyle(columns: number, layout: Layout): string {
  // Tables are what all reading systems know.
  const beside = `.row { display: table; table-layout: fixed; width: 100%; }
.text { display: table-cell; vertical-align: top; padding: 0 .6em; width: ${Math.floor(100 / columns)}%; }
.none { display: table-cell; }
`;
  return `body { margin: 0 5%; }
${shared}.heading { page-break-after: avoid; break-after: avoid; }
${stacked(columns)}${layout === 'side' ? `@media (min-width: ${columns * 14}em) {\n${beside}}\n` : ''}`;
}
