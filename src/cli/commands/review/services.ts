/** What the review needs from the rest of the house: exports, models, aligning anew. */
import { resolve } from 'node:path';
import type { Embedder } from '../../../domain.js';
import { describeDiagnostic } from '../../../diagnostics.js';
import { AppError } from '../../../errors.js';
import { writeOutputFiles } from '../../../platform/output-files.js';
import type { ReviewStore } from '../../../platform/review/review-file.js';
import { tableFromReview } from '../../../review/from-table.js';
import type { Review } from '../../../review/model.js';
import type { OperationContext } from '../../../review/operations/rebuild.js';
import { realignAround, type RealignRequest } from '../../../review/operations/realign.js';
import { relabelParagraph } from '../../../review/operations/relabel.js';
import type { ReviewServices } from '../../../tui/driver.js';
import { textPage } from '../../../tui/view/page-line.js';
import type { CommandContext } from '../command.js';
import type { ReviewRequest } from './request.js';

/** The services of a session, to be closed at its end. The model is loaded when first needed. */
export function reviewServices(
  context: Pick<CommandContext, 'cwd'>,
  request: Pick<ReviewRequest, 'model'>,
  store: ReviewStore,
  model: string | null,
  operation: OperationContext,
): ReviewServices & { close(): Promise<void> } {
  let loading: Promise<Embedder> | null = null;
  const embedder = (): Promise<Embedder> => {
    loading ??= import('../../../pipeline/chosen-model.js').then(({ loadChosenModel }) =>
      // The model that aligned the sources, unless the person names another one.
      loadChosenModel({ ...request.model, model: request.model.model ?? model }),
    );
    return loading;
  };
  const align = async (region: RealignRequest) => {
    const { alignRegion } = await import('../../../pipeline/align-region.js');
    return alignRegion(region, await embedder());
  };
  return {
    store,
    exportTo: (path, review) => exportReview(resolve(context.cwd, path), review),
    async explain(review, row) {
      const { explainReviewRow } = await import('../../../pipeline/explain-review-row.js');
      return textPage(await explainReviewRow(review, row, await embedder()));
    },
    realign: (review, row) => realignAround(review, row, align, operation),
    async relabel(review, source, paragraph, language) {
      const { segmentText } = await import('../../../segment/segment-text.js');
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
  const { formats, formatOfFile } = await import('../../../write/formats.js');
  const { writeTable } = await import('../../../write/write-table.js');
  const format = formatOfFile(path);
  if (format === undefined) {
    throw new AppError('usage', `${path}: the ending names no format`, {
      hint: `end it in one of .${formats.map(({ endings }) => endings.join(', .')).join(', .')}`,
    });
  }
  const said: string[] = [];
  const parts = writeTable(tableFromReview(review), format, {}, (diagnostic) =>
    said.push(describeDiagnostic(diagnostic)),
  );
  await writeOutputFiles(path, parts);
  return [`exported ${review.rows.length} rows to ${path}`, ...said].join('; ');
}
