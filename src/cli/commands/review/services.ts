/** The services that the review needs from the program: exports, models, aligning again. */
import type { Embedder } from '../../../domain.js';
import { describeDiagnostic } from '../../../diagnostics.js';
import { AppError } from '../../../errors.js';
import { checkOutputFile, writeOutputFiles } from '../../../platform/output-files.js';
import { type InputFile, ProtectedFiles } from '../../../platform/protected-files.js';
import { writeNewReview } from '../../../platform/review/review-file.js';
import { exists, type ReviewStore } from '../../../platform/review/review-store.js';
import { tableFromReview } from '../../../review/from-table.js';
import type { ReviewWords } from '../../../pipeline/words/review-words.js';
import type { Review } from '../../../review/model.js';
import type { OperationContext } from '../../../review/operations/rebuild.js';
import { realignAround, type RealignRequest } from '../../../review/operations/realign.js';
import { relabelParagraph } from '../../../review/operations/relabel.js';
import type { ExportOutcome, ReviewServices } from '../../../tui/services.js';
import { explanationPage } from './explanation-page.js';
import type { CommandContext } from '../command.js';
import type { ReviewRequest } from './request.js';

/** Models by name, each loaded when it is first needed. */
export class SessionModels {
  readonly #request: Pick<ReviewRequest, 'model'>;
  #bundled: Promise<Embedder> | null = null;
  readonly #loading = new Map<string | null, Promise<Embedder>>();

  constructor(request: Pick<ReviewRequest, 'model'>) {
    this.#request = request;
  }

  /** The model that aligned the sources, unless the command line names another one. */
  get(aligned: string | null): Promise<Embedder> {
    const { model } = this.#request;
    const name = model.model ?? aligned;
    let loading = this.#loading.get(name);
    if (loading === undefined) {
      loading = import('../../../pipeline/chosen-model.js').then(({ loadChosenModel }) =>
        loadChosenModel({ ...model, model: name }),
      );
      this.#loading.set(name, loading);
    }
    return loading;
  }

  /** The bundled model, whichever aligned the sources. */
  bundled(): Promise<Embedder> {
    this.#bundled ??= import('../../../pipeline/chosen-model.js').then(
      ({ bundledModel, loadChosenModel }) => loadChosenModel(bundledModel),
    );
    return this.#bundled;
  }

  async close(): Promise<void> {
    await (await this.#bundled?.catch(() => null))?.close();
    for (const loading of this.#loading.values()) {
      const loaded = await loading.catch(() => null);
      await loaded?.close();
    }
  }
}

/** What a session needs besides its review. */
export interface SessionContext {
  readonly operation: OperationContext;
  /** The most sentences on a side of a pair that realigning makes. */
  readonly maxBead?: number | undefined;
  /** Files that an export must not replace. */
  readonly inputs: readonly InputFile[];
}

/** The services of a session. The caller closes `models`. */
export function reviewServices(
  context: Pick<CommandContext, 'cwd'>,
  models: SessionModels,
  store: ReviewStore,
  model: string | null,
  { operation, inputs, maxBead }: SessionContext,
): ReviewServices {
  const embedder = (): Promise<Embedder> => models.get(model);
  const align = async (region: RealignRequest) => {
    const { alignRegion } = await import('../../../pipeline/align-region.js');
    return alignRegion(region, await embedder(), { maxBead });
  };
  let words: ReviewWords | null = null;
  return {
    store,
    async words(review, row) {
      if (words === null) {
        const { ReviewWords: Words } = await import('../../../pipeline/words/review-words.js');
        words ??= new Words(() => models.bundled());
      }
      return words.of(review, row);
    },
    exportTo: (path, review, replace) =>
      exportReview(context.cwd, path, review, { inputs, replace }),
    async explain(review, row) {
      const { linesOfReviewRow } = await import('../../../pipeline/explain/explain-review-row.js');
      const { linesOfMatch } = await import('../../../pipeline/explain/match-lines.js');
      const lines = await linesOfReviewRow(review, row, await embedder());
      const { match, sources, streams } = review;
      const languages = sources.map(
        (_, source) => streams.find((stream) => stream.source === source)?.language ?? 'und',
      );
      const names = sources.map(({ name }) => name);
      return explanationPage([
        ...lines,
        ...(match === undefined
          ? []
          : [{ label: '', text: '' }, ...linesOfMatch(match, names, languages)]),
      ]);
    },
    realign: (review, row) => realignAround(review, row, align, operation),
    async relabel(review, source, paragraph, language) {
      const { makeSplitter } = await import('../../../segment/splitting/splitter.js');
      return relabelParagraph(review, source, paragraph, language, {
        split: makeSplitter(review.origin.splitting),
        align,
        segmented: review.origin.segmented,
        operation,
      });
    },
  };
}

/**
 * Writes an export in the format given by the ending, with the filters that follow the file's name.
 * Never replaces a review.
 */
async function exportReview(
  cwd: string,
  typed: string,
  review: Review,
  { inputs, replace }: { readonly inputs: readonly InputFile[]; readonly replace: boolean },
): Promise<ExportOutcome> {
  const { readExport } = await import('./export-request.js');
  const { path, options } = readExport(cwd, typed);
  const { outputOfFile } = await import('../../../write/formats.js');
  const { tableParts, tablePaths } = await import('../../output/table-result.js');
  const { refuseFilteredReview } = await import('../../arguments/output-options.js');
  const { checkEnding } = await import('../../output/check-ending.js');
  const { tableEndings } = await import('../../output/table-endings.js');
  const rules = { inputs: await ProtectedFiles.of(inputs) };
  const paths = tablePaths({ path, clobber: true }, options);
  for (const file of paths) await checkOutputFile(file, rules);
  const format = outputOfFile(path);
  checkEnding(path, format ?? null, tableEndings);
  if (format === undefined) {
    throw new AppError('usage', `${path}: this is not the ending of a known format`, {
      hint: `use one of the endings ${tableEndings.formats.map(({ endings }) => `.${endings.join(', .')}`).join(', ')}`,
    });
  }
  refuseFilteredReview(format, options);
  if (!replace && format !== 'paralign')
    for (const file of paths) if (await exists(file)) return { done: false, exists: file };
  const said: string[] = [];
  if (format === 'paralign') await writeNewReview(path, review, rules.inputs);
  else {
    const { tableAsAsked } = await import('../../../pipeline/quality/asked-quality.js');
    const table = await tableAsAsked(tableFromReview(review), options);
    const written = { table, format, options };
    const { base, parts } = tableParts(path, written, (diagnostic) =>
      said.push(describeDiagnostic(diagnostic)),
    );
    await writeOutputFiles(base, parts, rules);
  }
  return {
    done: true,
    message: [`exported ${review.rows.length} rows to ${paths.join(' and ')}`, ...said].join('; '),
  };
}
