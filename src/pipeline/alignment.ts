/** The second half of the pipeline: from sentences to a table. */
import { groupAlignments } from '../align/groups.js';
import type { Embedding, Row, Source, Stream, Table } from '../domain.js';
import { chapterMark, markChapters } from '../segment/chapters.js';
import { LentNumbers } from '../number-memory.js';
import { sourceStreams } from '../segment/streams.js';
import type { AlignOptions } from './align-options.js';
import { releaseMemory } from '../platform/memory/release-memory.js';
import { alignPairs } from './align-pairs.js';
import { carryOutTasks, type CarryOutTasks } from './align-tasks.js';
import { diagnose } from './diagnose.js';
import { canWait } from './embedding/can-wait.js';
import { embedStream } from './embedding/embed-source.js';
import type { CompareElsewhere } from './excerpts/compare-parts.js';
import type { EmbeddedStream } from './excerpts/find-excerpts.js';
import { isAlignedWhole } from './prepare-pairs.js';
import { ownChecks, type CheckRows, type RowChecker } from './row-checker.js';
import {
  anchorsOfLines,
  anchorsOfPassages,
  checkAnchors,
  joinAnchors,
  type PassageLinks,
  type SourceAnchors,
} from './references/source-anchors.js';
import { anchorsOfTexts } from './references/text-anchors.js';
import { resolvePivot, type NamedSource } from './references/source-references.js';

/** The sources of a run, read, and segmented or being segmented. */
export interface ReadSources {
  /** One entry per source: how options name it. */
  readonly named: readonly NamedSource[];
  /** Characters of every source. */
  readonly lengths: readonly number[];
  /** Which passages belong together according to the files. */
  readonly links: readonly PassageLinks[];
  readonly sources: readonly (Source | Promise<Source>)[];
  /**
   * The vectors of the streams of each source, where they are made elsewhere; null for a stream, or for all of a source,
   * that is to be embedded here.
   */
  readonly embeddings?: readonly Promise<readonly (Embedding | null)[] | null>[];
  /** Compares parts of a long text with short ones at the same time as this thread. */
  readonly compareElsewhere?: CompareElsewhere;
}

/** What the options say about sources, by index. */
export interface ResolvedReferences {
  readonly pivot: number;
  readonly anchors: readonly SourceAnchors[];
}

const noChecks: Row['checks'] = [];

/** Of so many sentences, all together, what is not needed any more is half a gigabyte: it makes room for what follows. */
const veryLong = 400_000;

type ResolvedOptions = Omit<AlignOptions, 'pivot' | 'anchors'> & ResolvedReferences;

/**
 * Which sources the pivot and the anchors mean, now that all are read; anything already resolved is
 * kept. Throws AppError `usage` for a missing pivot and `bad-anchor` for a missing source.
 */
export function resolveReferences(
  { pivot, anchors = [] }: Pick<AlignOptions, 'pivot' | 'anchors'>,
  named: readonly NamedSource[],
): ResolvedReferences {
  return {
    pivot: resolvePivot(pivot, named) ?? 0,
    anchors: 'lines' in anchors ? anchorsOfLines(anchors, named.length) : anchors,
  };
}

/**
 * Aligns sources that are segmented or being segmented: the sentences of each are embedded as soon as
 * they are available. The same sources, options and model give the same table.
 *
 * @param checker makes the checks
 * @param carryOut does pieces of aligning work, in several threads or in this one
 * @throws AppError `usage` (exit 2) for a missing pivot, `bad-anchor` (exit 65) for an
 *   anchor that names a missing source, a missing sentence or one twice
 */
export async function alignSegmented(
  read: ReadSources,
  given: AlignOptions,
  checker: RowChecker = ownChecks,
  carryOut: CarryOutTasks = carryOutTasks,
): Promise<Table> {
  const options = { ...given, ...resolveReferences(given, read.named) };
  const { sources, streams, alignments, check } = await embedAndAlign(
    read,
    options,
    checker,
    carryOut,
  );
  if (streams.reduce((sum, { sentences: own }) => sum + own.length, 0) >= veryLong) releaseMemory();
  const pivot = streams.findIndex(({ source }) => source === options.pivot);
  const groups = groupAlignments(streams, alignments, {
    ...(pivot > 0 && { pivot }),
    maxBead: options.maxBead,
  });
  const checks = (await check?.(groups)) ?? [];
  // Field by field: copying the group first makes rows of long texts take several times the memory.
  const rows = groups.map(({ cells, score, confidence, method, crossing }, index): Row => ({
    cells,
    score,
    confidence,
    method,
    crossing,
    status: 'unreviewed',
    checks: checks[index] ?? noChecks,
    note: '',
  }));
  return { sources, streams, alignments, rows };
}

/** A separate function, so that the vectors of long texts are freed before the checks begin. */
async function embedAndAlign(
  { sources: pending, lengths, links, embeddings = [], compareElsewhere }: ReadSources,
  options: ResolvedOptions,
  checker: RowChecker,
  carryOut: CarryOutTasks,
): Promise<Omit<Table, 'rows'> & { readonly check: CheckRows | undefined }> {
  const sources: Source[] = [];
  const known: EmbeddedStream[] = [];
  const embed = streamEmbedder(options);
  for (const [index, source] of pending.entries()) {
    sources.push(await source);
    const own = streamsOf(await source, index, options);
    const made = (await embeddings[index]) ?? [];
    const given = own.map((stream, at) => ({
      stream,
      embedding: made[at] ?? null,
      compareElsewhere,
    }));
    embed.count(given);
    known.push(...(await embed.missing(given, ({ stream }) => !canWait(stream, lengths))));
  }
  const found = anchorsOfPassages(sources, links);
  const stated = joinAnchors(options.anchors, textAnchors(sources, options));
  const anchors = joinAnchors(stated, found);
  checkAnchors(sources, anchors);
  const streams = known.map(({ stream }) => stream);
  diagnose(sources, streams, options);
  const check =
    options.checks === false ? undefined : checker.begin({ sources, streams }, options.glossary);
  const all = { anchors, found };
  const embedded = await embed.missing(known, (_, index) => isAlignedWhole(index, streams, all));
  const alignments = await alignPairs(embedded, all, options, carryOut);
  embed.forget();
  return { sources, streams, alignments, check };
}

/** Anchors of texts that are known, and a word on how many of them stand in the sources. */
function textAnchors(
  sources: readonly Source[],
  { anchorTexts, onDiagnostic }: ResolvedOptions,
): readonly SourceAnchors[] {
  if (anchorTexts === undefined) return [];
  const { anchors, found } = anchorsOfTexts(sources, anchorTexts);
  const { name, pairs } = anchorTexts;
  onDiagnostic?.({ code: 'anchors-found', source: name, found, total: pairs.length });
  return anchors;
}

/** The streams of a source. */
function streamsOf(
  source: Source,
  index: number,
  { segmented = false, only, boundary }: ResolvedOptions,
): Stream[] {
  const isMarked = boundary === undefined ? undefined : chapterMark(boundary, '--boundary');
  return sourceStreams(source, index, { segmented, ...(only && { only }) }).map((stream) =>
    markChapters(stream, source, isMarked),
  );
}

/** Embeds streams, and reports the number of sentences embedded so far. */
function streamEmbedder({ embedder, onProgress, signal }: ResolvedOptions) {
  let before = 0;
  const memory = new LentNumbers();
  const sum = (streams: readonly EmbeddedStream[]): number =>
    streams.reduce((count, { stream }) => count + stream.sentences.length, 0);
  return {
    /** Counts those that have vectors as embedded. */
    count(streams: readonly EmbeddedStream[]): void {
      const added = sum(streams.filter(({ embedding }) => embedding !== null));
      before += added;
      if (added > 0) onProgress?.('embedding', before, before);
    },
    /** Embeds those that have no vectors and are wanted. */
    async missing(
      streams: readonly EmbeddedStream[],
      isWanted: (own: EmbeddedStream, index: number) => boolean,
    ): Promise<EmbeddedStream[]> {
      const wanted = streams.map((own, at) => own.embedding === null && isWanted(own, at));
      const total = before + sum(streams.filter((_, at) => wanted[at]));
      const done: EmbeddedStream[] = [];
      for (const [at, own] of streams.entries()) {
        signal?.throwIfAborted();
        done.push(own);
        if (!wanted[at]) continue;
        const known = before;
        const embedding = await embedStream(embedder, own.stream, {
          memory,
          onProgress: (now) => onProgress?.('embedding', known + now, total),
        });
        before += own.stream.sentences.length;
        done[at] = { ...own, embedding };
        if (own.stream.sentences.length >= veryLong / 2) releaseMemory();
      }
      return done;
    },
    /** Lets the memory of the vectors be used again, once nobody looks at them any more. */
    forget(): void {
      memory.giveBack();
    },
  };
}
