import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { tryModel } from '../../../src/embed/try-model.js';
import { AppError } from '../../../src/errors.js';
import {
  downloadModel,
  mainFile,
  type DownloadOptions,
} from '../../../src/platform/models/model-download.js';
import { verifySums } from '../../../src/platform/models/model-sums.js';
import { fakeHub, tinyModel, type Asked, type FakeHub } from './fake-hub.js';

let folder = '';
let hub: FakeHub;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralign-faults-'));
  hub = await fakeHub();
});
afterEach(async () => {
  hub.close();
  await rm(folder, { recursive: true, force: true });
});

const places = () => ({ bundled: '/no', user: folder, cwd: '/no' });
const name = 'owner/tiny';
const download = (options: Partial<DownloadOptions> = {}) =>
  downloadModel({
    name,
    folder,
    hub: hub.url,
    tryModel: (model) => tryModel({ model, places: places() }),
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

/** The model that is there works, and is what its list says. */
async function isWhole(): Promise<void> {
  const states = (await verifySums(join(folder, name)))?.map(({ state }) => state);
  expect(states).toEqual(Array(4).fill('ok'));
  await tryModel({ model: name, places: places() });
  const embedder = await loadEmbedder({ model: name, places: places() });
  expect((await embedder.embed(['the cat'])).vectors.norms[0]).toBeGreaterThan(0);
  await embedder.close();
}

/** Connections that only time can tell from good ones: the others have the usual minute, however slow the machine. */
const slowOnes: ReadonlyMap<unknown, number> = new Map([
  ['silent', 300],
  ['too slow', 1500],
]);

const page = '<!DOCTYPE html>\n<html><body>Log in to the café\u2019s network</body></html>';
const pageFor =
  (wanted: string, type?: string) =>
  ({ file, response }: Asked): boolean => {
    if (file !== wanted) return false;
    response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(page);
    return true;
  };
/** Answers with the file's bytes changed. */
const changed =
  (wanted: string, change: (bytes: Buffer) => Buffer) =>
  ({ file, bytes, response }: Asked): boolean => {
    if (file !== wanted) return false;
    const sent = change(bytes);
    response.writeHead(200, { 'content-length': sent.length }).end(sent);
    return true;
  };

describe('a fault of the hub, or of the way to it', () => {
  test.each<[string, string | RegExp, (asked: Asked) => boolean]>([
    [
      'a login page for config.json',
      /a web page .* instead of config\.json/,
      pageFor('config.json'),
    ],
    [
      'a login page that says it is one',
      /a web page .* instead of tokenizer\.json/,
      pageFor('tokenizer.json', 'text/html; charset=utf-8'),
    ],
    [
      'a login page for the graph',
      /a web page .* instead of model_quantized\.onnx/,
      pageFor('onnx/model_quantized.onnx'),
    ],
    [
      'a login page for the pooling',
      /a web page .* instead of config\.json/,
      pageFor('1_Pooling/config.json'),
    ],
    [
      'a pointer in the place of the graph',
      'a Git LFS pointer',
      changed('onnx/model.onnx', () =>
        Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
      ),
    ],
    ['nothing', 'sent nothing instead of', changed('config.json', () => Buffer.alloc(0))],
    [
      'half of the graph, with a length that matches',
      'the downloaded model does not work',
      changed('onnx/model.onnx', (bytes) => bytes.subarray(0, bytes.length / 2)),
    ],
    [
      'half of the tokenizer',
      'tokenizer.json is damaged',
      changed('tokenizer.json', (bytes) => bytes.subarray(0, bytes.length / 2)),
    ],
    [
      'an empty object for the tokenizer',
      'the downloaded model does not work',
      changed('tokenizer.json', () => Buffer.from('{}')),
    ],
    [
      'a graph of other weights than numbers',
      'the downloaded model does not work',
      // The first vector of the table, after the name of its tensor, made of NaNs.
      changed('onnx/model.onnx', (bytes) => withNotNumbers(bytes)),
    ],
    [
      'a length that never comes',
      'connection broke',
      ({ file, bytes, response, request }) => {
        if (file !== 'tokenizer.json') return false;
        response.writeHead(200, { 'content-length': bytes.length });
        response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.end());
        return true;
      },
    ],
    [
      'chunks that end too early',
      'connection broke',
      ({ file, bytes, response, request }) => {
        if (file !== 'tokenizer.json') return false;
        response.writeHead(200);
        response.write(bytes.subarray(0, 100), () => request.socket.end());
        return true;
      },
    ],
    ['an answer that never begins', 'silent', ({ file }) => file === 'config.json'],
    [
      'a byte now and then',
      'too slow',
      ({ file, response }) => {
        if (file !== 'tokenizer.json') return false;
        response.writeHead(200);
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
        return true;
      },
    ],
    [
      'a part that was not asked for',
      'sent part of the file instead of all of it',
      ({ file, bytes, response }) => {
        if (file !== 'tokenizer.json') return false;
        response.writeHead(206, {
          'content-length': bytes.length,
          'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
        });
        response.end(bytes);
        return true;
      },
    ],
    [
      '416 to everything',
      'changed during the download',
      ({ file, response }) => {
        if (file !== 'tokenizer.json') return false;
        response.writeHead(416).end();
        return true;
      },
    ],
    [
      'more than a file may have',
      'larger than',
      ({ file, response }) => {
        if (file !== '1_Pooling/config.json') return false;
        const pour = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, ' ')));
        };
        response.writeHead(200).on('drain', pour);
        pour();
        return true;
      },
    ],
    [
      'the announcement of more than a file may have',
      'larger than',
      ({ file, response }) => {
        if (file !== 'onnx/model.onnx') return false;
        response.writeHead(200, { 'content-length': 3e9 }).write('x');
        return true;
      },
    ],
    [
      'a redirect to something that is not an address',
      'not a valid address',
      ({ file, response }) => {
        if (file !== 'config.json') return false;
        response.writeHead(302, { location: 'http://[' }).end();
        return true;
      },
    ],
    [
      'a redirect with a password in it',
      'redirected to http:',
      ({ file, response }) => {
        if (file !== 'config.json') return false;
        response.writeHead(302, { location: 'http://a:b@127.0.0.1/' }).end();
        return true;
      },
    ],
    [
      'no content',
      'answered 204',
      ({ file, response }) => {
        if (file !== 'config.json') return false;
        response.writeHead(204).end();
        return true;
      },
    ],
  ])('%s: it is said, and the model that was there stays', async (_, message, fault) => {
    await download();
    hub.fault = fault;
    const idleTimeout = slowOnes.get(message);
    const error = await errorOf(download(idleTimeout === undefined ? {} : { idleTimeout }));
    expect(error).toMatchObject({ exitCode: 69 });
    expect(error.message).toMatch(message);
    expect(error.hint).toBeTruthy();
    await isWhole();
    // Nothing of it is gone on with.
    hub.fault = () => false;
    await download();
    await isWhole();
    expect(await readdir(folder)).toEqual(['owner']);
    expect(await readdir(join(folder, 'owner'))).toEqual(['tiny']);
  });

  test.each<[string, (asked: Asked, half: number) => boolean]>([
    [
      'a part from another place',
      ({ bytes, etag, response }, half) => {
        response.writeHead(206, {
          etag,
          'content-range': `bytes ${half - 10}-${bytes.length - 1}/${bytes.length}`,
          'content-length': bytes.length - half + 10,
        });
        response.end(bytes.subarray(half - 10));
        return true;
      },
    ],
    [
      'a part that ends too early',
      ({ bytes, etag, response }, half) => {
        response.writeHead(206, {
          etag,
          'content-range': `bytes ${half}-${half + 9}/${bytes.length}`,
        });
        response.end(bytes.subarray(half, half + 10));
        return true;
      },
    ],
    [
      'a part without saying which',
      ({ bytes, etag, response }, half) => {
        response.writeHead(206, { etag }).end(bytes.subarray(half));
        return true;
      },
    ],
    [
      'the whole',
      ({ bytes, etag, response }) => {
        response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes);
        return true;
      },
    ],
    [
      '416',
      ({ response }) => {
        response.writeHead(416).end();
        return true;
      },
    ],
  ])('on the request for the rest, %s: the file is right', async (_, fault) => {
    let half = 0;
    hub.fault = (asked) => {
      const { file, bytes, etag, request, response } = asked;
      if (file !== 'tokenizer.json') return false;
      if (asked.before === 0) {
        half = Math.floor(bytes.length / 2);
        response.writeHead(200, { etag, 'content-length': bytes.length });
        response.write(bytes.subarray(0, half), () =>
          setTimeout(() => request.socket.destroy(), 50),
        );
        return true;
      }
      return request.headers.range !== undefined && fault(asked, half);
    };
    await download();
    expect(hub.requests).toContain(`tokenizer.json bytes=${half}-`);
    expect(await readFile(join(folder, name, 'tokenizer.json'))).toEqual(
      await readFile(join(tinyModel, 'tokenizer.json')),
    );
    await isWhole();
  });

  test('a body that was compressed, or that has no length, is taken', async () => {
    hub.fault = ({ file, bytes, etag, request, response }) => {
      expect(request.headers['accept-encoding']).toBe('identity');
      if (file === 'tokenizer.json') {
        const sent = gzipSync(bytes);
        const headers = { etag, 'content-encoding': 'gzip', 'content-length': sent.length };
        response.writeHead(200, headers).end(sent);
      } else if (file === 'config.json') {
        response.writeHead(200).write(bytes.subarray(0, 10));
        response.end(bytes.subarray(10));
      } else return false;
      return true;
    };
    await download();
    await isWhole();
  });

  test('what another place says of a digest counts for nothing', async () => {
    const other = await fakeHub();
    other.fault = ({ response, bytes }) => {
      response.writeHead(200, { 'x-linked-etag': `"${'0'.repeat(64)}"` }).end(bytes);
      return true;
    };
    hub.fault = ({ file, response, request }) => {
      if (file !== 'onnx/model.onnx') return false;
      response.writeHead(302, { location: `${other.url}${request.url ?? ''}` }).end();
      return true;
    };
    await download();
    await isWhole();
    other.close();
  });
});

describe('digests that are given', () => {
  const digestOf = async (file: string): Promise<string> =>
    createHash('sha256')
      .update(await readFile(join(tinyModel, file)))
      .digest('hex');

  test('are those of the files, or of the graph', async () => {
    const digests = new Map([
      ['tokenizer.json', await digestOf('tokenizer.json')],
      [mainFile, await digestOf('onnx/model.onnx')],
    ]);
    await download({ digests });
    await isWhole();
  });

  test.each(['config.json', 'onnx/model.onnx', mainFile])(
    'of %s: another file is refused, and nothing replaced',
    async (file) => {
      await download();
      const error = await errorOf(download({ digests: new Map([[file, '0'.repeat(64)]]) }));
      expect(error).toMatchObject({ code: 'download-failed', exitCode: 69 });
      expect(error.message).toContain(`not ${'0'.repeat(64)}`);
      await isWhole();
    },
  );

  test('of a file that the hub lacks are not passed over', async () => {
    const digests = new Map([['1_Pooling/config.json', '0'.repeat(64)]]);
    const error = await errorOf(download({ digests }));
    expect(error.message).toContain('has no 1_Pooling/config.json');
  });
});

describe('two downloads of one model', () => {
  test('at a time: the second says who is at it', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = download({ tryModel: () => held });
    while (hub.requests.length < 7) await new Promise((resolve) => setTimeout(resolve, 10));
    const error = await errorOf(download());
    expect(error).toMatchObject({ code: 'download-failed', exitCode: 69 });
    expect(error.message).toContain(`process ${process.pid}`);
    release();
    await first;
    await isWhole();
  });
});

/** The tiny graph with the first of its float tables full of NaNs. */
function withNotNumbers(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  // A field of raw data: tag 0x4a, its length, then float32 values.
  const at = copy.findIndex((byte, index) => byte === 0x4a && (copy[index + 1] ?? 0) >= 64);
  const start = at + ((copy[at + 1] ?? 0) > 127 ? 3 : 2);
  for (let i = 0; i < 16; i += 1) copy.writeFloatLE(NaN, start + 4 * i);
  return copy;
}
