import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tiny = join(root, 'test/fixtures/models/tiny-encoder');

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'paralign-embed-'));
  await writeFile(join(scratch, 'text.txt'), text);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs the built program in the scratch folder. */
function paralign(
  args: readonly string[],
  stdin = '',
  more: Record<string, string> = {},
): Promise<Ran> {
  const env = {
    ...process.env,
    XDG_DATA_HOME: scratch,
    XDG_CACHE_HOME: join(scratch, 'cache'),
    ...more,
  };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'dist/cli/main.js'), ...args],
      { cwd: scratch, env, encoding: 'buffer', maxBuffer: 1e8 },
      (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr: stderr.toString() }),
    );
    child.stdin?.end(stdin);
  });
}

/** The rows of an .npy file. */
function readNpy(bytes: Buffer): number[][] {
  const start = 10 + bytes.readUInt16LE(8);
  const [, rows = '', columns = ''] =
    /\((\d+), (\d+)\)/.exec(bytes.toString('latin1', 10, start)) ?? [];
  return Array.from({ length: Number(rows) }, (_, row) =>
    Array.from({ length: Number(columns) }, (_, column) =>
      bytes.readFloatLE(start + 4 * (row * Number(columns) + column)),
    ),
  );
}

const text = 'The cat sat. The dog ran far.\n\nLos niños juegan en el jardín. Hace sol.\n';

describe('paralign embed', () => {
  test('writes one unit row a sentence, the same twice', async () => {
    const first = await paralign(['embed', 'text.txt', '-o', 'out.npy']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.length).toBe(0);
    const bytes = await readFile(join(scratch, 'out.npy'));
    const rows = readNpy(bytes);
    expect(rows.length).toBe(4);
    for (const row of rows) expect(Math.hypot(...row)).toBeCloseTo(1, 5);
    const second = await paralign(['embed', 'text.txt', '--format', 'npy']);
    expect(second.stdout.equals(bytes)).toBe(true);
  });

  test('writes one row a line with --segmented, zeros for an empty line', async () => {
    const { code, stdout } = await paralign(
      ['embed', '-', '--segmented', '--format', 'jsonl', '--model', tiny],
      'the cat. the dog\n\nran far',
    );
    expect(code).toBe(0);
    const rows = stdout.toString().trimEnd().split('\n');
    expect(rows.length).toBe(3);
    expect(rows[1]).toBe('[0,0,0,0]');
  });

  test('gives the same bytes with and without the cache', async () => {
    const run = (...more: string[]) =>
      paralign(['embed', '-', '--segmented', '--format', 'raw', '--model', tiny, ...more], text);
    const [fresh, filled, read] = [await run('--no-cache'), await run(), await run()];
    expect(fresh.code).toBe(0);
    expect(fresh.stdout.length).toBe(3 * 4 * 4);
    expect(filled.stdout.equals(fresh.stdout)).toBe(true);
    expect(read.stdout.equals(fresh.stdout)).toBe(true);
  });

  test('keeps no vectors with PARALIGN_CACHE=off', async () => {
    const cache = join(scratch, 'untouched');
    const env = { PARALIGN_CACHE: 'off', XDG_CACHE_HOME: cache };
    const run = ['embed', 'text.txt', '--model', tiny, '--format', 'raw'];
    expect((await paralign(run, '', env)).code).toBe(0);
    await expect(readdir(cache)).rejects.toThrow();
  });

  test('needs no network, and would not reach it', async () => {
    const guard = `
      import net from 'node:net';
      import dns from 'node:dns';
      const refuse = () => { process.stderr.write('NETWORK'); process.exit(99); };
      net.Socket.prototype.connect = dns.lookup = globalThis.fetch = refuse;`;
    const env = {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(guard)}`,
      PARALIGN_MODEL_HUB: 'http://127.0.0.1:9',
    };
    const { code, stderr } = await paralign(['embed', 'text.txt', '--format', 'raw'], '', env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // The guard itself works:
    const got = await paralign(
      ['models', 'download', 'x/y', '--from', 'http://127.0.0.1:9'],
      '',
      env,
    );
    expect(got.code).toBe(99);
  });

  test('says which model is missing, and writes nothing', async () => {
    const { code, stderr } = await paralign([
      'embed',
      'text.txt',
      '--model',
      'no/x',
      '-o',
      'no.npy',
    ]);
    expect(code).toBe(69);
    expect(stderr).toContain('model "no/x" not found');
    expect(stderr).toContain('paralign models download no/x');
    await expect(readFile(join(scratch, 'no.npy'))).rejects.toThrow();
  });
});

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

  test('verify finds the bundled model whole', async () => {
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

  test('download fetches from the hub it is given, and the model can be used by name', async () => {
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
