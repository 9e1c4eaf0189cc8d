import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { describeModel } from '../../../src/platform/models/model-description.js';
import {
  bundledModelName,
  findModel,
  listModels,
  readModel,
} from '../../../src/platform/models/model-files.js';
import { formatSums, readSums, verifySums } from '../../../src/platform/models/model-sums.js';
import { modelPlaces, type ModelPlaces } from '../../../src/platform/model-places.js';

const fixture = fileURLToPath(new URL('../../fixtures/models/tiny-encoder', import.meta.url));

let places: ModelPlaces;
beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'paralign-models-'));
  places = { bundled: join(root, 'bundled'), user: join(root, 'user'), cwd: join(root, 'cwd') };
  for (const place of Object.values(places)) await mkdir(place);
});
afterEach(() => rm(join(places.cwd, '..'), { recursive: true, force: true }));

const errorOf = async (promise: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected an AppError, got ${String(error)}`);
};

describe('finding a model', () => {
  test('takes the bundled one before the user’s, and that before a folder', async () => {
    await cp(fixture, join(places.cwd, 'm'), { recursive: true });
    expect(await findModel('m', places)).toMatchObject({ origin: 'folder' });
    await cp(fixture, join(places.user, 'm'), { recursive: true });
    expect(await findModel('m', places)).toMatchObject({ origin: 'user' });
    await cp(fixture, join(places.bundled, 'm'), { recursive: true });
    expect(await findModel('m', places)).toMatchObject({ origin: 'bundled' });
    expect(await findModel('./m', places)).toMatchObject({
      origin: 'folder',
      name: 'm',
      folder: join(places.cwd, 'm'),
    });
  });

  test('says of a folder without config.json that it is no model', async () => {
    await mkdir(join(places.cwd, 'empty'));
    expect((await errorOf(findModel('./empty', places))).code).toBe('model-incomplete');
  });

  test.each(['', ' ', '../x', '/no/such', 'owner/name', 'a\u0000b'])(
    'says of "%s" that it is not there',
    async (name) => {
      expect((await errorOf(findModel(name, places))).code).toBe('model-not-found');
    },
  );
});

describe('reading a model', () => {
  test('gives its bytes and a digest that depends on them alone', async () => {
    await cp(fixture, join(places.user, 'a'), { recursive: true });
    await cp(fixture, join(places.cwd, 'b'), { recursive: true });
    const a = await readModel('a', places);
    const b = await readModel('./b', places);
    expect(a.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(b.digest).toBe(a.digest);
    expect(a.graphPath).toBe(join(places.user, 'a', 'onnx', 'model.onnx'));
    expect(a.poolingConfig).toBeNull();
    await writeFile(join(places.cwd, 'b', 'config.json'), '{}');
    expect((await readModel('./b', places)).digest).not.toBe(a.digest);
  });

  test('takes the quantised graph before the full one', async () => {
    const folder = join(places.user, 'a');
    await cp(fixture, folder, { recursive: true });
    await writeFile(join(folder, 'onnx', 'model_quantized.onnx'), 'small');
    expect((await readModel('a', places)).graphPath).toBe(
      join(folder, 'onnx', 'model_quantized.onnx'),
    );
  });

  test('refuses a single changed byte, naming the file', async () => {
    const folder = join(places.user, 'a');
    await cp(modelPlaces().bundled + `/${bundledModelName}`, folder, { recursive: true });
    await readModel('a', places);
    const path = join(folder, 'onnx', 'model_quantized.onnx');
    const bytes = await readFile(path);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const error = await errorOf(readModel('a', places));
    expect(error).toMatchObject({ code: 'model-damaged', exitCode: 69 });
    expect(error.message).toContain(path);
    expect(await verifySums(folder)).toContainEqual({
      file: 'onnx/model_quantized.onnx',
      bytes: bytes.length,
      state: 'damaged',
    });
  });

  test('refuses a file that the list leaves out, and misses one that it names', async () => {
    const folder = join(places.user, 'a');
    await cp(fixture, folder, { recursive: true });
    await writeFile(join(folder, 'SHA256SUMS'), '');
    expect((await errorOf(readModel('a', places))).message).toContain('does not list');
    await writeFile(join(folder, 'SHA256SUMS'), `${'a'.repeat(64)}  1_Pooling/config.json\n`);
    expect(await verifySums(folder)).toEqual([
      { file: '1_Pooling/config.json', bytes: 0, state: 'missing' },
    ]);
  });
});

describe('the list of digests', () => {
  test('is that of sha256sum', async () => {
    const a = 'a'.repeat(64);
    const b = 'b'.repeat(64);
    const text = `${a}  ./onnx/x\r\n${b.toUpperCase()} *name with  spaces\n\n`;
    await writeFile(join(places.cwd, 'SHA256SUMS'), text);
    const sums = await readSums(places.cwd);
    expect([...(sums ?? [])]).toEqual([
      ['onnx/x', a],
      ['name with  spaces', b],
    ]);
    expect(formatSums(sums ?? new Map())).toBe(`${b}  name with  spaces\n${a}  onnx/x\n`);
  });

  test('is refused with the number of a line that is none', async () => {
    await writeFile(join(places.cwd, 'SHA256SUMS'), `${'a'.repeat(64)}  x\nabc  y\n`);
    const error = await errorOf(readSums(places.cwd));
    expect(error.code).toBe('model-damaged');
    expect(error.message).toContain('SHA256SUMS:2');
  });
});

describe('the list of models', () => {
  test('has the bundled ones, then the user’s with their owners', async () => {
    await cp(fixture, join(places.user, 'Xenova', 'LaBSE'), { recursive: true });
    await cp(fixture, join(places.user, 'alone'), { recursive: true });
    await cp(fixture, join(places.bundled, 'small'), { recursive: true });
    await mkdir(join(places.bundled, 'training'));
    await mkdir(join(places.user, '.x--y.download'));
    expect((await listModels(places)).map(({ name, origin }) => [name, origin])).toEqual([
      ['small', 'bundled'],
      ['Xenova/LaBSE', 'user'],
      ['alone', 'user'],
    ]);
  });

  test('tells dimension, languages, size and licence', async () => {
    const folder = join(places.user, 'm');
    await cp(fixture, folder, { recursive: true });
    const plain = await describeModel(await findModel('m', places));
    expect(plain).toMatchObject({ dimension: 4, languages: null, license: null });
    expect(plain.bytes).toBeGreaterThan(3000);
    await writeFile(join(folder, 'README.md'), '---\ntags: [x]\nlicense: apache-2.0\n---\n# M\n');
    expect((await describeModel(await findModel('m', places))).license).toBe('apache-2.0');
    const own = { hidden_size: 7, paralign: { languages: ['es', 'en'], license: 'CC0-1.0' } };
    await writeFile(join(folder, 'config.json'), JSON.stringify(own));
    expect(await describeModel(await findModel('m', places))).toMatchObject({
      dimension: 7,
      languages: ['en', 'es'],
      license: 'CC0-1.0',
    });
    await writeFile(join(folder, 'config.json'), 'broken');
    expect(await describeModel(await findModel('m', places))).toMatchObject({ dimension: null });
  });
});

test('the bundled model is listed, and is what its list says', async () => {
  const found = await listModels(modelPlaces());
  expect(found.map(({ name }) => name)).toContain(bundledModelName);
  const files = await verifySums(join(modelPlaces().bundled, bundledModelName));
  expect(files?.map(({ state }) => state)).toEqual(files?.map(() => 'ok'));
  expect(files?.map(({ file }) => file)).toContain('onnx/model_quantized.onnx');
});
