/** The review that `align -o NEW.paralign` begins: as `review` would. */
import type { Table } from '../../../domain.js';
import type { ProtectedFiles } from '../../../platform/protected-files.js';
import { writeNewReview } from '../../../platform/review/review-file.js';
import { reviewFromTable } from '../../../review/from-table.js';
import type { ReviewOrigin } from '../../../review/model.js';

export { refuseReviewOver } from '../../../platform/review/review-file.js';

/** Writes the review of a table, nothing decided. Errors as `writeNewReview`. */
export function writeReview(
  path: string,
  table: Table,
  { origin, inputs }: { readonly origin: ReviewOrigin; readonly inputs: ProtectedFiles },
): Promise<void> {
  return writeNewReview(path, reviewFromTable(table, origin), inputs);
}
