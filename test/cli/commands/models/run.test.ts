import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchProgram, tiny, type ScratchProgram } from '../scratch-program.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let program: ScratchProgram;
let scratch: string;
const paralign: ScratchProgram['run'] = (...args) => program.run(...args);
beforeAll(async () => {
  program = await scratchProgram();
  scratch = program.folder;
});
afterAll(() => program.remove());

describe('paralign models', () => {
  test('lists the bundled model', async () => {
    const { code, stdout } = await paralign(['models', '--json']);
    expect(code).toBe(0);
    const { models, default: chosen }: { models: { name: string }[]; default: string } = JSON.parse(
      stdout.toString(),
    );
    expect(models.map(({ name }) => name)).toContain(chosen);
    expect((await paralign(['models'])).stdout.toString()).toContain(`${chosen} (default)`);
  });

  test('lists how well the bundled model knows each language', async () => {
    const text = (await paralign(['models'])).stdout.toString();
    expect(text).toMatch(/^ {2}good {2}.*ne \.999\*/m);
    expect(text).toMatch(/^ {2}poor .*gu \.684/m);
    const { stdout } = await paralign(['models', '--json']);
    expect(JSON.parse(stdout.toString())).toMatchObject({
      models: [{ knowledge: { gu: { accuracy: 0.684, measuredOn: 'news', level: 'poor' } } }],
    });
  });

  test('verify finds the bundled model intact', async () => {
    const { code, stdout } = await paralign(['models', 'verify']);
    expect(code).toBe(0);
    expect(stdout.toString()).toContain('onnx/model_quantized.onnx: ok');
  });

  test('verify finds a damaged file: exit 69, and which', async () => {
    const folder = join(scratch, 'damaged');
    await cp(tiny, folder, { recursive: true });
    await writeFile(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  config.json\n`);
    const { code, stdout } = await paralign(['models', 'verify', './damaged', '--json']);
    expect(code).toBe(69);
    const { models }: { models: { ok: boolean; files: object[] }[] } = JSON.parse(
      stdout.toString(),
    );
    expect(models[0]).toMatchObject({
      ok: false,
      files: [{ file: 'config.json', state: 'damaged' }],
    });
  });

  test('verify rejects a model that does not load, with or without a list', async () => {
    const folder = join(scratch, 'page');
    await cp(tiny, folder, { recursive: true });
    const whole = await paralign(['models', 'verify', './page']);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.stdout.toString()).toBe(
      'page: no SHA256SUMS to check against\npage: works, 4 dimensions\n',
    );
    const page = '<!doctype html><title>Log in</title>';
    await writeFile(join(folder, 'tokenizer.json'), page);
    const digest = (path: string) => readFile(join(folder, path)).then(sha256);
    const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];
    for (const list of [false, true]) {
      if (list) {
        const lines = await Promise.all(
          files.map(async (file) => `${await digest(file)}  ${file}\n`),
        );
        await writeFile(join(folder, 'SHA256SUMS'), lines.join(''));
      }
      const { code, stdout } = await paralign(['models', 'verify', './page']);
      expect(code).toBe(69);
      expect(stdout.toString()).toMatch(/page: DOES NOT WORK: .*tokenizer\.json is a web page/);
      const doctor = await paralign(['doctor', '--model', './page', '--json']);
      expect(doctor.code).toBe(1);
      expect(doctor.stdout.toString()).toContain('is a web page');
    }
  });

  test('download fetches from the given hub, and the model can be used by name', async () => {
    const server = createServer((request, response) => {
      const file = (request.url ?? '').replace('/some/tiny/resolve/main/', '');
      readFile(join(tiny, file)).then(
        (bytes) => response.writeHead(200, { 'content-length': bytes.length }).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    try {
      const from = `http://127.0.0.1:${port}`;
      const got = await paralign(['models', 'download', 'some/tiny', '--from', from]);
      expect(got).toMatchObject({ code: 0, stderr: '' });
      expect(got.stdout.toString()).toContain('some/tiny: 4 files');
      const missing = await paralign(['models', 'download', 'some/other', '--from', from]);
      expect(missing.code).toBe(69);
      expect(missing.stderr).toContain('config.json');
    } finally {
      server.close();
    }
    expect((await paralign(['models', 'verify', 'some/tiny'])).code).toBe(0);
    const { code } = await paralign([
      'embed',
      'text.txt',
      '--model',
      'some/tiny',
      '--format',
      'raw',
    ]);
    expect(code).toBe(0);
  });

  test.each([
    [['models', 'destroy'], 'unknown action'],
    [['models', 'download'], 'name the model'],
    [['models', 'download', 'x/y', '--from', 'ftp://x'], 'not the address of a hub'],
  ])('%j is a usage error', async (args, message) => {
    const { code, stderr } = await paralign(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
