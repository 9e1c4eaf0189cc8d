/** The good pairs that noise is made of. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../test/seeded-random.js';
import { OtherTexts, type PairedTexts } from './noise.js';

/** News: `<xx>.tsv` with foreign TAB English. */
export function readNews(folder: string, most: number): PairedTexts[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => {
      const language = name.slice(0, -4);
      const pairs = readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line): [string, string][] => {
          const [foreign = '', english = ''] = line.split('\t');
          return foreign && english ? [[foreign, english]] : [];
        });
      return {
        name: `news ${language}-en`,
        languages: [language, 'en'],
        pairs: pairs.slice(0, most),
      };
    });
}

/** Sources of the corpora that are sentences, translated by people. */
const sources = new Set(
  `tatoeba-anki tatoeba-challenge tatoeba-softcatala tico19 opensource-guide xquad-r mt-geneval globalvoices
   mozilla-legal african-storybook open-sdg indian-wiki cocoa-mt udhr bitcoin-org privacyguides mozilla-www
   scratch-website antennapod-site korean-news unknown-horizons onionshare-docs`.split(/\s+/),
);

/** Sentences of the corpora, and of those of them that are translated into many languages, pairs without English. */
export function readCorpora(folder: string, most: number): PairedTexts[] {
  const documents: PairedTexts[] = [];
  /** By English text, by language. */
  const shared = new Map<string, Map<string, string>>();
  for (const name of readdirSync(folder).sort()) {
    const language = /^(\w+)-en\.tsv\.xz$/.exec(name)?.[1];
    if (language === undefined) continue;
    const text = execFileSync('xz', ['-dc', join(folder, name)], { maxBuffer: 1 << 30 }).toString();
    const bySource = new Map<string, [string, string][]>();
    for (const line of text.split('\n')) {
      const [source = '', foreign = '', english = ''] = line.split('\t');
      if (!sources.has(source) || !foreign || !english) continue;
      if (source === 'tico19') {
        const known = shared.get(english) ?? new Map<string, string>();
        known.set(language, foreign);
        shared.set(english, known);
      }
      const own = bySource.get(source) ?? [];
      own.push([foreign, english]);
      bySource.set(source, own);
    }
    // As evenly from all sources as they allow, each in runs of neighbours.
    const lists = [...bySource.values()];
    const each = Math.ceil(most / Math.max(1, lists.length));
    const pairs = lists.flatMap((list) => list.slice(Math.floor(list.length / 3)).slice(0, each));
    documents.push({ name: `corpora ${language}-en`, languages: [language, 'en'], pairs });
  }
  const languages = [...new Set([...shared.values()].flatMap((own) => [...own.keys()]))].sort();
  languages.forEach((a, at) => {
    const b = languages[(at * 7 + 11) % languages.length] ?? a;
    if (a === b) return;
    const pairs = [...shared.values()].flatMap((own): [string, string][] => {
      const [x, y] = [own.get(a), own.get(b)];
      return x !== undefined && y !== undefined ? [[x, y]] : [];
    });
    const from = Math.floor(pairs.length / 3);
    documents.push({
      name: `tico ${a}-${b}`,
      languages: [a, b],
      pairs: pairs.slice(from, from + most),
    });
  });
  return documents;
}

/** All texts of documents that are not English, to be put where they do not belong. */
export function othersOf(documents: readonly PairedTexts[]): OtherTexts {
  const others = new OtherTexts();
  for (const { languages, pairs } of documents) {
    if (languages[1] !== 'en') continue;
    for (const [foreign, english] of pairs) others.add(languages[0], foreign, english);
  }
  return others;
}

/** Languages that stand for those which neither the model nor detection knows. */
const disguised = ['de', 'cs', 'ru', 'hi', 'ja', 'fi', 'tr', 'he', 'ta', 'zh', 'fr', 'uk', 'hu'];
/** Of these, the last have letters that the model has never seen. */
const unseen = new Set(['fr', 'uk', 'hu']);
const firstUnseen = 0x1401;

/** News in languages that nobody knows: letters stand for each other; names and numbers stay. */
export function disguise(news: readonly PairedTexts[]): PairedTexts[] {
  return disguised.flatMap((language, index) => {
    const own = news.find(({ languages }) => languages[0] === language);
    if (!own) return [];
    const letters = [...new Set(own.pairs.map(([text]) => text.toLowerCase()).join(''))]
      .filter((letter) => /\p{L}/u.test(letter))
      .sort();
    const random = seededRandom(language);
    const mixed = [...letters];
    for (let at = mixed.length - 1; at > 0; at--) {
      const to = Math.floor(random() * (at + 1));
      [mixed[at], mixed[to]] = [mixed[to] ?? '', mixed[at] ?? ''];
    }
    const places = new Map(
      letters.map((letter, at) => [
        letter,
        unseen.has(language) ? String.fromCodePoint(firstUnseen + at) : (mixed[at] ?? letter),
      ]),
    );
    const changed = (text: string): string =>
      text.replace(/(?<!\p{L})[\p{Ll}\p{Lo}\p{M}]+/gu, (word) =>
        Array.from(word, (letter) => places.get(letter) ?? letter).join(''),
      );
    // Tags for private use.
    const tag = `qa${String.fromCharCode(97 + index)}`;
    return [
      {
        name: `unknown ${tag}-en`,
        languages: [tag, 'en'] as const,
        pairs: own.pairs.map(([foreign, english]) => [changed(foreign), english] as const),
      },
    ];
  });
}
