import { readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedder } from '../../../src/domain.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { PieceIndex } from '../../../src/embed/runtime/piece-index.js';
import type { ByteSource } from '../../../src/embed/table/onnx-fields.js';
import { readTableGraph } from '../../../src/embed/table/table-graph.js';
import { TableModel } from '../../../src/embed/table/table-model.js';
import { modelPlaces } from '../../../src/platform/model-places.js';
import { FileAt } from '../../../src/platform/models/file-at.js';
import { seededRandom } from '../../seeded-random.js';
import { tinyModel } from '../../platform/models/fake-hub.js';

const bundled = join(modelPlaces().bundled, 'paralign-small', 'onnx', 'model_quantized.onnx');

/** A file in memory that counts what is read of it. */
function sourceOf(bytes: Uint8Array): ByteSource & { close(): void; count(): number } {
  let read = 0;
  return {
    size: bytes.length,
    read(into, at) {
      if (at + into.length > bytes.length) throw new Error('read past the end');
      read += into.length;
      into.set(bytes.subarray(at, at + into.length));
    },
    close: () => undefined,
    count: () => read,
  };
}

describe('a table is recognised', () => {
  const bytes = readFileSync(bundled);

  test('in the bundled model, of which little is read for it', () => {
    const source = sourceOf(bytes);
    expect(readTableGraph(source)).toMatchObject({ rows: 182_000, width: 192, middle: 7.5 });
    expect(source.count()).toBeLessThan(100_000);
  });

  test.each([
    ['another operation', 'Floor', 'Round'],
    ['operations in another order', 'high_part', 'part_high'],
    ['another constant', 'sixteenth', 'seventeen'],
    ['another name of the result', 'last_hidden_state', 'lost_hidden_state'],
  ])('in no graph with %s', (_, from, to) => {
    const changed = Buffer.from(bytes);
    const at = changed.indexOf(from);
    changed.write(to.padEnd(from.length).slice(0, from.length), at);
    expect(readTableGraph(sourceOf(changed))).toBeNull();
  });

  test('in no graph with a table of another size, and in no half', () => {
    const changed = Buffer.from(bytes);
    // The first of the dimensions of `codes`: 182,000 as a varint.
    const at = changed.indexOf(Buffer.from([0x08, 0xf0, 0x8d, 0x0b, 0x08, 0xc0, 0x01]));
    changed.writeUInt8(0xf1, at + 1);
    expect(readTableGraph(sourceOf(changed))).toBeNull();
    expect(readTableGraph(sourceOf(bytes.subarray(0, 1_000_000)))).toBeNull();
    expect(readTableGraph(sourceOf(bytes.subarray(0, 100)))).toBeNull();
  });

  test('in no other graph, and in nothing else', () => {
    const other = readFileSync(join(tinyModel, 'onnx', 'model.onnx'));
    expect(readTableGraph(sourceOf(other))).toBeNull();
    expect(readTableGraph(sourceOf(Buffer.from('<html>')))).toBeNull();
    expect(readTableGraph(sourceOf(Buffer.alloc(0)))).toBeNull();
    expect(readTableGraph(sourceOf(Buffer.alloc(200_000)))).toBeNull();
    expect(readTableGraph(sourceOf(Buffer.alloc(200_000, 0xff)))).toBeNull();
  });
});

describe('vectors from the table', () => {
  let own: Embedder;
  let runtime: Embedder;
  beforeAll(async () => {
    own = await loadEmbedder();
    runtime = await loadEmbedder({ runtime: true });
  });
  afterAll(() => Promise.all([own.close(), runtime.close()]));

  const random = seededRandom(1);
  const words = readFileSync('seeds/003_ea3b10e95197b8ba.txt', 'utf8').split(/\s+/);
  const texts = Array.from({ length: 300 }, (_, count) =>
    Array.from({ length: count % 60 }, () => words[Math.floor(random() * words.length)]).join(' '),
  ).concat('', 'x', '한국어 字 ไทย', 'word '.repeat(2000));

  test('are those of the runtime, to the last bit', async () => {
    const [a, b] = await Promise.all(
      [own, runtime].map((embedder) => embedder.embed(texts, { pieces: true })),
    );
    expect(a?.vectors).toEqual(b?.vectors);
    expect(a?.pieces).toEqual(b?.pieces);
    expect(own).toMatchObject({ id: runtime.id, dimension: runtime.dimension });
  });

  test('are the same whatever was embedded before', async () => {
    const alone = await own.embed(texts.slice(70, 71));
    const { vectors } = await own.embed(texts);
    expect(alone.vectors.units).toEqual(
      vectors.units.subarray(70 * vectors.dimension, 71 * vectors.dimension),
    );
  });
});

describe('a table larger than the memory for it', () => {
  const rows = 70_000;
  const table = { rows, width: 2, codesAt: 4 * rows, scalesAt: 0, middle: 7.5 };
  const bytes = Buffer.alloc(6 * rows);
  for (let id = 0; id < rows; id += 1) {
    bytes.writeFloatLE(1 + (id % 3), 4 * id);
    bytes.writeUInt16LE(id % 65_521, 4 * rows + 2 * id);
  }
  /** Vectors of texts of five pieces each, of which few are near one another. */
  const embed = async (model: TableModel, texts: number) => {
    const ids = Int32Array.from({ length: 5 * texts }, (_, i) => (i * 7919) % rows);
    const offsets = Int32Array.from({ length: texts + 1 }, (_, i) => 5 * i);
    const vectors = { units: new Float32Array(4 * texts), norms: new Float32Array(texts) };
    await model.embed({ ids, offsets }, vectors, 0);
    return vectors;
  };

  test('gives the vectors that each text has alone', async () => {
    const model = new TableModel(sourceOf(bytes), table);
    const many = await embed(model, 20_000);
    const few = await embed(new TableModel(sourceOf(bytes), table), 10);
    expect(many.units.subarray(0, 40)).toEqual(few.units);
    expect(await embed(model, 10)).toEqual(few);
  });

  test('gives every piece its own', async () => {
    const model = new TableModel(sourceOf(bytes), table);
    const ids = Int32Array.from({ length: rows }, (_, i) => i);
    const { vectors } = await model.pieces(
      { ids, offsets: Int32Array.of(0, rows) },
      PieceIndex.of([]),
    );
    for (let id = 0; id < rows; id += 997) {
      const codes = bytes.subarray(4 * rows + 2 * id, 4 * rows + 2 * id + 2);
      const low = Array.from(codes, (code) => (code & 15) - 7.5);
      const high = Array.from(codes, (code) => (code >> 4) - 7.5);
      const length = Math.hypot(...low, ...high);
      [...low, ...high].forEach((value, i) =>
        expect(vectors.units[4 * id + i]).toBeCloseTo(value / length, 6),
      );
      expect(vectors.norms[id]).toBeCloseTo(length * (1 + (id % 3)), 3);
    }
  });

  test('refuses a token that has no row, and rows that are no numbers', async () => {
    const one = { units: new Float32Array(4), norms: new Float32Array(1) };
    const embedOne = (model: TableModel, id: number) =>
      model.embed({ ids: Int32Array.of(id), offsets: Int32Array.of(0, 1) }, one, 0);
    const model = new TableModel(sourceOf(bytes), table);
    await expect(embedOne(model, rows)).rejects.toMatchObject({ code: 'model-unusable' });
    const broken = Buffer.from(bytes);
    broken.writeFloatLE(NaN, 4 * 9);
    broken.writeFloatLE(Infinity, 4 * 10);
    const damaged = new TableModel(sourceOf(broken), table);
    for (const id of [9, 10]) {
      await expect(embedOne(damaged, id)).rejects.toMatchObject({ code: 'model-unusable' });
    }
    await embedOne(damaged, 11);
    expect(one.norms[0]).toBeGreaterThan(0);
  });
});

describe('the file of a table', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paralign-table-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is an error of the model where it is missing or ends early', async () => {
    const path = join(folder, 'x');
    expect(() => new FileAt(path)).toThrow(expect.objectContaining({ code: 'model-unreadable' }));
    await copyFile(join(tinyModel, 'config.json'), path);
    const file = new FileAt(path);
    await truncate(path, 10);
    const bytes = new Uint8Array(10);
    file.read(bytes, 0);
    expect(() => file.read(bytes, 1)).toThrow(
      expect.objectContaining({ code: 'model-unreadable' }),
    );
    file.close();
    file.close();
    expect(() => file.read(bytes, 0)).toThrow('read after close');
  });
});
