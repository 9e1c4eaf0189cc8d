import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchProgram, text, tiny, type ScratchProgram } from '../scratch-program.js';

let program: ScratchProgram;
let scratch: string;
const paralign: ScratchProgram['run'] = (...args) => program.run(...args);
beforeAll(async () => {
  program = await scratchProgram();
  scratch = program.folder;
});
afterAll(() => program.remove());

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

describe('paralign embed', () => {
  test('writes one unit vector per sentence, the same every time', async () => {
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

  test('with --segmented, writes one row per line, and zeros for an empty line', async () => {
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
    await expect(readdir(join(cache, 'paralign/vectors'))).rejects.toThrow();
  });

  test('uses no network', async () => {
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

  test('names the missing model, and writes nothing', async () => {
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
