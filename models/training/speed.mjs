// Sentences a CPU second through transformers.js: tokeniser alone, and tokeniser with model.
//   node models/training/speed.mjs models/paralign-small TEXT.txt     (one sentence a line)
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { env, pipeline } from '@xenova/transformers';

const [folder, textFile] = process.argv.slice(2).map((path) => resolve(path));
env.localModelPath = dirname(folder);
env.allowRemoteModels = false;
const extract = await pipeline('feature-extraction', basename(folder));
const lines = readFileSync(textFile, 'utf8').split('\n').filter(Boolean);
const batches = [];
for (let i = 0; i < lines.length; i += 32) batches.push(lines.slice(i, i + 32));
const tokenise = (texts) => extract.tokenizer(texts, { padding: true, truncation: true });
const ways = {
  tokeniser: tokenise,
  'tokeniser and model': (texts) => extract.model(tokenise(texts)),
};
const words = lines.join(' ').split(/\s+/).length / lines.length;
for (const [name, run] of Object.entries(ways)) {
  for (const texts of batches.slice(0, 20)) await run(texts);
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (const texts of batches) await run(texts);
  const { user, system } = process.cpuUsage(cpu);
  const rate = (seconds) => Math.round(lines.length / seconds);
  const wall = (performance.now() - start) / 1000;
  console.log(
    `${name}: ${rate(wall)} sentences/s, ${rate((user + system) / 1e6)} a CPU second ` +
      `(${lines.length} sentences of ${words.toFixed(1)} words)`,
  );
}
