/**
 * Makes noise of good pairs and writes the features of every pair.
 *
 *     dump.js NEWS-FOLDER CORPORA-FOLDER MODEL-FOLDER OUTPUT
 *
 * One line of JSON for each document: name, languages, rows of [kind or null, features].
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { comparableLength } from '../../src/text/length.js';
import { seededRandom } from '../../test/seeded-random.js';
import { disguise, othersOf, readCorpora, readNews } from './documents.js';
import { featuresOfMade } from './made-features.js';
import { withNoise, type PairedTexts } from './noise.js';

const [news = '', corpora = '', model = '', output = ''] = process.argv.slice(2);

const newsTexts = readNews(news, 600);
const documents = readCorpora(corpora, 500);
const all = [...newsTexts, ...documents, ...disguise(newsTexts)].filter(
  ({ pairs }) => pairs.length >= 60,
);
writeFileSync(`${output}.lengths`, JSON.stringify(lengthsOf([...newsTexts, ...documents])));
const others = othersOf([...newsTexts, ...documents]);
const embedder = await loadEmbedder({ model });
const file = openSync(output, 'w');
for (const [index, texts] of all.entries()) {
  const random = seededRandom(texts.name);
  const share = [0.2, 0.5, 0.8][index % 3] ?? 0.5;
  const made = withNoise(texts, texts.name.startsWith('news') ? 0.5 : share, others, random);
  const rows = (await featuresOfMade(made, texts.languages, embedder)).map((features, at) => [
    made[at]?.kind ?? null,
    ...features.map((value) => Math.round(value * 1e5) / 1e5),
  ]);
  writeSync(file, `${JSON.stringify({ name: texts.name, languages: texts.languages, rows })}\n`);
}
closeSync(file);

/** Median log of the length per length of the English text, by language. */
function lengthsOf(list: readonly PairedTexts[]): Record<string, number> {
  const ratios = new Map<string, number[]>();
  for (const { languages, pairs } of list) {
    if (languages[1] !== 'en') continue;
    const own = ratios.get(languages[0]) ?? [];
    for (const [foreign, english] of pairs)
      own.push(Math.log((comparableLength(foreign) + 5) / (comparableLength(english) + 5)));
    ratios.set(languages[0], own);
  }
  return Object.fromEntries(
    [...ratios]
      .filter(([, own]) => own.length >= 200)
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([language, own]) => {
        const sorted = own.sort((x, y) => x - y);
        return [language, Math.round((sorted[sorted.length >> 1] ?? 0) * 1000) / 1000];
      }),
  );
}
