/**
 * Strict and lax F1 on hand-aligned documents, by the way that `paralign align --segmented` takes,
 * pooled over the documents of a set. Of sets whose gold is not exhaustive only recall means
 * something.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { readGlossary } from '../../src/read/glossary/read-glossary.js';
import { alignSources } from '../../src/pipeline/align-sources.js';
import { scoreAlignments } from '../../src/score/score-alignments.js';
import { parseVecalign } from '../../src/score/vecalign-notation.js';
import { tableText } from '../../src/write/write-table.js';
import { comparableSets, judged, listSets, readSet, type GoldDocument } from './gold-sets.js';
import type { Options } from './main.js';
import { places } from './places.js';
import type { AlignOptions } from '../../src/index.js';

/** Prints one line a set. `--mode auto` lets paralign find out. */
export async function run(options: Options): Promise<void> {
  const folder = options.gold;
  if (folder === undefined) throw new Error('accuracy needs --gold FOLDER');
  const embedder = await loadEmbedder({
    places,
    ...(options.model !== undefined && { model: options.model }),
    ...(options.vectors !== undefined && { cacheFolder: options.vectors }),
  });
  const glossary =
    options.glossary === undefined
      ? undefined
      : await readGlossary(options.glossary, readFileSync(options.glossary));
  print(`model ${embedder.id}`);
  print('set                        docs  gold  strict P     R    F1   lax F1   seconds  modes');
  for (const set of listSets(folder, options.sets)) {
    const asked = options.mode ?? (comparableSets.includes(set) ? 'comparable' : 'parallel');
    const mode = asked === 'parallel' || asked === 'comparable' ? asked : 'auto';
    const documents = readSet(join(folder, set));
    const modes = new Map<string, number>();
    const begin = performance.now();
    const scored = [];
    for (const document of documents) {
      const { test, found } = await alignDocument(document, {
        embedder,
        mode,
        ...(glossary && { glossary }),
      });
      for (const each of found) modes.set(each, (modes.get(each) ?? 0) + 1);
      scored.push({ gold: document.gold, test: judged(documents, test) });
    }
    const seconds = (performance.now() - begin) / 1000;
    const { strict, lax, counts } = scoreAlignments(scored);
    print(
      [
        set.padEnd(26),
        String(documents.length).padStart(4),
        String(counts.gold).padStart(5),
        strict.precision.toFixed(3).padStart(9),
        strict.recall.toFixed(3),
        strict.f1.toFixed(3),
        lax.f1.toFixed(3).padStart(7),
        seconds.toFixed(2).padStart(8),
        ' ',
        [...modes].map(([name, count]) => `${count} ${name}`).join(', '),
      ].join(' '),
    );
  }
  await embedder.close();
}

async function alignDocument(
  { a, b }: GoldDocument,
  options: Pick<AlignOptions, 'embedder' | 'mode' | 'glossary'>,
): Promise<{ test: ReturnType<typeof parseVecalign>; found: string[] }> {
  const table = await alignSources(
    [
      { name: 'a', bytes: readFileSync(a.path) },
      { name: 'b', bytes: readFileSync(b.path) },
    ],
    { ...options, segmented: true, languages: [a.language, b.language], checks: false },
  );
  const text = await tableText(table, 'vecalign');
  return {
    test: parseVecalign('paralign', text),
    found: table.alignments.map(({ mode }) => mode),
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
