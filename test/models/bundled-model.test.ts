import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { env, pipeline, Tensor } from '@xenova/transformers';
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { beforeAll, describe, expect, it } from 'vitest';
import { inRepository, missingForTraining, runTraining } from './python.js';

const name = 'paralign-small';
const folder = inRepository(`models/${name}`);
const samples: Record<string, string> = JSON.parse(
  readFileSync(inRepository('test/models/samples.json'), 'utf8'),
);
const awkward = [
  '',
  '   \t\n',
  '\u2603\u{1F9FF}\u{E000}',
  '[PAD] [UNK] \u2581 \u2581word',
  "L'homme n'a pas 1.234,56 \u20ac \u2014 e-mail: a.b@c.de",
  '在1990年使用GPU的東京タワーに行く。',
  '𠮷野家で\u{2F800}を食べる',
  'ﬁnance ｆｕｌｌｗｉｄｔｈ ①',
  'וּבְבֵיתוֹ שֶׁל הממשלה ומהממשלות',
  'وَالْكِتَابُ للحكومة وبالسيارة والولايات',
  'Ἐν ἀρχῇ ἦν ὁ λόγος ΟΔΟΣ',
  'co\u00adop zero\u200bwidth می\u200cروم',
  'a'.repeat(100) + '漢'.repeat(100),
  '1990년 서울에서는 x86',
  'е\u0308лка ёлка Ёлка',
];

let extract: FeatureExtractionPipeline;

/** Unit vectors, norms and counts of texts, straight from the graph. */
const describeTexts = async (texts: string[]) => {
  const inputs = extract.tokenizer(texts, { padding: true, truncation: true });
  const output = await extract.model(inputs);
  const dim = output.last_hidden_state.dims[2] as number;
  const units = texts.map((_, i) =>
    Array.from<number>(output.last_hidden_state.data.slice(i * dim, (i + 1) * dim)),
  );
  return {
    units,
    norms: Array.from<number>(output.norm.data),
    counts: Array.from<number>(output.count.data),
  };
};

const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

beforeAll(async () => {
  env.localModelPath = dirname(folder);
  env.allowRemoteModels = false;
  extract = await pipeline('feature-extraction', name);
});

describe('the shipped files', () => {
  it('are the ones in SHA256SUMS, and 40 MB at most', () => {
    const lines = readFileSync(`${folder}/SHA256SUMS`, 'utf8').trimEnd().split('\n');
    let total = 0;
    for (const line of lines) {
      const [sum, file] = line.split('  ');
      const bytes = readFileSync(`${folder}/${file}`);
      expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(sum);
      total += statSync(`${folder}/${file}`).size;
    }
    expect(lines.map((line) => line.split('  ')[1])).toEqual([
      'config.json',
      'onnx/model_quantized.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    expect(total).toBeLessThanOrEqual(40_000_000);
  });
});

describe('the graph in transformers.js', () => {
  it("gives unit vectors with pooling 'cls'", async () => {
    const vectors = await extract(['A cat sleeps.', 'Eine Katze schläft.'], { pooling: 'cls' });
    expect(vectors.dims[0]).toBe(2);
    const [a = [], b = []] = vectors.tolist() as number[][];
    expect(Math.hypot(...a)).toBeCloseTo(1, 4);
    expect(dot(a, b)).toBeGreaterThan(0.5);
  });

  it('gives sums that add up: the sum of a text is that of its subwords', async () => {
    const text = 'The harbour was closed for two days because of the storm.';
    const ids = extract.tokenizer.encode(text) as number[];
    const whole = await describeTexts([text]);
    const each = await extract.model({
      input_ids: new Tensor('int64', BigInt64Array.from(ids.map(BigInt)), [ids.length, 1]),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [ids.length, 1]),
    });
    const unit = whole.units[0] ?? [];
    const sum = unit.map(() => 0);
    each.last_hidden_state.data.forEach((x: number, i: number) => {
      const row = Math.floor(i / sum.length);
      sum[i % sum.length]! += x * each.norm.data[row];
    });
    expect(whole.counts).toEqual([ids.length]);
    const worst = Math.max(...sum.map((x, i) => Math.abs(x - (unit[i] ?? 0) * whole.norms[0]!)));
    expect(worst).toBeLessThan(1e-3);
  });

  it('does not let padding or the neighbours in a batch change a vector', async () => {
    const alone = await describeTexts(['Short text.']);
    const beside = await describeTexts(['Short text.', 'A much longer text '.repeat(12)]);
    const difference = (alone.units[0] ?? []).map((x, i) =>
      Math.abs(x - (beside.units[0]?.[i] ?? 0)),
    );
    expect(Math.max(...difference)).toBeLessThan(1e-6);
    expect(beside.counts[0]).toBe(alone.counts[0]);
  });

  it('gives zero, not NaN, for a text without a known subword', async () => {
    const { units, norms } = await describeTexts(['\u{E000}\u{E001}', 'word', '']);
    expect(units[0]?.every((x) => x === 0)).toBe(true);
    expect([norms[0], norms[2]]).toEqual([0, 0]);
    expect(norms[1]).toBeGreaterThan(0);
  });

  it('has a subword of its own for frequent words', () => {
    const words =
      'they is quickly people nicht Straße été toujours ciudad hombre также người những için että' +
      ' לכל كان και μπορεί हैं में 그리고 oraz więcej och också nie jest một của';
    const cut = words.split(' ').filter((word) => extract.tokenizer.encode(word).length !== 1);
    expect(cut).toEqual([]);
  });

  it('is indifferent to optional marks', () => {
    const ids = (text: string): unknown => extract.tokenizer.encode(text);
    expect(ids('שָׁלוֹם')).toEqual(ids('שלום'));
    expect(ids('كَتَبَ')).toEqual(ids('كتب'));
    expect(ids('ἄνθρωπος')).toEqual(ids('ανθρωπος'));
    expect(ids('Ёж')).toEqual(ids('еж'));
  });

  it('finds the article of the Declaration among others in most languages', async () => {
    const others = [
      'The meeting will take place on Monday at the town hall.',
      'Prices of bread and milk rose by five per cent last year.',
      'He took the train to the coast and slept in a small hotel.',
      'Scientists found water under the surface of the moon.',
      'Everyone has the right to rest and leisure.',
      'The dog barked all night and nobody could sleep.',
    ];
    const english = await describeTexts([samples['en'] ?? '', ...others]);
    const wrong: string[] = [];
    for (const [language, text] of Object.entries(samples)) {
      const [unit = []] = (await describeTexts([text])).units;
      const scores = english.units.map((other) => dot(unit, other));
      if (scores[0] !== Math.max(...scores)) wrong.push(language);
    }
    expect(wrong.length, wrong.join(' ')).toBeLessThanOrEqual(3);
  });
});

const missing = missingForTraining();
describe.skipIf(missing.length > 0)(
  `Python and transformers.js${missing.length > 0 ? ` (skipped: ${missing.join(', ')} missing)` : ''}`,
  () => {
    it('agree on ids, and on vectors within 1e-3, in every language', async () => {
      const texts = [...Object.values(samples), ...awkward];
      const reference: { ids: number[][]; units: number[][]; norms: number[] } = JSON.parse(
        runTraining('paralign_training.reference', [folder], JSON.stringify(texts)),
      );
      expect(texts.map((text) => extract.tokenizer.encode(text))).toEqual(reference.ids);
      const { units, norms } = await describeTexts(texts);
      const worst = units.map((unit, i) =>
        Math.max(...unit.map((x, k) => Math.abs(x - (reference.units[i]?.[k] ?? 0)))),
      );
      expect(Math.max(...worst)).toBeLessThan(1e-3);
      norms.forEach((norm, i) => expect(norm).toBeCloseTo(reference.norms[i] ?? -1, 2));
    });
  },
);
