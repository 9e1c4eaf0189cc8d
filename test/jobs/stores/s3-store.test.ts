import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { s3Place } from '../../../src/jobs/stores/s3-client.js';
import { s3Store } from '../../../src/jobs/stores/s3-store.js';

/** A server of one bucket, `texts`: objects by key, with the digest that they were written with. */
const objects = new Map<string, { body: Buffer; digest: string | undefined }>();
let failures = 0;
const seen: IncomingMessage[] = [];
const server = createServer((request, response) => {
  seen.push(request);
  const key = decodeURIComponent((request.url ?? '').replace(/^\/texts\//, ''));
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (failures > 0) {
      failures--;
      return response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
    }
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=id/'))
      return response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
    const object = objects.get(key);
    if (request.method === 'PUT') {
      if (object && request.headers['if-none-match'] === '*') return response.writeHead(412).end();
      const digest = request.headers['x-amz-meta-paralign-sha256'];
      objects.set(key, { body: Buffer.concat(chunks), digest: String(digest) });
      return response.end();
    }
    if (!object) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    if (object.digest !== undefined)
      response.setHeader('x-amz-meta-paralign-sha256', object.digest);
    return response.end(request.method === 'HEAD' ? undefined : object.body);
  });
});
let env: Record<string, string>;
const put = (key: string, text: string): void =>
  void objects.set(key, { body: Buffer.from(text), digest: undefined });
const textOf = (key: string): string | undefined => objects.get(key)?.body.toString();
async function* parts(...given: readonly [file: string, chunk: string][]) {
  for (const [file, chunk] of given) yield { file, chunk };
}
const rules = { clobber: true, inputs: [] };

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  env = {
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'geheim',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}/`,
  };
});
afterAll(() => server.close());
beforeEach(() => {
  objects.clear();
  seen.length = 0;
});

describe('objects of an S3 server', () => {
  test('are sources, whatever characters their keys have', async () => {
    put('en/a b+ñ.txt', 'One.');
    put('es/a b+ñ.txt', 'Uno.');
    const inputs = await s3Store(env).readSources([
      's3://texts/en/a b+ñ.txt',
      's3://texts/es/a b+ñ.txt',
    ]);
    expect(
      inputs.map((input) =>
        'bytes' in input ? [input.name, String(Buffer.from(input.bytes))] : [],
      ),
    ).toEqual([
      ['en/a b+ñ.txt', 'One.'],
      ['es/a b+ñ.txt', 'Uno.'],
    ]);
    expect(JSON.stringify(seen.map(({ headers }) => headers))).not.toContain('geheim');
  });

  test('are results, with a digest by which a later batch knows them', async () => {
    const store = s3Store(env);
    await store.writeOutput('s3://texts/out/a.csv', parts(['', 'x,'], ['', 'y']), rules);
    expect(textOf('out/a.csv')).toBe('x,y');
    const digest = createHash('sha256').update('x,y').digest('hex');
    expect(await store.hashOutput('s3://texts/out/a.csv')).toBe(digest);
    expect(seen.at(-1)?.method).toBe('HEAD');
    put('foreign', 'x,y');
    expect(await store.hashOutput('s3://texts/foreign')).toBe(digest);
    expect(await store.hashOutput('s3://texts/none')).toBeUndefined();
  });

  test('several files of one result are several objects', async () => {
    const given = parts(['.en', 'a'], ['.es', 'b'], ['.en', 'c']);
    await s3Store(env).writeOutput('s3://texts/x', given, rules);
    expect([...objects.keys()].sort()).toEqual(['x.en', 'x.es']);
    expect(textOf('x.en')).toBe('ac');
  });

  test('are not replaced without leave, but for an earlier result', async () => {
    const store = s3Store(env);
    const place = 's3://texts/out/a.csv';
    put('out/a.csv', 'old');
    const careful = { clobber: false, inputs: [] };
    await expect(store.checkOutput(place, careful)).rejects.toMatchObject({ code: 'exists' });
    await expect(store.writeOutput(place, parts(['', 'new']), careful)).rejects.toMatchObject({
      code: 'exists',
    });
    const replaces = [createHash('sha256').update('old').digest('hex')];
    await store.checkOutput(place, { ...careful, replaces });
    await store.writeOutput(place, parts(['', 'new']), { ...careful, replaces });
    expect(textOf('out/a.csv')).toBe('new');
    const asInput = store.checkOutput(place, { clobber: true, inputs: [place] });
    await expect(asInput).rejects.toMatchObject({ code: 'protected-file' });
  });

  test('a request that the server could not answer is repeated', async () => {
    put('a', 'One.');
    failures = 2;
    const [input] = await s3Store(env).readSources(['s3://texts/a']);
    expect(input).toMatchObject({ name: 'a' });
  });

  test('errors name the object and what the server says', async () => {
    const store = s3Store(env);
    await expect(store.readSources(['s3://texts/none'])).rejects.toMatchObject({
      code: 'file-not-found',
      message: 's3://texts/none: no such object (404 NoSuchKey)',
    });
    const { AWS_ENDPOINT_URL = '' } = env;
    await expect(s3Store({ AWS_ENDPOINT_URL }).readSources(['s3://texts/a'])).rejects.toMatchObject(
      {
        code: 'not-readable',
        hint: expect.stringContaining('AWS_ACCESS_KEY_ID') as string,
      },
    );
    const nowhere = s3Store({ ...env, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' });
    await expect(nowhere.readSources(['s3://texts/a'])).rejects.toMatchObject({ code: 'io' });
  });

  test.each(['s3://', 's3://texts', 's3://texts/', 's3://Texts/a', 's3://texts/folder/'])(
    '%s is none',
    (reference) => {
      expect(() => s3Place(reference)).toThrow(/not an object/);
    },
  );
});

describe('a job', () => {
  test('may have one source on disk and one on the server', async () => {
    put('es/1.txt', 'Uno.');
    const path = join(mkdtempSync(join(tmpdir(), 'paralign-s3-')), '1.txt');
    writeFileSync(path, 'One.');
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const { jobStore } = await import('../../../src/jobs/stores/job-store.js');
    const inputs = await jobStore.readSources([path, 's3://texts/es/1.txt']);
    expect(inputs.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^paralign-s3-\w+\/1\.txt$/),
      'es/1.txt',
    ]);
    vi.unstubAllEnvs();
  });
});
