/**
 * How fast the bundled model embeds, in one process on one thread, with tokenising and the model's
 * own time apart. Three kinds of text: `text` is running text as it comes; `again` is the same once
 * more, when every word is remembered; `strange` has no word twice, the worst there can be.
 */
import { readFileSync } from 'node:fs';
import { PooledModel } from '../../src/embed/pooled/pooled-model.js';
import type { PooledVectors } from '../../src/embed/pooled/pooled-vectors.js';
import { readTableGraph } from '../../src/embed/table/table-graph.js';
import { TableModel } from '../../src/embed/table/table-model.js';
import { FileAt } from '../../src/platform/models/file-at.js';
import { parseModelJson, readModelFile } from '../../src/embed/runtime/model-config.js';
import {
  importRuntime,
  importTokenizers,
  type PreTrainedTokenizer,
} from '../../src/embed/runtime/runtime.js';
import { probeOutputs } from '../../src/embed/hub/token-model.js';
import { splitTokenizer } from '../../src/embed/pooled/vocabulary.js';
import { WordTokenizer } from '../../src/embed/pooled/word-tokenizer.js';
import { bundledModelName, readModel } from '../../src/platform/models/model-files.js';
import type { Options } from './main.js';
import { seededRandom } from '../seeded-random.js';
import { places, seedParagraphs } from './places.js';

const wordsPerSentence = 25;
const sentences = 20_000;
const perCall = 8192;

interface Loaded {
  readonly words: () => WordTokenizer;
  /** Reading the rows of the model's table, as the program does. */
  readonly model: PooledVectors;
  /** The runtime computing its graph. */
  readonly graph: PooledVectors;
  readonly tokenizer: PreTrainedTokenizer;
}

/** Prints sentences a second, wall clock and CPU. */
export async function run(options: Options): Promise<void> {
  const begin = performance.now();
  const { words, model, graph, tokenizer } = await load(options.model ?? bundledModelName);
  print(`loading (read, verify, import, prepare): ${(performance.now() - begin).toFixed(0)} ms`);
  const text = runningText(options.text);
  const tokenizeWith = words();
  await measure('warm-up', text.slice(0, 2000), tokenizeWith, model);
  print(`\n${sentences} sentences of ${wordsPerSentence} words; sentences a second`);
  print('kind      tokenising   model   both    both per CPU second   tokens a sentence');
  await measure('text', text, words(), model, true);
  await measure('again', text, tokenizeWith, model);
  await measure('again', text, tokenizeWith, model, true);
  await measure('strange', strangeText(), words(), model, true);
  print('the same with the model in the runtime');
  await measure('warm-up', text.slice(0, 2000), tokenizeWith, graph);
  await measure('text', text, words(), graph, true);
  await measure('again', text, tokenizeWith, graph, true);
  const sample = text.slice(0, 2000);
  const start = performance.now();
  for (const sentence of sample) tokenizer.encode(sentence);
  const rate = perSecond(sample.length, performance.now() - start);
  print(`\nthe package's own tokenizer, for comparison: ${rate} sentences a second`);
}

async function load(name: string): Promise<Loaded> {
  const [files, tokenizers] = await Promise.all([readModel(name, places), importTokenizers()]);
  const split = readModelFile(files.tokenizer, 'tokenizer.json', splitTokenizer);
  if (split === null) throw new Error('this benchmark is for the bundled kind of model');
  const config = parseModelJson(files.tokenizerConfig, 'tokenizer_config.json');
  const tokenizer = tokenizers.tokenizer(split.json, config, split.vocabulary);
  const file = new FileAt(files.graphPath);
  const table = readTableGraph(file);
  if (table === null) throw new Error('this benchmark is for the bundled kind of model');
  const graph = await (await importRuntime()).graph(files.graphPath, 1);
  const { output, dimension } = await probeOutputs(graph, 0);
  return {
    words: () => new WordTokenizer(tokenizer, split.json, split.vocabulary, 512),
    model: new TableModel(file, table),
    graph: new PooledModel(graph, output, dimension, split.vocabulary.size),
    tokenizer,
  };
}

async function measure(
  kind: string,
  texts: readonly string[],
  words: WordTokenizer,
  model: PooledVectors,
  show = false,
): Promise<void> {
  const rows = {
    units: new Float32Array(texts.length * model.dimension),
    norms: new Float32Array(texts.length),
  };
  let tokenising = 0;
  let running = 0;
  let tokens = 0;
  const cpu = process.cpuUsage();
  for (let from = 0; from < texts.length; from += perCall) {
    const start = performance.now();
    const list = words.tokenize(texts, from, Math.min(texts.length, from + perCall));
    const middle = performance.now();
    await model.embed(list, rows, from);
    tokenising += middle - start;
    running += performance.now() - middle;
    tokens += list.ids.length;
  }
  const { user, system } = process.cpuUsage(cpu);
  if (!show) return;
  print(
    [
      kind.padEnd(8),
      perSecond(texts.length, tokenising).padStart(11),
      perSecond(texts.length, running).padStart(7),
      perSecond(texts.length, tokenising + running).padStart(6),
      perSecond(texts.length, (user + system) / 1000).padStart(21),
      (tokens / texts.length).toFixed(1).padStart(18),
    ].join(' '),
  );
}

/** Sentences of 25 words, one after the other, from a file or the seeds, as often as it takes. */
function runningText(file: string | undefined): string[] {
  const lines = file === undefined ? seedParagraphs() : readFileSync(file, 'utf8').split('\n');
  const words = lines.flatMap((line) => line.split(/\s+/).filter((word) => word !== ''));
  return Array.from({ length: sentences }, (_, i) =>
    Array.from(
      { length: wordsPerSentence },
      (__, j) => words[(i * wordsPerSentence + j) % words.length] ?? '',
    ).join(' '),
  );
}

/** Words of two to ten letters that nobody has seen. */
function strangeText(): string[] {
  const random = seededRandom(1);
  const letters = 'aeiouaeiounrstlmdcbpgkvfh';
  const word = (): string =>
    Array.from(
      { length: 2 + Math.floor(9 * random()) },
      () => letters[Math.floor(random() * letters.length)] ?? 'a',
    ).join('');
  return Array.from({ length: sentences }, () =>
    Array.from({ length: wordsPerSentence }, word).join(' '),
  );
}

function perSecond(count: number, milliseconds: number): string {
  return ((1000 * count) / milliseconds).toFixed(0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
