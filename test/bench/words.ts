/**
 * Links between words beside gold ones. A folder holds, for each pair of texts, `NAME.txt` (`a b c ||| d e f`, words
 * between spaces, one pair a line) and `NAME.gold` (`0-0 1-2 2p3`, `p` or `?`: possible only), as the field's test sets
 * do. Learned from the pairs themselves, with and without the model's vectors; `--sizes 100,1000` learns from so many.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linksOf } from '../../src/align/words/link-words.js';
import { foldWord } from '../../src/text/placed-words.js';
import { WordTies, type WordedPair } from '../../src/align/words/word-ties.js';
import type { WordVectors } from '../../src/align/words/word-vectors.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import type { Options } from './main.js';
import { places } from './places.js';

interface GoldPair {
  readonly pair: WordedPair;
  /** `a-b`. */
  readonly sure: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
}

/** Prints precision, recall, F1 and alignment error rate (Och and Ney 2003) for each set. */
export async function run(options: Options): Promise<void> {
  const folder = options.gold;
  if (folder === undefined) throw new Error('words needs --gold FOLDER');
  const embedder = await loadEmbedder({ places });
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.gold'))
    .map((name) => name.slice(0, -'.gold'.length));
  print('set             pairs  vectors   precision  recall     F1    AER');
  for (const name of names) {
    const gold = readGold(join(folder, `${name}.txt`), join(folder, `${name}.gold`));
    const sizes = options.sizes?.split(',').map(Number) ?? [gold.length];
    for (const size of sizes) {
      const pairs = gold.slice(0, size);
      const words = new Set(pairs.flatMap(({ pair }) => [...pair.a, ...pair.b]).map((w) => w.text));
      const list = [...words];
      const { vectors } = await embedder.embed(list);
      const known: WordVectors = { places: new Map(list.map((w, at) => [w, at])), vectors };
      for (const own of [known, null]) {
        const ties = new WordTies(
          pairs.map(({ pair }) => pair),
          own,
        );
        print(lineOf(name, size, own !== null, ties, pairs.slice(0, 500)));
      }
    }
  }
  await embedder.close();
}

function lineOf(
  name: string,
  size: number,
  vectors: boolean,
  ties: WordTies,
  gold: readonly GoldPair[],
): string {
  let [found, inSure, inPossible, all] = [0, 0, 0, 0];
  for (const { pair, sure, possible } of gold) {
    all += sure.size;
    for (const { a, b } of linksOf(ties.matrix(pair))) {
      if (!isWord(pair.a[a]?.text) || !isWord(pair.b[b]?.text)) continue;
      found++;
      if (sure.has(`${a}-${b}`)) inSure++;
      if (possible.has(`${a}-${b}`)) inPossible++;
    }
  }
  const precision = inPossible / found;
  const recall = inSure / all;
  const figures = [precision, recall, (2 * precision * recall) / (precision + recall)];
  const errors = 1 - (inSure + inPossible) / (found + all);
  return [
    name.padEnd(14),
    String(size).padStart(6),
    (vectors ? 'yes' : 'no').padStart(8),
    ...[...figures, errors].map((figure) => figure.toFixed(3).padStart(9)),
  ].join(' ');
}

function readGold(texts: string, links: string): GoldPair[] {
  const lines = readFileSync(texts, 'utf8').trimEnd().split('\n');
  const gold = readFileSync(links, 'utf8').trimEnd().split('\n');
  return lines.map((line, at) => {
    const [a = [], b = []] = line.split(' ||| ').map((side) =>
      side
        .trim()
        .split(/\s+/)
        .map((text) => ({ text, key: foldWord(text) })),
    );
    const sure = new Set<string>();
    const possible = new Set<string>();
    for (const link of (gold[at] ?? '').trim().split(/\s+/)) {
      const [, i, kind, j] = /^(\d+)([-p?])(\d+)$/.exec(link) ?? [];
      if (kind === undefined || !isWord(a[Number(i)]?.text) || !isWord(b[Number(j)]?.text))
        continue;
      possible.add(`${i}-${j}`);
      if (kind === '-') sure.add(`${i}-${j}`);
    }
    return { pair: { a, b }, sure, possible };
  });
}

function isWord(text: string | undefined): boolean {
  return text !== undefined && /[\p{L}\p{N}]/u.test(text);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
