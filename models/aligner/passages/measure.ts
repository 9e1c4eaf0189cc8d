import { join } from 'node:path';
import { alignStreams } from '../../../src/align/align-streams.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { scoreAlignments, type ScoredDocument } from '../../../src/score/score-alignments.js';
import { judged, readSet, type GoldSide } from '../../../test/bench/gold-sets.js';
import { loadSet, toStream, type EmbeddedDocument } from '../gold.js';
import { disturb, plant } from './made.js';

/**
 * `measure GOLD SET[:mine|:disturb],... [-v]`: strict F1 of `auto` on sets of development documents, and on documents made
 * from them: parts of one text that share a few passages (`mine`), chapters missing and moved (`disturb`).
 */
const [folder, sets, ...flags] = process.argv.slice(2);
if (folder === undefined || sets === undefined) throw new Error('usage: measure GOLD SETS [-v]');
const embedder = await loadEmbedder({ model: 'models/paralign-small' });
const noSide: GoldSide = { path: '', language: undefined, lines: [] };
const all: EmbeddedDocument[] = [];
for (const set of sets.split(',')) {
  const documents = await load(set);
  if (flags.includes('--unrelated')) all.push(...documents);
  else report(set, documents);
}
if (flags.includes('--unrelated')) {
  const mixed = all.map((document, at) => {
    const other = all[(at + (all.length >> 1)) % all.length]!;
    return { ...document, name: `${document.name}+${other.name}`, b: other.b, gold: [] };
  });
  report('unrelated', mixed);
}
await embedder.close();

function report(set: string, documents: readonly EmbeddedDocument[]): void {
  const scored: ScoredDocument[] = [];
  const count = { right: 0, found: 0, gold: 0, sentences: 0 };
  const gold = readGold(documents);
  for (const document of documents) {
    const { mode, beads, passages } = alignStreams(document.a, document.b, { mode: 'auto' });
    const test = judged(gold, beads);
    scored.push({ gold: document.gold, test });
    const keys = new Set(document.gold.filter(hasTwoSides).map(keyOf));
    const pairs = beads.filter(hasTwoSides);
    count.right += pairs.filter((bead) => keys.has(keyOf(bead))).length;
    count.found += pairs.length;
    count.gold += keys.size;
    count.sentences += Math.min(
      document.a.stream.sentences.length,
      document.b.stream.sentences.length,
    );
    if (flags.includes('-v')) {
      const { strict } = scoreAlignments([{ gold: document.gold, test }]);
      print(
        `  ${document.name} ${strict.f1.toFixed(3)} ${mode} ${(passages ?? []).map(({ a, b, moved }) => `${a.join('-')}:${b.join('-')}${moved ? '*' : ''}`).join(' ')}`,
      );
    }
  }
  const { strict, lax } = scoreAlignments(scored);
  print(
    `${set.padEnd(28)} P ${strict.precision.toFixed(3)} R ${strict.recall.toFixed(3)} F1 ${strict.f1.toFixed(3)} lax ${lax.f1.toFixed(3)}; pairs P ${(count.right / Math.max(1, count.found)).toFixed(3)} R ${(count.right / Math.max(1, count.gold)).toFixed(3)}, ${count.found} found in ${count.sentences} sentences`,
  );
}

function readGold(documents: readonly EmbeddedDocument[]) {
  return documents.map(({ name, gold }) => ({ name, gold, a: noSide, b: noSide }));
}

async function load(name: string): Promise<EmbeddedDocument[]> {
  const [set, how] = name.split(':');
  if (how === undefined) return loadSet(folder!, set!, embedder);
  const make = how === 'mine' ? plant : disturb;
  const documents: EmbeddedDocument[] = [];
  for (const { name: own, a, b, gold } of readSet(join(folder!, set!))) {
    for (const copy of [1, 2]) {
      const made = make({ lines: [a.lines, b.lines], gold }, `${own}${copy}`);
      const embed = async (source: 0 | 1, side: GoldSide) => ({
        stream: toStream(source, { ...side, lines: made.lines[source] }),
        embedding: await embedder.embed(made.lines[source], { pieces: true }),
      });
      documents.push({
        set: name,
        name: `${own}${copy}`,
        a: await embed(0, a),
        b: await embed(1, b),
        gold: made.gold,
      });
    }
  }
  return documents;
}

interface Sides {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

function hasTwoSides({ a, b }: Sides): boolean {
  return a.length > 0 && b.length > 0;
}

function keyOf({ a, b }: Sides): string {
  return `${a.join()}:${b.join()}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
