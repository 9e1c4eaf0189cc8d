/** From files to a table, as the program does it: text work in a second thread while the model loads. */
import { resolve } from 'node:path';
import type { Embedder, Table } from '../../domain.js';
import { readInputFile } from '../../platform/input-files.js';
import { alignable } from '../alignable.js';
import type { AlignOptions, AlignSettings } from '../align-options.js';
import { alignSegmented, resolveReferences, type ReadSources } from '../alignment.js';
import { bundledModel, loadChosenModel, type ModelChoice } from '../chosen-model.js';
import { loadInputs } from '../load-files.js';
import { startTextWork } from '../threads/start-text-work.js';
import type { FileInput } from '../source-input.js';
import type { TextWork } from '../threads/text-work.js';
import { readFileSettings, type FileSettings } from './file-settings.js';
import { surroundings } from './surroundings.js';

/** How files are aligned and reported on. */
export interface AlignFilesOptions
  extends FileSettings, Pick<AlignOptions, 'onDiagnostic' | 'onProgress' | 'signal'> {
  /** The bundled model, with its vectors cached, by default. */
  readonly model?: ModelChoice;
  /** Threads that may work at a time; as many as there are cores by default. The result is the same. */
  readonly threads?: number | undefined;
  /** Base of relative paths; the current folder by default. */
  readonly cwd?: string;
  /**
   * Runs embedding and aligning, which may take long and leave nothing to clean up, so the program lets
   * a signal end it at once.
   */
  readonly compute?: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Aligns files sentence by sentence; `-` is standard input. Gives the same result as
 * `alignSources`, sooner: if there is a second core, sources are segmented in a second thread while
 * the model loads.
 *
 * @throws AppError for files that cannot be read, settings that name no source, a model that can't be
 *   loaded, `bad-anchor`, and `one-text-only` if there is nothing to align
 */
export function alignFiles(
  paths: readonly string[],
  options: AlignFilesOptions = {},
): Promise<Table> {
  return alignFilesAnd(paths, options, (table) => table);
}

/** Like `alignFiles`; passes `use` the table and the model while it is still loaded. */
export async function alignFilesAnd<T>(
  paths: readonly string[],
  options: AlignFilesOptions,
  use: (table: Table, embedder: Embedder) => T | Promise<T>,
): Promise<T> {
  const {
    model,
    onDiagnostic,
    onProgress,
    signal,
    cwd,
    threads,
    compute = (work) => work(),
    ...own
  } = options;
  const around = surroundings({ ...(cwd !== undefined && { cwd }), ...(signal && { signal }) });
  const given = await readFileSettings(own, ({ name, path }) =>
    readInputFile(resolve(around.cwd, path), name),
  );
  const inputs = await loadInputs(around, paths);
  const texts = await startTextWork(inputs, threads);
  try {
    const { read, settings, embedder } = await begin(texts, inputs, given, model);
    try {
      const run: AlignOptions = {
        ...settings,
        embedder,
        ...(signal && { signal }),
        ...(onDiagnostic && { onDiagnostic }),
        ...(onProgress && { onProgress }),
      };
      const table = await compute(() => alignSegmented(read, run, texts, texts.carryOut));
      alignable(table);
      return await use(table, embedder);
    } finally {
      await embedder.close();
    }
  } finally {
    // What is done with the table need not wait until the threads have ended.
    texts.close().catch(() => {});
  }
}

/** Has the files read and segmented while the model loads, then resolves the settings. */
async function begin(
  texts: TextWork,
  inputs: readonly FileInput[],
  settings: AlignSettings,
  model: ModelChoice = bundledModel,
): Promise<{
  readonly read: ReadSources;
  readonly settings: AlignSettings;
  readonly embedder: Embedder;
}> {
  const reading = texts.read(inputs, settings, model);
  const loading = loadChosenModel(model);
  loading.catch(() => {});
  try {
    const read = await reading;
    const references = resolveReferences(settings, read.named);
    return { read, settings: { ...settings, ...references }, embedder: await loading };
  } catch (error) {
    // Errors in the sources are reported at once, whether or not the model loads.
    loading.then((embedder) => embedder.close()).catch(() => {});
    throw error;
  }
}
