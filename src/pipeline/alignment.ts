/** The second half of the way: from sentences to a table. */
import { alignStreams } from '../align/align-streams.js';
import { badAnchor } from '../align/anchors.js';
import type { Anchor } from '../align/anchors.js';
import { groupAlignments } from '../align/groups.js';
import type { StreamInput } from '../align/stream-input.js';
import { checkGroup } from '../check/check-group.js';
import type { Diagnostic } from '../diagnostics.js';
import type {
  Alignment,
  Check,
  Embedder,
  Group,
  Mode,
  Row,
  Source,
  Stream,
  Table,
} from '../domain.js';
import { knowsLanguage } from '../embed/known-languages.js';
import type { SegmentationOptions } from './segmentation.js';
import { sourceStreams } from '../segment/streams.js';

/** Links between two sources that are known; sentence numbers, 1-based. */
export interface SourceAnchors {
  /** Index of the first source. */
  readonly a: number;
  /** Index of the second source. */
  readonly b: number;
  readonly links: readonly { readonly a: readonly number[]; readonly b: readonly number[] }[];
}

/** What a run is told besides its sources. */
export interface AlignOptions extends SegmentationOptions {
  readonly embedder: Embedder;
  /** `auto` (the default) decides for each pair of streams. */
  readonly mode?: 'auto' | Mode;
  /** Index of the source that rows follow; the first one by default. */
  readonly pivot?: number;
  readonly anchors?: readonly SourceAnchors[];
  /** Compare numbers, dates, names and negation inside each row; on by default. */
  readonly checks?: boolean;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
  /** Called with what is going on, for progress. */
  readonly onProgress?: (stage: string, done: number, total: number) => void;
  /** Aborting makes the run reject with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The streams that rows are made of. */
export interface StreamParts {
  readonly sources: readonly Source[];
  readonly streams: readonly Stream[];
}

/** What the checks of a table's rows are made from. */
export interface RowParts extends StreamParts {
  readonly groups: readonly Group[];
}

/** Whoever checks the rows of a run. */
export interface RowChecker {
  /** Told before aligning begins: what can be read of the texts may be read meanwhile. */
  readAhead(parts: StreamParts): void;
  /** The checks of every row, in the order of the rows. */
  check(parts: RowParts): Check[][] | Promise<Check[][]>;
}

/** Checks in this thread, when all rows are there. */
export const ownChecks: RowChecker = {
  readAhead: () => {},
  check: (parts) => parts.groups.map((group) => checkGroup(parts, group)),
};

/**
 * Aligns sources that are segmented, or are being segmented: every one's sentences are embedded as
 * soon as they are there. The same sources, options and model give the same table.
 *
 * @param checker makes the checks
 * @throws AppError `bad-anchor` (exit 65) for an anchor that names a missing sentence or one twice
 */
export async function alignSegmented(
  pending: readonly (Source | Promise<Source>)[],
  options: AlignOptions,
  checker: RowChecker = ownChecks,
): Promise<Table> {
  const { sources, streams, alignments } = await embedAndAlign(pending, options, checker);
  const pivot = streams.findIndex(({ source }) => source === (options.pivot ?? 0));
  const groups = groupAlignments(streams, alignments, pivot > 0 ? { pivot } : {});
  const checks = options.checks === false ? [] : await checker.check({ sources, streams, groups });
  const rows = groups.map((group, index): Row => ({
    ...group,
    status: 'unreviewed',
    checks: checks[index] ?? [],
    note: '',
  }));
  return { sources, streams, alignments, rows };
}

/** A function of its own, so that the vectors of long texts are gone before the checks begin. */
async function embedAndAlign(
  pending: readonly (Source | Promise<Source>)[],
  options: AlignOptions,
  checker: RowChecker,
): Promise<Omit<Table, 'rows'>> {
  const sources: Source[] = [];
  const embedded: StreamInput[] = [];
  for (const [index, source] of pending.entries()) {
    sources.push(await source);
    embedded.push(...(await embedStreams(await source, index, embedded, options)));
  }
  checkAnchors(sources, options.anchors ?? []);
  const streams = embedded.map(({ stream }) => stream);
  diagnose(sources, streams, options);
  if (options.checks !== false) checker.readAhead({ sources, streams });
  return { sources, streams, alignments: alignPairs(embedded, options) };
}

async function embedStreams(
  source: Source,
  index: number,
  before: readonly StreamInput[],
  { embedder, onProgress, signal, segmented = false, only }: AlignOptions,
): Promise<StreamInput[]> {
  const streams = sourceStreams(source, index, { segmented, ...(only && { only }) });
  const count = (sum: number, { sentences }: Stream): number => sum + sentences.length;
  let known = before.map(({ stream }) => stream).reduce(count, 0);
  const total = streams.reduce(count, known);
  const embedded: StreamInput[] = [];
  for (const stream of streams) {
    signal?.throwIfAborted();
    const embedding = await embedder.embed(
      stream.sentences.map(({ text }) => text),
      { pieces: true, onProgress: (done) => onProgress?.('embedding', known + done, total) },
    );
    known += stream.sentences.length;
    embedded.push({ stream, embedding });
  }
  return embedded;
}

/** Every stream with every other one: of another source, or of another language. */
function alignPairs(
  inputs: readonly StreamInput[],
  { mode = 'auto', anchors = [], onProgress, signal }: AlignOptions,
): Alignment[] {
  const total = (inputs.length * (inputs.length - 1)) / 2;
  const alignments: Alignment[] = [];
  inputs.forEach((a, indexA) => {
    inputs.slice(indexA + 1).forEach((b, offset) => {
      signal?.throwIfAborted();
      onProgress?.('aligning', alignments.length, total);
      const known = anchorsBetween(a.stream, b.stream, anchors);
      const found = alignStreams(a, b, { mode, ...(known.length > 0 && { anchors: known }) });
      alignments.push({ a: indexA, b: indexA + 1 + offset, ...found });
    });
  });
  return alignments;
}

/**
 * A sentence that is noise or in another language than its partner's passage may be named; one that is
 * not there is a mistake.
 */
function checkAnchors(sources: readonly Source[], anchors: readonly SourceAnchors[]): void {
  for (const { a, b, links } of anchors) {
    for (const link of links) {
      for (const [index, numbers] of [[a, link.a] as const, [b, link.b] as const]) {
        const source = sources[index];
        const count = source?.sentences.length ?? 0;
        const missing = numbers.find((number) => number > count);
        if (missing === undefined) continue;
        throw badAnchor(
          `an anchor names sentence ${missing} of ${source?.name ?? `source ${index + 1}`}, which has ${count}`,
        );
      }
    }
  }
}

/** Anchors are given by sentence numbers of sources; aligners know positions of streams. */
function anchorsBetween(a: Stream, b: Stream, anchors: readonly SourceAnchors[]): Anchor[] {
  if (anchors.length === 0) return [];
  const positionsIn = (stream: Stream): ((numbers: readonly number[]) => number[] | undefined) => {
    const positionOf = new Map(stream.sentences.map(({ number }, position) => [number, position]));
    return (numbers) => {
      const found = numbers.flatMap((number) => positionOf.get(number) ?? []);
      return found.length === numbers.length ? found : undefined;
    };
  };
  const positionsA = positionsIn(a);
  const positionsB = positionsIn(b);
  return anchors.flatMap((known) => {
    const turned = known.a === b.source && known.b === a.source && a.source !== b.source;
    if (!turned && !(known.a === a.source && known.b === b.source)) return [];
    return known.links.flatMap((link) => {
      const sideA = positionsA(turned ? link.b : link.a);
      const sideB = positionsB(turned ? link.a : link.b);
      return sideA && sideB ? [{ a: sideA, b: sideB }] : [];
    });
  });
}

/** Below this a paragraph's language may well be wrong. */
const uncertain = 0.5;

function diagnose(
  sources: readonly Source[],
  streams: readonly Stream[],
  { onDiagnostic, embedder }: AlignOptions,
): void {
  if (!onDiagnostic) return;
  sources.forEach(({ name, paragraphs, sentences }, index) => {
    const own = streams.filter(({ source }) => source === index);
    const taken = own.reduce((sum, stream) => sum + stream.sentences.length, 0);
    const noise = sentences.filter((sentence) => sentence.noise !== null).length;
    if (taken === 0) onDiagnostic({ code: 'nothing-to-align', source: name });
    else if (taken + noise < sentences.length)
      onDiagnostic({
        code: 'sentences-left-out',
        source: name,
        count: sentences.length - taken - noise,
      });
    // A guess that agrees with the rest of its source changes nothing when it is wrong.
    const [main] = own.toSorted((x, y) => y.sentences.length - x.sentences.length);
    const doubtful = paragraphs.filter(
      ({ confidence, noise: reason, language }) =>
        reason === null && confidence < uncertain && language !== main?.language,
    );
    if (doubtful.length > 0)
      onDiagnostic({
        code: 'language-uncertain',
        source: name,
        paragraphs: doubtful.map(({ number }) => number),
      });
    for (const { language } of own)
      if (!knowsLanguage(embedder.languages, language))
        onDiagnostic({
          code: 'language-unknown-to-model',
          source: name,
          language,
          model: embedder.id,
        });
  });
}
