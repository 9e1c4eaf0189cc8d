/**
 * Writes src/embed/language-accuracy.ts from the figures of the model card, which evaluate.sh prints:
 *
 *     node models/training/make-language-table.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const card = readFileSync(new URL('models/README.md', root), 'utf8');

/** The part of the card between two of its headings. */
function part(from, to) {
  const start = card.indexOf(from);
  const end = card.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`models/README.md: no part from "${from}" to "${to}"`);
  return card.slice(start, end);
}

/** `| xx | [1,000 |] 0.987 |` in every row, several languages a row. */
function figures(text) {
  return [...text.matchAll(/\| ([a-z]{2,3}) \|(?: \d+ \|)? (0\.\d{3}) (?=\|)/g)]
    .map(([, language, accuracy]) => [language, accuracy])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function table(name, comment, entries) {
  const lines = entries.map(([language, accuracy]) => `  ${language}: ${accuracy},\n`).join('');
  return `/** ${comment} */\nexport const ${name}: Readonly<Record<string, number>> = {\n${lines}};\n`;
}

const news = figures(part('**News**', '**Held-out text'));
const heldOut = figures(part('**Held-out text', '**Speed**'));
if (news.length === 0 || heldOut.length === 0) throw new Error('models/README.md: no figures');
writeFileSync(
  new URL('src/embed/language-accuracy.ts', root),
  [
    '/**\n * How often a sentence of a language finds its English translation among up to 1,000, with the bundled model.\n * Made from models/README.md by models/training/make-language-table.mjs.\n */\n',
    table('newsAccuracy', 'On news, nothing of which the model was trained on.', news),
    table(
      'heldOutAccuracy',
      "On text of the training's sources that was held out: easier.",
      heldOut,
    ),
  ].join('\n'),
);
