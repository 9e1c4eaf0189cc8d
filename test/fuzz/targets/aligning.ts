/** From sentences to a table and out of it again: every sentence once, whatever is said and whatever the vectors. */
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { alignStreams } from '../../../src/align/align-streams.js';
import { groupAlignments } from '../../../src/align/groups.js';
import type { StreamInput } from '../../../src/align/input/stream-input.js';
import type { Alignment, Table } from '../../../src/domain.js';
import { renderTable } from '../../../src/cli/readable/render-table.js';
import { alignSources } from '../../../src/pipeline/align-sources.js';
import { parseVecalign } from '../../../src/score/vecalign-notation.js';
import { Checker } from '../../../src/check/checker.js';
import { describeCheck } from '../../../src/check/describe-check.js';
import { toStreams } from '../../../src/segment/streams.js';
import { tableText } from '../../../src/write/write-table.js';
import { reviewFromTable } from '../../../src/review/from-table.js';
import { parseReview } from '../../../src/review/file/parse-review.js';
import { letterModel } from '../../letter-model.js';
import { makeUpPair } from '../../align/made-up-texts.js';
import { seededRandom } from '../../seeded-random.js';
import { must, orLaterRefusal, orRefusal, type FuzzTarget } from '../harness.js';
import { texts } from '../made-up.js';
import { mustBeApart, readingErrors } from './reading.js';
import { reviewText } from '../../review/review-text.js';

/** Every number below `count` once. */
function mustBeAll(found: readonly number[], count: number, what: string): void {
  const seen = new Uint8Array(count);
  for (const position of found) {
    must(position >= 0 && position < count, () => `${what}: there is no sentence ${position}`);
    must(seen[position] === 0, () => `${what}: sentence ${position} is there twice`);
    seen[position] = 1;
  }
  must(found.length === count, () => `${what}: ${count - found.length} sentences are lost`);
}

/** Damages vectors as a broken model would. */
function spoil({ embedding }: StreamInput, seed: number, share: number): void {
  const random = seededRandom(seed);
  const { units, norms, count, dimension } = embedding.vectors;
  for (let row = 0; row < count; row++) {
    if (random() >= share) continue;
    const own = units.subarray(row * dimension, (row + 1) * dimension);
    const way = random();
    if (way < 0.5) {
      own.fill(0);
      norms[row] = 0;
    } else if (way < 0.8) own.set(units.subarray(0, dimension));
    else own.forEach((value, at) => (own[at] = -value));
  }
}

const vectors: FuzzTarget = {
  name: 'aligner',
  share: 3,
  property: (count) =>
    fc.property(
      fc.record({
        seed: fc.nat(),
        beads: fc.nat(60),
        noise: fc.double({ min: 0, max: 3, noNaN: true }),
        insertions: fc.double({ min: 0, max: 1, noNaN: true }),
        pieces: fc.boolean(),
        dimension: fc.constantFrom(1, 8, 32),
      }),
      fc.constantFrom('auto' as const, 'parallel' as const, 'comparable' as const),
      fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constantFrom(0.1, 0.5, 1)),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
      (options, mode, spoilt, links) => {
        const { a, b } = makeUpPair(options);
        spoil(a, options.seed, spoilt);
        spoil(b, options.seed + 1, spoilt);
        const [rows, columns] = [a.stream.sentences.length, b.stream.sentences.length];
        const anchors =
          rows * columns === 0 ? [] : links.map(([i, j]) => ({ a: [i % rows], b: [j % columns] }));
        const aligned = orRefusal(['bad-anchor'], () => alignStreams(a, b, { mode, anchors }));
        if (aligned === null) return;
        const { beads } = aligned;
        mustBeAll(
          beads.flatMap((bead) => bead.a),
          rows,
          'a',
        );
        mustBeAll(
          beads.flatMap((bead) => bead.b),
          columns,
          'b',
        );
        for (const { confidence, score } of beads) {
          must(confidence >= 0 && confidence <= 1, () => `confidence ${confidence}`);
          must(Math.abs(score) <= 1.001, () => `score ${score}`);
        }
        for (const anchor of anchors) {
          const kept = beads.some(
            (bead) =>
              bead.method === 'anchor' && bead.a[0] === anchor.a[0] && bead.b[0] === anchor.b[0],
          );
          must(kept, () => `the anchor ${JSON.stringify(anchor)} is gone`);
        }
        const again = alignStreams(a, b, { mode, anchors });
        must(isDeepStrictEqual(again, aligned), () => 'twice the same gives something else');
        // The other way round it need not be the same, but it must be whole.
        const turned = alignStreams(b, a, {
          mode,
          anchors: anchors.map((anchor) => ({ a: anchor.b, b: anchor.a })),
        });
        mustBeAll(
          turned.beads.flatMap((bead) => bead.a),
          columns,
          'b as a',
        );
        mustBeAll(
          turned.beads.flatMap((bead) => bead.b),
          rows,
          'a as b',
        );
        count('aligned', rows + columns);
      },
    ),
};

const groups: FuzzTarget = {
  name: 'rows',
  share: 1,
  property: (count) =>
    fc.property(fc.nat(), fc.integer({ min: 2, max: 5 }), fc.nat(30), (seed, streams, length) => {
      const random = seededRandom(seed);
      const own = Array.from({ length: streams }, (_, source) => {
        const { a } = makeUpPair({ beads: Math.floor(random() * length), seed: seed + source });
        return { ...a.stream, source };
      });
      const alignments: Alignment[] = [];
      own.forEach((a, first) =>
        own.slice(first + 1).forEach((b, offset) => {
          const left = [a, b].map(({ sentences }) => sentences.map((_, position) => position));
          const beads: Alignment['beads'][number][] = [];
          while (left.some((side) => side.length > 0)) {
            const [one = [], other = []] = left.map((side) => {
              const from = Math.floor(random() * random() * side.length);
              return side.splice(from, Math.floor(random() * 4));
            });
            if (one.length + other.length === 0) continue;
            beads.push({
              a: one,
              b: other,
              score: random(),
              confidence: random(),
              method: 'parallel',
              crossing: random() < 0.2,
            });
          }
          alignments.push({ a: first, b: first + 1 + offset, mode: 'parallel', reason: '', beads });
        }),
      );
      const pivot = Math.floor(random() * streams);
      const rows = groupAlignments(own, alignments, pivot > 0 ? { pivot } : {});
      own.forEach(({ sentences }, stream) =>
        mustBeAll(
          rows.flatMap(({ cells }) => cells[stream] ?? []),
          sentences.length,
          `${stream}`,
        ),
      );
      count('rows', rows.length);
    }),
};

/** What no terminal may get from a text. */
// eslint-disable-next-line no-control-regex
const forbidden =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What a spreadsheet would run. */
const formula = /^[=+\-@\t\r\n]/;

async function mustBeWritten(table: Table, delimiter: string): Promise<void> {
  for (const format of ['csv', 'tsv', 'json', 'jsonl'] as const) {
    const text = await tableText(table, format, format === 'csv' ? { delimiter } : {});
    if (format === 'json') JSON.parse(text);
    if (format === 'jsonl') for (const line of text.trimEnd().split('\n')) JSON.parse(line);
  }
  const written = await tableText(table, 'csv', { delimiter });
  const records: Record<string, string>[] = parse(written, {
    columns: true,
    delimiter,
    relax_quotes: false,
  });
  // A sentence that stands in several rows, noise included, or in none would change these counts.
  table.sources.forEach(({ sentences, text }, source) => {
    // Sources in several languages have several columns.
    const cells = records.flatMap((record) =>
      [...'abcdefghijklmnopqrstuvwxyz']
        .filter((letter) => record[`${letter}_source`] === `${source}.txt`)
        .map((letter) => {
          const field = (name: string) => record[`${letter}_${name}`] ?? '';
          return {
            text: field('text'),
            sentences: numbersOf(field('sentences')),
            starts: offsetsOf(field('start')),
            ends: offsetsOf(field('end')),
          };
        }),
    );
    const numbers = cells.flatMap((cell) => cell.sentences);
    mustBeAll(
      numbers.map((number) => number - 1),
      sentences.length,
      `csv, ${source}`,
    );
    for (const { text: written, starts, ends } of cells) {
      if (starts.length !== 1) continue;
      const [start = 0] = starts;
      const [end = 0] = ends;
      // Half a character is written as U+FFFD.
      const flat = (value: string) => Buffer.from(value.replace(/[\s\u0085]+/g, '')).toString();
      must(
        flat(written) === flat(text.slice(start, end)),
        () => `csv, ${source}: the text is not what stands at ${start} to ${end}`,
      );
    }
  });
  const guarded = await tableText(table, 'csv', { delimiter, spreadsheetSafe: true });
  const rows: string[][] = parse(guarded, { delimiter });
  for (const cell of rows.slice(1).flat()) {
    must(
      !formula.test(cell) || /^-?[\d.]+$/.test(cell),
      () => `a spreadsheet runs ${JSON.stringify(cell)}`,
    );
  }
  if (table.sources.length === 2 && table.streams.length === 2) {
    const beads = parseVecalign('x', await tableText(table, 'vecalign'));
    const [a, b] = table.sources.map(({ sentences }) => sentences.length);
    mustBeAll(
      beads.flatMap((bead) => bead.a),
      a ?? 0,
      'vecalign, a',
    );
    mustBeAll(
      beads.flatMap((bead) => bead.b),
      b ?? 0,
      'vecalign, b',
    );
  }
  for (const line of renderTable(table, { columns: 80, color: false })) {
    must(!forbidden.test(line), () => `a terminal gets ${JSON.stringify(line)}`);
  }
}

const offsetsOf = (list: string): number[] =>
  list
    .split(';')
    .filter((part) => part !== '')
    .map(Number);

function numbersOf(ranges: string): number[] {
  return ranges
    .split(';')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
}

const wholeRuns: FuzzTarget = {
  name: 'whole-runs',
  share: 3,
  property: (count) =>
    fc.asyncProperty(
      fc.array(texts(30), { minLength: 2, maxLength: 3 }),
      fc.constantFrom('auto' as const, 'parallel' as const, 'comparable' as const),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(',', ';', '\t', '|'),
      async (given, mode, segmented, keepNoise, delimiter) => {
        const inputs = given.map((text, index) => ({ name: `${index}.txt`, text }));
        const table = await orLaterRefusal(readingErrors, () =>
          alignSources(inputs, { embedder: letterModel, mode, segmented, keepNoise }),
        );
        if (table === null) return;
        table.streams.forEach(({ sentences, source }, stream) => {
          mustBeAll(
            table.rows.flatMap(({ cells }) => cells[stream] ?? []),
            sentences.length,
            `stream ${stream}`,
          );
          const { text = '' } = table.sources[source] ?? {};
          for (const own of sentences) {
            must(own.text === text.slice(own.start, own.end), () => `${own.number} is no slice`);
          }
          mustBeApart(sentences, text.length, 'sentence');
          count('sentences', sentences.length);
        });
        await mustBeWritten(table, delimiter);
        const review = reviewFromTable(table, { model: null, segmented });
        const opened = parseReview('x', reviewText(review));
        must(isDeepStrictEqual(opened, review), () => 'what was saved opens as something else');
      },
    ),
};

const checks: FuzzTarget = {
  name: 'checks',
  share: 2,
  property: (count) =>
    fc.asyncProperty(texts(24), texts(24), async (one, other) => {
      const table = await orLaterRefusal(readingErrors, () =>
        alignSources(
          [one, other].map((text, index) => ({ name: `${index}.txt`, text })),
          { embedder: letterModel, checks: false, mode: 'parallel' },
        ),
      );
      if (table === null) return;
      const streams = toStreams(table.sources);
      const checker = new Checker(streams, table.rows);
      for (const row of table.rows) {
        for (const check of checker.check(row)) {
          for (const { stream, spans, values } of [check.a, check.b]) {
            const source = table.sources[streams[stream]?.source ?? -1];
            const inside = (row.cells[stream] ?? []).map((at) => streams[stream]?.sentences[at]);
            must(spans.length <= values.length || values.length === 0, () => 'spans of no values');
            for (const { start, end } of spans) {
              must(
                start <= end && end <= (source?.text.length ?? 0),
                () => `${check.code} at [${start}, ${end}) is outside the text`,
              );
              must(
                inside.some((own) => own !== undefined && own.start <= start && end <= own.end),
                () => `${check.code} at [${start}, ${end}) is outside the row`,
              );
            }
          }
          describeCheck(check, (stream) => `stream ${stream}`);
          count('checks');
        }
        count('rows');
      }
    }),
};

/** From sentences to what is written. */
export const aligningTargets: readonly FuzzTarget[] = [vectors, groups, wholeRuns, checks];
