import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, paralign, root, scratch, seed } from './program.js';

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

  test('aligns files, explains a row and runs a batch, as the program does', async () => {
    const folder = scratch();
    writeFileSync(
      join(folder, 'jobs.csv'),
      `id,source_a,source_b\nx,${seed(0)},${seed(1)}\ny,${seed(0)},nope\n`,
    );
    const result = run(`
      import { alignFiles, explainFiles, explanationLines, readJobs, runBatch, tableText } from 'paralign';
      const paths = ${JSON.stringify([seed(0), seed(1)])};
      const table = await alignFiles(paths, { pivot: { source: 'A', where: 'pivot' } });
      const { record, pairs } = await explainFiles(paths, 3);
      const cwd = ${JSON.stringify(folder)};
      const { jobs } = await readJobs(['jobs.csv'], { cwd });
      const heard = [];
      const { summary } = await runBatch(jobs, {
        folder: 'out', cwd, lanes: 2, onResult: ({ id }, result) => { heard.push(id + ' ' + result?.status); },
      });
      console.log(JSON.stringify({
        csv: await tableText(table, 'csv'),
        id: record.id,
        lines: pairs.flatMap(({ streams, explanation }) => explanationLines(streams, explanation)),
        summary,
        heard,
      }));`);
    const program = await paralign(['align', seed(0), seed(1)]);
    const csv = readFileSync(join(folder, 'out/x.csv'), 'utf8');
    expect(csv).toBe(program.out);
    expect(result).toMatchObject({
      csv,
      id: 3,
      summary: { jobs: 2, done: 1, failed: 1 },
      heard: ['x done', 'y failed'],
    });
    expect((result as { lines: string[] }).lines[0]).toMatch(/^Score [+-]/);
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
