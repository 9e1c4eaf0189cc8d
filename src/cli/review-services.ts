/** What the review needs from the rest of the house: exports, models, aligning anew. */
import { resolve } from 'node:path';
import type { StreamInput } from '../align/stream-input.js';
import type { Alignment, Embedder, Stream } from '../domain.js';
import { AppError, ExitCode } from '../errors.js';
import { writeOutputFile } from '../platform/output-files.js';
import type { ReviewStore } from '../platform/review-file.js';
import { tableFromReview } from '../review/from-table.js';
import { sentenceOf } from '../review/lookup.js';
import type { Review } from '../review/model.js';
import { checkRow, toSentence } from '../review/parts.js';
import { realignAround, type RealignedRow, type RealignRequest } from '../review/realign.js';
import { relabelParagraph } from '../review/relabel.js';
import type { ReviewServices } from '../tui/driver.js';
import { textLines } from '../tui/driver.js';
import type { CommandContext, ParsedArguments } from './command.js';

/** The services of a session, to be closed at its end. The model is loaded when first needed. */
export function reviewServices(
  context: Pick<CommandContext, 'cwd'>,
  args: Pick<ParsedArguments, 'text' | 'flag'>,
  store: ReviewStore,
): ReviewServices & { close(): Promise<void> } {
  let loading: Promise<Embedder> | null = null;
  const embedder = (): Promise<Embedder> => {
    loading ??= import('./load-model.js').then(({ loadModel }) => loadModel(args));
    return loading;
  };
  const align = async (request: RealignRequest) => alignRegion(request, await embedder());
  const operation = args.flag('checks') ? { check: checkRow } : {};
  return {
    store,
    exportTo: (path, review) => exportReview(resolve(context.cwd, path), review),
    explain: async (review, row) => explainRow(review, row),
    realign: (review, row) => realignAround(review, row, align, operation),
    async relabel(review, source, paragraph, language) {
      const { segmentText } = await import('../segment/segment-text.js');
      return relabelParagraph(review, source, paragraph, language, {
        split: segmentText,
        align,
        segmented: review.origin.segmented,
        operation,
      });
    },
    async close() {
      const loaded = await loading?.catch(() => null);
      await loaded?.close();
    },
  };
}

/** Writes an export in the format that the ending names; csv for an ending that names none. */
async function exportReview(path: string, review: Review): Promise<string> {
  const { writers, formatNames, formatOfFile } = await import('../write/formats.js');
  const format = formatOfFile(path);
  if (format === undefined) {
    throw new AppError('usage', `${path}: the ending names no format`, {
      exitCode: ExitCode.usage,
      hint: `end it in one of .${formatNames.join(', .')}`,
    });
  }
  await writeOutputFile(path, writers[format](tableFromReview(review)));
  return `exported ${review.rows.length} rows to ${path}`;
}

/** Aligns some sentences of every stream around fixed rows. */
async function alignRegion(request: RealignRequest, embedder: Embedder): Promise<RealignedRow[]> {
  const [{ alignStreams }, { groupAlignments }] = await Promise.all([
    import('../align/align-streams.js'),
    import('../align/groups.js'),
  ]);
  const { review, sentences, anchors } = request;
  const streams = review.streams.map((stream, index): Stream => {
    const own = (sentences[index] ?? []).map((id) => toSentence(review, sentenceOf(review, id)));
    return { ...stream, sentences: own };
  });
  const inputs: StreamInput[] = [];
  for (const stream of streams) {
    const texts = stream.sentences.map(({ text }) => text);
    inputs.push({ stream, embedding: await embedder.embed(texts, { pieces: true }) });
  }
  const places = sentences.map((ids) => new Map(ids.map((id, position) => [id, position])));
  const fixed = (stream: number, cells: readonly (readonly number[])[]) =>
    (cells[stream] ?? []).map((id) => places[stream]?.get(id) ?? -1);
  const alignments: Alignment[] = [];
  inputs.forEach((inputA, a) => {
    inputs.slice(a + 1).forEach((inputB, offset) => {
      const b = a + 1 + offset;
      const known = anchors
        .map((cells) => ({ a: fixed(a, cells), b: fixed(b, cells) }))
        .filter((anchor) => anchor.a.length + anchor.b.length > 0);
      const mode = review.alignments.find((own) => own.a === a && own.b === b)?.mode ?? 'auto';
      alignments.push({ a, b, ...alignStreams(inputA, inputB, { mode, anchors: known }) });
    });
  });
  return groupAlignments(streams, alignments).map((group) => ({
    ...group,
    cells: group.cells.map((cell, stream) =>
      cell.map((position) => sentences[stream]?.[position] ?? -1),
    ),
  }));
}

function explainRow(review: Review, id: number) {
  const row = review.rows.find((own) => own.id === id);
  return textLines(row === undefined ? [] : [`score ${row.score}`]);
}
