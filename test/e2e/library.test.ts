import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, root, seed } from './program.js';

/** Runs a module that uses the package by its name, as a dependent would. */
const run = (code: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: root,
      env: cleanEnvironment(),
      encoding: 'utf8',
    }),
  );

describe("import from 'paralign'", () => {
  test('aligns texts, bytes and strings, and writes CSV', () => {
    const text = readFileSync(seed(0), 'utf8');
    const result = run(`
      import { readFileSync } from 'node:fs';
      import { alignSources, loadEmbedder, scoreAlignments, parseVecalign, tableText, writeTable } from 'paralign';
      const embedder = await loadEmbedder();
      const table = await alignSources(
        [
          { name: 'a', bytes: readFileSync(${JSON.stringify(seed(0))}) },
          { name: 'b', text: readFileSync(${JSON.stringify(seed(1))}, 'utf8') },
        ],
        { embedder, mode: 'parallel' },
      );
      await embedder.close();
      const beads = parseVecalign('x', await tableText(table, 'vecalign'));
      console.log(JSON.stringify({
        text: table.sources[0].text,
        modes: table.alignments.map(({ mode }) => mode),
        pairs: table.rows.filter(({ cells }) => cells.every(({ length }) => length > 0)).length,
        header: (await writeTable(table, 'csv').next()).value.chunk.slice(0, 12),
        f1: scoreAlignments([{ gold: beads, test: beads }]).strict.f1,
      }));`);
    expect(result).toMatchObject({ text, modes: ['parallel'], header: 'id,a_source,', f1: 1 });
    expect((result as { pairs: number }).pairs).toBeGreaterThan(45);
  });

  test('segments and detects without a model', () => {
    const result = run(`
      import { detectLanguages, readSource, segment } from 'paralign';
      const { sources: [source] } = await segment({ name: 'x.txt', text: 'Dr. Smith came home yesterday evening. He was very tired.' });
      const { sources: [read] } = await readSource('y.txt', new TextEncoder().encode('El gato duerme tranquilamente en la casa.'));
      console.log(JSON.stringify({
        sentences: source.sentences.map(({ text }) => text),
        language: detectLanguages(read)[0].language,
      }));`);
    expect(result).toEqual({
      sentences: ['Dr. Smith came home yesterday evening.', 'He was very tired.'],
      language: 'es',
    });
  });

  test('importing it has no side effects: no handlers, no open handles, no model runtime', () => {
    const result = run(`
      const count = () => process.eventNames().map((name) => [name, process.listenerCount(name)]);
      const before = JSON.stringify(count());
      await import('paralign');
      const loaded = process.report.getReport().sharedObjects.filter((path) => /onnxruntime|sharp/.test(path));
      console.log(JSON.stringify({
        handlers: JSON.stringify(count()) === before,
        handles: process.getActiveResourcesInfo().filter((name) => !/Pipe|TTY|Req/.test(name)),
        loaded,
      }));`);
    expect(result).toEqual({ handlers: true, handles: [], loaded: [] });
  });
});
