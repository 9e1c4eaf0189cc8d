/** What the review needs from the rest of the house: exports, models, aligning anew. */
import { resolve } from 'node:path';
import type { Embedder } from '../../../domain.js';
import { AppError } from '../../../errors.js';
import { writeOutputFile } from '../../../platform/output-files.js';
import type { ReviewStore } from '../../../platform/review/review-file.js';
import { tableFromReview } from '../../../review/from-table.js';
import type { Review } from '../../../review/model.js';
import { checkRow } from '../../../review/parts.js';
import { realignAround, type RealignRequest } from '../../../review/operations/realign.js';
import { relabelParagraph } from '../../../review/operations/relabel.js';
import type { ReviewServices } from '../../../tui/driver.js';
import type { CommandContext } from '../command.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { textPage } from '../../../tui/view/page-line.js';

/** The services of a session, to be closed at its end. The model is loaded when first needed. */
export function reviewServices(
  context: Pick<CommandContext, 'cwd'>,
  args: Pick<ParsedArguments, 'text' | 'flag'>,
  store: ReviewStore,
  model: string | null,
): ReviewServices & { close(): Promise<void> } {
  let loading: Promise<Embedder> | null = null;
  const embedder = (): Promise<Embedder> => {
    loading ??= import('../../arguments/load-model.js').then(({ loadModel }) =>
      // The model that aligned the sources, unless the person names another one.
      loadModel({
        text: (name) => args.text(name) ?? (name === 'model' ? (model ?? undefined) : undefined),
        flag: (name) => args.flag(name),
      }),
    );
    return loading;
  };
  const regions = () => import('./explain-row.js');
  const align = async (request: RealignRequest) =>
    (await regions()).alignRegion(request, await embedder());
  const operation = args.flag('checks') ? { check: checkRow } : {};
  return {
    store,
    exportTo: (path, review) => exportReview(resolve(context.cwd, path), review),
    async explain(review, row) {
      const { explainRow } = await regions();
      return textPage(await explainRow(review, row, await embedder()));
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
  const { writers, formatNames, formatOfFile } =
    await import('../../../write/formats/format-table.js');
  const format = formatOfFile(path);
  if (format === undefined) {
    throw new AppError('usage', `${path}: the ending names no format`, {
      hint: `end it in one of .${formatNames.join(', .')}`,
    });
  }
  await writeOutputFile(path, writers[format](tableFromReview(review)));
  return `exported ${review.rows.length} rows to ${path}`;
}
