import { describe, expect, test } from 'vitest';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import { copyTask } from '../../../src/pipeline/threads/copy-task.js';

const vectorsOf = (values: Float32Array) => ({
  count: values.length / 2,
  dimension: 2,
  units: values,
  norms: new Float32Array(values.length / 2).fill(1),
});

function inputOf(units: Float32Array): StreamInput {
  const vectors = vectorsOf(units);
  const pieces = {
    ids: Int32Array.of(0, 1),
    offsets: Int32Array.of(0, 1, 2),
    texts: ['a', 'b'],
    vectors: vectorsOf(Float32Array.of(1, 0, 0, 1)),
  };
  return {
    stream: { source: 0, language: 'en', sentences: [] },
    embedding: { vectors, pieces, bundled: { vectors, pieces: null } },
  };
}

describe('a task that is handed over to a thread', () => {
  test('takes its arrays along, and leaves those of the text as they are', () => {
    const text = Float32Array.of(0, 1, 1, 0, 0, 1, 1, 0);
    const window = inputOf(text.subarray(2, 6));
    const task = {
      kind: 'stretch',
      stretch: { first: window, second: inputOf(text), anchors: [], maxBead: undefined },
    } as const;
    const { task: own, buffers } = copyTask(task);
    const sent = structuredClone(own, { transfer: [...buffers] });
    expect(sent).toEqual(task);
    expect(text).toEqual(Float32Array.of(0, 1, 1, 0, 0, 1, 1, 0));
    // Of a window, only what is seen through it.
    expect(buffers[0]?.byteLength).toBe(0);
    expect(
      sent.kind === 'stretch' && sent.stretch.first.embedding.vectors.units.buffer.byteLength,
    ).toBe(16);
  });

  test('may be a pair, which is made once and kept', () => {
    const input = inputOf(Float32Array.of(0, 1, 1, 0));
    const task = { kind: 'pair', a: input, b: input, options: { mode: 'auto' } } as const;
    const { task: own, buffers } = copyTask(task);
    expect(structuredClone(own, { transfer: [...buffers] })).toEqual(task);
    expect(input.embedding.vectors.units).toHaveLength(4);
  });

  test('may be a sample that a mode is decided by, with its beads', () => {
    const input = inputOf(Float32Array.of(0, 1, 1, 0));
    const bead = { a: [0], b: [1], score: 0.5, confidence: 0.9, method: 'parallel' } as const;
    const sample = { a: input, b: input, beads: [{ ...bead, crossing: false }] };
    const task = { kind: 'sample', sample } as const;
    const { task: own, buffers } = copyTask(task);
    expect(structuredClone(own, { transfer: [...buffers] })).toEqual(task);
    expect(input.embedding.vectors.units).toHaveLength(4);
  });

  test('shares with the thread what is in shared memory', () => {
    const shared = new Float32Array(new SharedArrayBuffer(16));
    shared.set([0, 1, 1, 0]);
    const input = inputOf(shared.subarray(2));
    const task = { kind: 'pair', a: input, b: input, options: { mode: 'auto' } } as const;
    const { task: own, buffers } = copyTask(task);
    const sent = structuredClone(own, { transfer: [...buffers] });
    shared[2] = 0.5;
    expect(sent.kind === 'pair' && sent.a.embedding.vectors.units[0]).toBe(0.5);
  });
});
