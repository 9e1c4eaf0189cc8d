/** From the files of several sides to the documents that say the same thing. */
import { basename, join } from 'node:path';
import { AppError } from '../../errors.js';
import type { Diagnostic } from '../../diagnostics.js';
import type { MatchKind, MatchReason, Sentence, SharedPassage } from '../../domain.js';
import type { Partners } from '../../match/assign.js';
import { matchSides } from '../../match/match-sides.js';
import type { MatchSide } from '../../match/documents/side.js';
import { TermIndex, writtenTerms } from '../../match/documents/terms.js';
import { directories } from '../../platform/directories.js';
import { DocumentCache } from '../../platform/document-cache.js';
import { version } from '../../platform/version.js';
import { loadChosenModel, type ModelChoice } from '../chosen-model.js';
import type { FileReadingSettings } from '../files/file-settings.js';
import { segmentFiles } from '../files/segment-files.js';
import { loadSplitting } from '../files/load-splitting.js';
import { resolveLanguages } from '../references/source-references.js';
import { surroundings } from '../files/surroundings.js';
import { loadInputs } from '../load-files.js';
import { nameKeys } from './name-keys.js';
import { groupPairs, type SidePair } from './document-groups.js';
import { packDocument, unpackDocument } from './packed-document.js';
import { prepareDocuments, sentencesOf, type PreparedDocument } from './prepare-document.js';

/** A file that may have a partner. */
export interface DocumentFile {
  /** As messages show it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** Documents, none of which is the partner of another of the same side. */
export type DocumentSide = readonly DocumentFile[];

/** Two or more documents that say the same thing. */
export interface DocumentMatch extends MatchReason {
  readonly documents: readonly DocumentFile[];
  readonly languages: readonly string[];
  /** Probability that they belong together: of the least likely of the links that join them. */
  readonly score: number;
  readonly kind: MatchKind;
  /** For each document, the share of its text that has a counterpart in the document before it, or for the first in the second. */
  readonly coverage: readonly number[];
}

/** What matching found. */
export interface MatchedDocuments {
  readonly matches: readonly DocumentMatch[];
  readonly unmatched: readonly DocumentFile[];
  /** Documents that can't be read, with the reason. */
  readonly failed: readonly { readonly file: DocumentFile; readonly error: AppError }[];
}

export interface MatchDocumentsOptions {
  readonly settings: FileReadingSettings;
  readonly model: ModelChoice;
  /** What the settings call each side when they name its language, besides its letter and number. */
  readonly sideNames?: readonly string[];
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly partners: Partners;
  /** Lowest probability of a pair; by default what keeps the false ones at one in a hundred. */
  readonly least?: number;
  /** Whether what the documents of each match share is told, however many they are; see `mostExplained`. */
  readonly explain: boolean;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
  /** Called with a stage, and how much of it is done. */
  readonly onProgress?: (stage: 'read' | 'compare', done: number, total: number) => void;
}

/** Rows of all documents of one side; longer documents are compared in blocks of sentences. */
const mostRows = 320_000;
const leastBlocks = 8;
const mostBlocks = 200;
/** Sentences that are embedded together. */
const batchSize = 4000;
/** Up to this many documents, what the documents of a match share is told without being asked for. */
export const mostExplained = 5000;
/** Passages, and terms, that a match is explained with. */
const reasons = 3;
const sharedTerms = 6;
/** Of so many of the rarest, names and numbers are told first. */
const rarestTerms = 12;
/** Longer passages are cut. */
const longestPassage = 200;
/** Share of the smaller coverage below which a match is partial. */
const partialBelow = 0.5;

interface ReadDocument extends PreparedDocument {
  readonly file: DocumentFile;
  readonly terms: Int32Array;
}

/**
 * Finds the documents that belong together. With one side, its documents are compared with each other: those of different
 * languages, or all if they are in one language.
 *
 * @throws AppError as `loadChosenModel`; `no-input` if fewer than two documents can be read
 */
export async function matchDocuments(
  sides: readonly DocumentSide[],
  options: MatchDocumentsOptions,
): Promise<MatchedDocuments> {
  const failed: { file: DocumentFile; error: AppError }[] = [];
  const index = new TermIndex();
  const read = await readSides(sides, index, options, failed);
  const compared = sidesToCompare(read);
  if (compared.reduce((sum, own) => sum + own.length, 0) < 2)
    throw (
      failed[0]?.error ??
      new AppError('no-input', 'there are fewer than two documents to match', {
        hint: 'name two folders, or one with several documents',
      })
    );
  const matches = compare(compared, index, options, explains(sides, options));
  const taken = new Set(matches.flatMap(({ documents }) => documents));
  return {
    matches,
    unmatched: sides
      .flat()
      .filter((file) => !taken.has(file) && !failed.some((other) => other.file === file)),
    failed,
  };
}

async function readSides(
  sides: readonly DocumentSide[],
  index: TermIndex,
  options: MatchDocumentsOptions,
  failed: { file: DocumentFile; error: AppError }[],
): Promise<ReadDocument[][]> {
  const { signal, model, onProgress = () => {} } = options;
  const settings = await loadSplitting(options.settings, options.cwd);
  const loading = loadChosenModel(model);
  loading.catch(() => {});
  const total = sides.reduce((sum, side) => sum + side.length, 0);
  const isExplained = explains(sides, options);
  let done = 0;
  const embedder = await loading;
  const around = surroundings(options);
  const cache = model.cache
    ? await DocumentCache.open(
        join(directories().cache, 'documents'),
        JSON.stringify([version, embedder.id, settings]),
      )
    : null;
  try {
    const result: ReadDocument[][] = [];
    const languages = resolveLanguages(
      settings.languages,
      sides.map((_, at) => ({ name: options.sideNames?.[at] ?? '' })),
    );
    for (const [at, side] of sides.entries()) {
      const language = languages[at];
      const { languages: _languages, ...reading } = settings;
      const own: (ReadDocument | undefined)[] = side.map(() => undefined);
      const blocks = Math.max(
        leastBlocks,
        Math.min(mostBlocks, Math.floor(mostRows / Math.max(1, side.length))),
      );
      const put = (place: number, file: DocumentFile, document: PreparedDocument): void => {
        const terms = index.add(document.texts);
        // Texts are kept only if the matches are to be explained: a web crawl does not fit in memory.
        own[place] = { ...document, ...(!isExplained && { texts: [] }), file, terms };
      };
      let waiting: Waiting[] = [];
      let size = 0;
      const embed = async (): Promise<void> => {
        const unknown = waiting.filter(({ known }) => known === undefined);
        const prepared = await prepareDocuments(
          unknown.map(({ sentences }) => sentences),
          embedder,
          blocks,
        );
        // In the order of the side, so that terms have the same numbers whatever was in the cache.
        for (const { place, file, key, known } of waiting) {
          const document = known ?? prepared.shift();
          if (document === undefined) continue;
          put(place, file, document);
          if (known === undefined) cache?.add(key, packDocument(document));
        }
        waiting = [];
        size = 0;
      };
      for (const [place, file] of side.entries()) {
        signal.throwIfAborted();
        try {
          const [input] = await loadInputs(around, [file.path]);
          const key = DocumentCache.keyOf(
            `${blocks} ${language ?? ''} ${basename(file.path)}`,
            input?.bytes ?? new Uint8Array(),
          );
          const data = cache?.read(key);
          const known = data && unpackDocument(data);
          if (known !== undefined) {
            waiting.push({ place, file, key, sentences: [], known });
            size += known.lengths.length;
          } else {
            const sources = await segmentFiles([file.path], {
              ...reading,
              ...(language !== undefined && {
                languages: {
                  bySource: [{ source: 0, language }],
                  inOrder: [],
                  where: settings.languages?.where ?? '',
                },
              }),
              cwd: options.cwd,
              signal,
            });
            const sentences = sentencesOf(sources);
            waiting.push({ place, file, key, sentences });
            size += sentences.length;
          }
        } catch (error) {
          if (!(error instanceof AppError) || signal.aborted) throw error;
          failed.push({ file, error });
        }
        if (size >= batchSize) await embed();
        onProgress('read', ++done, total);
      }
      await embed();
      result.push(own.flatMap((document) => document ?? []));
    }
    return result;
  } finally {
    cache?.close();
    await embedder.close();
  }
}

function explains(
  sides: readonly (readonly unknown[])[],
  { explain }: MatchDocumentsOptions,
): boolean {
  return explain || sides.reduce((sum, side) => sum + side.length, 0) <= mostExplained;
}

interface Waiting {
  /** Position on its side. */
  readonly place: number;
  readonly file: DocumentFile;
  /** In the cache. */
  readonly key: string;
  readonly sentences: readonly Sentence[];
  /** From the cache. */
  readonly known?: PreparedDocument;
}

/** Up to this share of a folder may be in other languages, and it still counts as one in a single language. */
const strayShare = 1 / 8;

/**
 * One side in several languages falls into a side per language. Some few documents in another language than all others
 * do not make it one: short texts are taken for those of a related language now and then, and the others would
 * not be compared with each other any more.
 */
function sidesToCompare(read: readonly ReadDocument[][]): ReadDocument[][] {
  const [first = [], second] = read;
  if (second !== undefined) return [...read];
  const byLanguage = new Map<string, ReadDocument[]>();
  for (const document of first) {
    const own = byLanguage.get(document.language);
    if (own === undefined) byLanguage.set(document.language, [document]);
    else own.push(document);
  }
  const largest = Math.max(0, ...[...byLanguage.values()].map((own) => own.length));
  const strays = first.length - largest;
  if (largest > 1 && strays <= Math.max(1, first.length * strayShare)) return [first];
  return [...byLanguage.values()];
}

interface Found extends SidePair {
  readonly coverageA: number;
  readonly coverageB: number;
  readonly passages: readonly SharedPassage[];
  readonly terms: readonly string[];
}

function compare(
  sides: readonly ReadDocument[][],
  index: TermIndex,
  options: MatchDocumentsOptions,
  isExplained: boolean,
): DocumentMatch[] {
  const { partners, least, onProgress = () => {} } = options;
  const packed = sides.map(toSide);
  const [only] = packed;
  const within = packed.length === 1;
  const couples: (readonly [number, number])[] = within
    ? [[0, 0]]
    : packed.flatMap((_, x) => packed.slice(x + 1).map((_side, y) => [x, x + 1 + y] as const));
  const found: Found[] = [];
  for (const [at, [x, y]] of couples.entries()) {
    const a = packed[x] ?? only;
    const b = packed[y] ?? only;
    if (a === undefined || b === undefined || a.count === 0 || b.count === 0) continue;
    const pairs = matchSides(a, b, {
      termCount: index.size,
      partners,
      ...(least !== undefined && { least }),
      within,
      explain: isExplained ? rarestTerms : 0,
      onProgress: (share) => onProgress('compare', at + share, couples.length),
    });
    for (const pair of pairs) {
      const [textsA, textsB] = [sides[x]?.[pair.a]?.texts ?? [], sides[y]?.[pair.b]?.texts ?? []];
      found.push({
        sides: [x, y],
        a: pair.a,
        b: pair.b,
        probability: pair.probability,
        coverageA: pair.coverageA,
        coverageB: pair.coverageB,
        passages: pair.links
          .slice(0, reasons)
          .sort((one, other) => one.a - other.a)
          .map((link) => ({
            a: shortened(textsA[link.a] ?? ''),
            b: shortened(textsB[link.b] ?? ''),
          })),
        terms: tellingTerms(
          writtenTerms(
            pair.terms.map((term) => index.text(term)),
            textsA,
            textsB,
          ),
        ),
      });
    }
  }
  const groups =
    packed.length > 2 && partners === 'one'
      ? groupPairs(found, packed.length).map(({ members, pairs }) => ({
          members: members.flatMap((position, side) =>
            position === undefined ? [] : [{ side, position }],
          ),
          pairs,
        }))
      : found.map((pair) => ({
          members: [
            { side: pair.sides[0], position: pair.a },
            { side: pair.sides[1], position: pair.b },
          ],
          pairs: [pair],
        }));
  return groups.map(({ members, pairs: own }) => {
    const documents = members.flatMap(({ side, position }) => sides[side]?.[position] ?? []);
    const coverage = members.map(({ side, position }) =>
      Math.max(
        ...own.map((pair) =>
          pair.sides[0] === side && pair.a === position
            ? pair.coverageA
            : pair.sides[1] === side && pair.b === position
              ? pair.coverageB
              : 0,
        ),
      ),
    );
    const [best] = own;
    return {
      documents: documents.map(({ file }) => file),
      languages: documents.map(({ language }) => language),
      score: Math.min(...own.map(({ probability }) => probability)),
      kind: kindOf(documents, coverage),
      coverage,
      passages: best?.passages ?? [],
      terms: best?.terms ?? [],
    };
  });
}

/** Names and numbers before other words: words of a small collection are rare by chance. */
function tellingTerms(terms: readonly string[]): string[] {
  const isTelling = (term: string): boolean => /^[\p{Lu}\p{Nd}]/u.test(term);
  return [...terms.filter(isTelling), ...terms.filter((term) => !isTelling(term))].slice(
    0,
    sharedTerms,
  );
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > longestPassage
    ? `${letters.slice(0, longestPassage).join('').trimEnd()}…`
    : text;
}

function kindOf(documents: readonly ReadDocument[], coverage: readonly number[]): MatchKind {
  if (Math.min(...coverage) < partialBelow) return 'partial';
  const languages = new Set(documents.map(({ language }) => language));
  return languages.size > 1 ? 'translation' : 'rewrite';
}

function toSide(documents: readonly ReadDocument[]): MatchSide {
  const offsets = new Int32Array(documents.length + 1);
  documents.forEach(({ lengths }, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + lengths.length;
  });
  const lengths = new Float32Array(offsets[documents.length] ?? 0);
  documents.forEach((document, at) => lengths.set(document.lengths, offsets[at] ?? 0));
  const some = documents.find((document) => document.lengths.length > 0);
  return {
    count: documents.length,
    offsets,
    dimension: some === undefined ? 0 : some.rows.length / some.lengths.length,
    rows: documents.map(({ rows }) => rows),
    lengths,
    terms: documents.map(({ terms }) => terms),
    names: nameKeys(documents.map(({ file }) => file.name)),
  };
}
