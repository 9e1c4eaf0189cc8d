/** From the files of several sides to what matching needs of each document, by way of the cache. */
import { basename, join } from 'node:path';
import type { Diagnostic } from '../../diagnostics.js';
import type { Sentence } from '../../domain.js';
import { AppError } from '../../errors.js';
import { TermIndex } from '../../match/documents/terms.js';
import { WordTable } from '../../match/documents/words.js';
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
import { packDocument, unpackDocument } from './packed-document.js';
import {
  addWords,
  prepareDocuments,
  sentencesOf,
  type PreparedDocument,
  type WordedDocument,
} from './prepare-document.js';

/** A file that may have a partner. */
export interface DocumentFile {
  /** As messages show it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** Documents, none of which is the partner of another of the same side. */
export type DocumentSide = readonly DocumentFile[];

/** How documents are read. */
export interface ReadDocumentsOptions {
  readonly settings: FileReadingSettings;
  readonly model: ModelChoice;
  /** What the settings call each side when they name its language, besides its letter and number. */
  readonly sideNames?: readonly string[];
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Whether the documents keep their texts: those of a web crawl do not fit in memory. */
  readonly keepsTexts: boolean;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
  /** Called with how many documents are read. */
  readonly onProgress?: (stage: 'read', done: number, total: number) => void;
}

/** Rows of all documents of one side; longer documents are compared in blocks of sentences. */
const mostRows = 320_000;
const leastBlocks = 8;
const mostBlocks = 200;
/** Sentences that are embedded together. */
const batchSize = 4000;

/** A document with what comparing needs. */
export interface ReadDocument extends WordedDocument {
  readonly file: DocumentFile;
  readonly terms: Int32Array;
}

/** What all documents of a run have in common. */
export interface Known {
  readonly terms: TermIndex;
  readonly words: WordTable;
}

/** The documents of all sides. */
export interface ReadSides {
  readonly sides: readonly ReadDocument[][];
  /** Numbers of a row that are another model's: its last ones. */
  readonly otherDimension: number;
}

/**
 * Reads and embeds the documents of all sides; those of an earlier run come from the cache.
 *
 * @param found is added to
 * @param failed gets the documents that can't be read
 * @throws AppError as `loadChosenModel`
 */
export async function readSides(
  sides: readonly DocumentSide[],
  found: Known,
  options: ReadDocumentsOptions,
  failed: { file: DocumentFile; error: AppError }[],
): Promise<ReadSides> {
  const { signal, model, onProgress = () => {} } = options;
  const settings = await loadSplitting(options.settings, options.cwd);
  const loading = loadChosenModel(model);
  loading.catch(() => {});
  const total = sides.reduce((sum, side) => sum + side.length, 0);
  let done = 0;
  const embedder = await loading;
  const around = surroundings(options);
  const cache = model.cache
    ? await DocumentCache.open(
        join(directories().cache, 'documents'),
        JSON.stringify([version, 'both models', embedder.id, settings]),
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
      const put = (place: number, file: DocumentFile, document: WordedDocument): void => {
        const terms = found.terms.add(document.texts);
        own[place] = { ...document, ...(!options.keepsTexts && { texts: [] }), file, terms };
      };
      let waiting: Waiting[] = [];
      let size = 0;
      const embed = async (): Promise<void> => {
        const unknown = waiting.filter(({ known }) => known === undefined);
        const prepared = await prepareDocuments(
          unknown.map(({ sentences }) => sentences),
          embedder,
          blocks,
          found.words,
        );
        const again = await addWords(
          waiting.flatMap(({ known }) => known ?? []),
          embedder,
          found.words,
        );
        // In the order of the side, so that terms have the same numbers whatever was in the cache.
        for (const { place, file, key, known } of waiting) {
          const document = known === undefined ? prepared.shift() : again.shift();
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
    return { sides: result, otherDimension: otherDimension(result, embedder.dimension) };
  } finally {
    cache?.close();
    await embedder.close();
  }
}

/** The bundled model's rows are as long as the embedder's vectors; beside another model, each has both. */
function otherDimension(sides: readonly ReadDocument[][], dimension: number): number {
  const some = sides.flat().find(({ lengths }) => lengths.length > 0);
  return some && some.rows.length / some.lengths.length > dimension ? dimension : 0;
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
