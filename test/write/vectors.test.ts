import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Vectors } from '../../src/domain.js';
import { npyHeader, vectorFormatOfFile, writeVectors } from '../../src/write/vectors.js';

const vectors: Vectors = {
  count: 3,
  dimension: 2,
  units: Float32Array.of(0.6, 0.8, 0, 0, -0.1, 1 / 3),
  norms: Float32Array.of(1, 0, 1),
};

/** As they come: two rows, then one. */
async function* parts(): AsyncGenerator<Vectors> {
  const { dimension, units, norms } = vectors;
  yield { count: 2, dimension, units: units.slice(0, 4), norms: norms.slice(0, 2) };
  yield { count: 1, dimension, units: units.slice(4), norms: norms.slice(2) };
}

async function bytesOf(format: 'npy' | 'raw' | 'jsonl'): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeVectors(vectors, parts(), format)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function numpy(): string | null {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      execFileSync(python, ['-c', 'import numpy'], { stdio: 'ignore' });
      return python;
    } catch {
      // The next one may have it.
    }
  }
  return null;
}

describe('npy', () => {
  test.each([
    [0, 0],
    [3, 2],
    [100_000, 1024],
    [123_456_789, 300],
  ])('has a header for %i x %i that ends at a multiple of 64', (rows, columns) => {
    const header = Buffer.from(npyHeader(rows, columns));
    expect(header.length % 64).toBe(0);
    expect(header.subarray(0, 8).toString('latin1')).toBe('\x93NUMPY\x01\x00');
    expect(header.readUInt16LE(8)).toBe(header.length - 10);
    expect(header.at(-1)).toBe(0x0a);
    expect(header.subarray(10).toString('latin1')).toContain(
      `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`,
    );
  });

  test('holds the rows of all parts after its header', async () => {
    const bytes = await bytesOf('npy');
    const start = 10 + bytes.readUInt16LE(8);
    expect(bytes.length).toBe(start + 4 * 6);
    expect(bytes.readFloatLE(start + 4)).toBe(Math.fround(0.8));
  });

  const python = numpy();
  test.skipIf(python === null)(
    'is what numpy.load reads (skipped where numpy is missing)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'paralign-npy-'));
      try {
        writeFileSync(join(folder, 'x.npy'), await bytesOf('npy'));
        const script =
          'import sys, json, numpy as n; a = n.load(sys.argv[1]); m = n.load(sys.argv[1], mmap_mode="r"); print(json.dumps([a.dtype.str, a.shape, bool(a.flags.c_contiguous), a.tolist(), bool((a == m).all())]))';
        const output = execFileSync(python ?? '', ['-c', script, join(folder, 'x.npy')]);
        expect(JSON.parse(output.toString())).toEqual([
          '<f4',
          [3, 2],
          true,
          [0, 2, 4].map((at) => [...vectors.units.slice(at, at + 2)]),
          true,
        ]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

describe('raw and JSON lines', () => {
  test('raw is the values alone', async () => {
    const bytes = await bytesOf('raw');
    expect(bytes.length).toBe(24);
    expect(bytes.readFloatLE(20)).toBe(Math.fround(1 / 3));
  });

  test('a JSON line gives the same float32 back, with no digit too many', async () => {
    const lines = (await bytesOf('jsonl')).toString().trimEnd().split('\n');
    expect(lines[0]).toBe('[0.6,0.8]');
    expect(lines[1]).toBe('[0,0]');
    const values = lines.flatMap((line): number[] => JSON.parse(line));
    expect(Float32Array.from(values)).toEqual(vectors.units);
  });

  test.each([
    ['a.npy', 'npy'],
    ['a.JSONL', 'jsonl'],
    ['a.bin', 'raw'],
    ['a.f32', 'raw'],
    ['a.txt', undefined],
    ['npy', undefined],
  ])('%s means %s', (file, format) => {
    expect(vectorFormatOfFile(file)).toBe(format);
  });
});
