import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { tryModel } from '../../../src/embed/try-model.js';
import { AppError } from '../../../src/errors.js';
import {
  downloadModel,
  type DownloadOptions,
} from '../../../src/platform/models/model-download.js';
import { verifySums } from '../../../src/platform/models/model-sums.js';

const fixture = fileURLToPath(new URL('../../fixtures/models/tiny-encoder', import.meta.url));
const name = 'owner/tiny';

/** Answers a request itself and returns true, or leaves it to the ordinary hub. */
type Trick = (request: IncomingMessage, response: ServerResponse, file: string) => boolean;

let folder: string;
let server: Server;
let hub: string;
let trick: Trick;
let requests: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralign-download-'));
  trick = () => false;
  requests = [];
  server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  hub = `http://127.0.0.1:${address.port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A hub in its simplest form: files of the tiny model, with tags and ranges. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  requests.push(`${path}${request.headers.range ? ` ${request.headers.range}` : ''}`);
  const file = path.replace(`/${name}/resolve/main/`, '').replace('/elsewhere/', '');
  if (trick(request, response, file)) return;
  const bytes = await readFile(join(fixture, file)).catch(() => null);
  if (bytes === null) {
    response.writeHead(404).end('Entry not found');
    return;
  }
  send(request, response, bytes);
}

function send(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from > 0 && request.headers['if-range'] === etag) {
    response.writeHead(206, {
      etag,
      'content-length': bytes.length - from,
      'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    });
    response.end(bytes.subarray(from));
    return;
  }
  response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes);
}

const download = (options: Partial<DownloadOptions> = {}) =>
  downloadModel({
    name,
    folder,
    hub,
    tryModel: (model) => tryModel({ model, places: { bundled: '/no', user: folder, cwd: '/no' } }),
    ...options,
  });

async function errorOf(promise: Promise<unknown>): Promise<AppError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected an AppError, got ${String(error)}`);
}

/** What the user's folder shows: models, not what is being gathered. */
async function models(): Promise<string[]> {
  return (await readdir(folder)).filter((entry) => !entry.startsWith('.'));
}

describe('a download', () => {
  test('brings a model that works, with a list of its digests', async () => {
    const heard: string[] = [];
    const files = await download({
      onProgress: (file, done, total) => heard.push(`${file} ${done}/${total ?? '?'}`),
    });
    expect(files.map(({ file }) => file)).toEqual([
      'config.json',
      'tokenizer.json',
      'tokenizer_config.json',
      'onnx/model.onnx',
    ]);
    const { size } = await stat(join(fixture, 'onnx', 'model.onnx'));
    expect(heard).toContain(`onnx/model.onnx ${size}/${size}`);
    const target = join(folder, 'owner', 'tiny');
    expect((await verifySums(target))?.map(({ state }) => state)).toEqual(Array(4).fill('ok'));
    const places = { bundled: '/no', user: folder, cwd: '/no' };
    const embedder = await loadEmbedder({ model: name, places });
    expect((await embedder.embed(['the cat'])).vectors.norms[0]).toBeGreaterThan(0);
    expect((await readdir(folder)).sort()).toEqual(['owner']);
  });

  test('asks for nothing but the files of that model', async () => {
    await download();
    expect(new Set(requests.map((path) => path.split('/').slice(0, 5).join('/')))).toEqual(
      new Set([`/${name}/resolve/main`]),
    );
  });

  test('prefers the quantised graph, and takes the full one when told to', async () => {
    trick = (request, response, file) => {
      if (file !== 'onnx/model_quantized.onnx') return false;
      void readFile(join(fixture, 'onnx', 'model.onnx')).then((bytes) =>
        send(request, response, bytes),
      );
      return true;
    };
    expect((await download()).at(-1)?.file).toBe('onnx/model_quantized.onnx');
    expect((await download({ fullPrecision: true })).at(-1)?.file).toBe('onnx/model.onnx');
    expect(await readdir(join(folder, 'owner', 'tiny', 'onnx'))).toEqual(['model.onnx']);
  });

  test('follows redirects, and checks a large file against the digest the hub tells', async () => {
    const digest = createHash('sha256')
      .update(await readFile(join(fixture, 'onnx', 'model.onnx')))
      .digest('hex');
    trick = (request, response, file) => {
      if (file !== 'onnx/model.onnx' || request.url?.startsWith('/elsewhere')) return false;
      const headers = { location: `/elsewhere/${file}`, 'x-linked-etag': `"${digest}"` };
      response.writeHead(302, headers).end();
      return true;
    };
    await download();
    expect(requests).toContain('/elsewhere/onnx/model.onnx');
    expect(await models()).toEqual(['owner']);
  });

  test('refuses a large file whose digest is not the one the hub tells', async () => {
    trick = (_, response, file) => {
      if (!file.startsWith('onnx')) return false;
      const headers = {
        location: `/elsewhere/onnx/model.onnx`,
        'x-linked-etag': `"${'0'.repeat(64)}"`,
      };
      if (file === 'onnx/model_quantized.onnx') response.writeHead(302, headers).end();
      return file === 'onnx/model_quantized.onnx';
    };
    const error = await errorOf(download());
    expect(error).toMatchObject({ code: 'download-failed', exitCode: 69 });
    expect(error.message).toContain('SHA-256');
    expect(await models()).toEqual([]);
  });

  test('goes on where a connection broke', async () => {
    const whole = await readFile(join(fixture, 'tokenizer.json'));
    let broken = 0;
    trick = (request, response, file) => {
      if (file !== 'tokenizer.json' || broken > 0) return false;
      broken += 1;
      const etag = `"${createHash('sha256').update(whole).digest('hex')}"`;
      response.writeHead(200, { etag, 'content-length': whole.length });
      response.write(whole.subarray(0, 1000), () => {
        setTimeout(() => request.socket.destroy(), 50);
      });
      return true;
    };
    await download();
    expect(requests).toContain(`/${name}/resolve/main/tokenizer.json bytes=1000-`);
    expect(await readFile(join(folder, 'owner', 'tiny', 'tokenizer.json'))).toEqual(whole);
  });

  test('goes on in the next run, without fetching again what is whole', async () => {
    trick = (request, _, file) => {
      if (file !== 'onnx/model.onnx') return false;
      request.socket.destroy();
      return true;
    };
    const error = await errorOf(download());
    expect(error).toMatchObject({ code: 'download-failed', exitCode: 69 });
    expect(error.message).toContain('onnx/model.onnx');
    expect(await models()).toEqual([]);
    trick = () => false;
    requests = [];
    await download();
    expect(requests.filter((path) => path.endsWith('tokenizer.json'))).toEqual([]);
    expect(await models()).toEqual(['owner']);
  });

  test('starts over when the file has changed meanwhile', async () => {
    const first = Buffer.from('{"old": "'.padEnd(2000, 'x'));
    let sent = 0;
    trick = (request, response, file) => {
      if (file !== 'config.json' || sent > 0) return false;
      sent += 1;
      response.writeHead(200, { etag: '"old"', 'content-length': first.length });
      response.write(first.subarray(0, 50), () => {
        setTimeout(() => request.socket.destroy(), 50);
      });
      return true;
    };
    await download();
    expect(await readFile(join(folder, 'owner', 'tiny', 'config.json'))).toEqual(
      await readFile(join(fixture, 'config.json')),
    );
  });
});

describe('a download that fails', () => {
  test.each([
    [
      'a file the hub lacks',
      'no tokenizer.json',
      (_: IncomingMessage, response: ServerResponse) => response.writeHead(404).end(),
    ],
    [
      'a hub that is out of order',
      '500',
      (_: IncomingMessage, response: ServerResponse) => response.writeHead(500).end(),
    ],
    [
      'a model that is not public',
      '401',
      (_: IncomingMessage, response: ServerResponse) => response.writeHead(401).end(),
    ],
    [
      'fewer bytes than announced',
      'connection broke',
      (request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 5000 });
        response.write('x'.repeat(10), () => setTimeout(() => request.socket.destroy(), 20));
      },
    ],
    [
      'redirects without end',
      'redirected too many times',
      (request: IncomingMessage, response: ServerResponse) =>
        response.writeHead(302, { location: request.url }).end(),
    ],
    [
      'a redirect to a file of this machine',
      'redirected to file:',
      (_: IncomingMessage, response: ServerResponse) =>
        response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    ],
    [
      'a connection that goes silent',
      'silent',
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('x');
      },
    ],
  ])('on %s says so and leaves no model', async (_, message, answerWith) => {
    trick = (request, response, file) => {
      if (file !== 'tokenizer.json') return false;
      answerWith(request, response);
      return true;
    };
    // Only silence is told by time: the others have the usual minute, however slow the machine.
    const error = await errorOf(download(message === 'silent' ? { idleTimeout: 300 } : {}));
    expect(error).toMatchObject({ code: 'download-failed', exitCode: 69 });
    expect(error.message).toContain(message);
    expect(error.hint).toBeTruthy();
    expect(await models()).toEqual([]);
  });

  test('leaves a model that is there already as it was', async () => {
    await download();
    trick = (_, response) => {
      response.writeHead(404).end();
      return true;
    };
    expect((await errorOf(download())).code).toBe('download-failed');
    const states = await verifySums(join(folder, 'owner', 'tiny'));
    expect(states?.every(({ state }) => state === 'ok')).toBe(true);
  });

  test('stops when the user stops the program', async () => {
    const controller = new AbortController();
    trick = (_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('x', () => controller.abort('SIGINT'));
      return true;
    };
    await expect(download({ signal: controller.signal })).rejects.toBe('SIGINT');
    expect(await models()).toEqual([]);
  });

  test.each(['../x', 'a/../b', 'a/b/c', '', '/etc', 'a b', '.hidden/x', 'https://x/y'])(
    'refuses "%s" as a name, before asking anyone',
    async (bad) => {
      expect(await errorOf(download({ name: bad }))).toMatchObject({ code: 'usage', exitCode: 2 });
      expect(requests).toEqual([]);
    },
  );

  test('says that nobody is there', async () => {
    server.close();
    const error = await errorOf(download());
    expect(error).toMatchObject({ code: 'download-failed', exitCode: 69 });
    expect(error.message).toContain('ECONNREFUSED');
  });

  test('says that it cannot store anything', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await errorOf(download({ folder: file }))).toMatchObject({ code: 'io', exitCode: 74 });
  });
});

describe('what a download would replace', () => {
  test('is a model of the same name, whole or damaged', async () => {
    await download();
    await rm(join(folder, name, 'config.json'));
    await expect(download()).resolves.not.toHaveLength(0);
  });

  test.each(['notes.txt', 'onnx/mine.onnx', 'model/config.json'])(
    'is not a folder that holds %s',
    async (file) => {
      const stranger = join(folder, name, file);
      await mkdir(dirname(stranger), { recursive: true });
      await writeFile(stranger, 'mine');
      const error = await errorOf(download());
      expect(error).toMatchObject({ code: 'protected-file', exitCode: 73 });
      expect(error.message).toContain(stranger);
      expect(await readFile(stranger, 'utf8')).toBe('mine');
      expect(requests).toEqual([]);
    },
  );

  test("is not the folder of an owner's models, nor a link", async () => {
    await download();
    expect(await errorOf(download({ name: 'owner' }))).toMatchObject({ exitCode: 73 });
    await symlink(folder, join(folder, 'linked'));
    expect(await errorOf(download({ name: 'linked' }))).toMatchObject({ exitCode: 73 });
    expect(await readdir(join(folder, name))).toContain('config.json');
  });
});
