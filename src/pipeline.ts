/**
 * The way through the house: bytes in, table out. Each step is a stage of its own folder; this file
 * only calls them in order, and is the only one that does.
 */
import { alignStreams } from './align/align-streams.js';
import type { Anchor } from './align/anchors.js';
import { groupAlignments } from './align/groups.js';
import type { StreamInput } from './align/stream-input.js';
import { checkGroup } from './check/check-group.js';
import type { Diagnostic } from './diagnostics.js';
import type { Alignment, Embedder, Mode, Row, Source, Stream, Table } from './domain.js';
import { knowsLanguage } from './embed/known-languages.js';
import { detectLanguages } from './language/detect-languages.js';
import { readSource } from './read/read-source.js';
import { segmentSource } from './segment/segment-source.js';
import { toStreams } from './segment/streams.js';

/** A source as it came from disk or from memory. */
export interface SourceInput {
  /** Unique in a run; what outputs call the source. A name ending in `.md` is read as Markdown. */
  readonly name: string;
  /** The file's bytes, in any encoding that is recognised or named. */
  readonly bytes: Uint8Array;
}

/** A source whose text is known already. */
export interface TextInput {
  readonly name: string;
  readonly text: string;
}

/** How sources are read and segmented. */
export interface SegmentationOptions {
  /** One sentence a line already: never split, merged or marked as noise. */
  readonly segmented?: boolean;
  /** BCP-47 tag per source, undefined where it is to be detected. */
  readonly languages?: readonly (string | undefined)[];
  /** Candidates of language detection. */
  readonly only?: readonly string[];
  /** For sources whose encoding is not recognised. */
  readonly encoding?: string;
  /** Align noise too. */
  readonly keepNoise?: boolean;
}

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

/**
 * Aligns sources sentence by sentence. The same sources, options and model give the same table.
 * Throws AppError for sources that can't be read; what merely looks doubtful goes to `onDiagnostic`.
 */
export async function alignSources(
  inputs: readonly (SourceInput | TextInput)[],
  options: AlignOptions,
): Promise<Table> {
  const sources = inputs.map((input, index) =>
    segment(input, { ...options, language: options.languages?.[index] }),
  );
  const streams = toStreams(sources, streamOptions(options));
  diagnose(sources, streams, options);
  const embedded = await embedStreams(streams, options);
  const alignments = alignPairs(embedded, options);
  const pivot = streams.findIndex(({ source }) => source === (options.pivot ?? 0));
  const groups = groupAlignments(streams, alignments, pivot > 0 ? { pivot } : {});
  const parts = { sources, streams, groups };
  const rows = groups.map((group): Row => {
    const checks = options.checks === false ? [] : checkGroup(parts, group);
    return { ...group, status: 'unreviewed', checks, note: '' };
  });
  return { sources, streams, alignments, rows };
}

/**
 * One source from bytes or text to sentences: read, languages detected, split. Throws AppError for
 * a source that can't be read (empty, binary, not decodable).
 */
export function segment(
  input: SourceInput | TextInput,
  options: Omit<SegmentationOptions, 'languages'> & {
    /** BCP-47 tag of the whole source; detected paragraph by paragraph without it. */
    readonly language?: string | undefined;
  } = {},
): Source {
  const { segmented = false, keepNoise = false, encoding, only, language } = options;
  const known = 'text' in input;
  const bytes = known ? new TextEncoder().encode(input.text) : input.bytes;
  const read = readSource(input.name, bytes, {
    segmented,
    ...(known ? { encoding: 'utf-8' } : encoding !== undefined && { encoding }),
  });
  const paragraphs = detectLanguages(read, {
    ...(language && { language }),
    ...(only && { only }),
  });
  const sentences = segmentSource(read, paragraphs, { segmented, keepNoise });
  return { name: read.name, text: read.text, paragraphs, sentences };
}

function streamOptions({ segmented = false, only }: SegmentationOptions): object {
  return { segmented, ...(only && { only }) };
}

async function embedStreams(
  streams: readonly Stream[],
  { embedder, onProgress, signal }: AlignOptions,
): Promise<StreamInput[]> {
  const total = streams.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const embedded: StreamInput[] = [];
  let before = 0;
  for (const stream of streams) {
    signal?.throwIfAborted();
    const embedding = await embedder.embed(
      stream.sentences.map(({ text }) => text),
      { pieces: true, onProgress: (done) => onProgress?.('embedding', before + done, total) },
    );
    before += stream.sentences.length;
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
