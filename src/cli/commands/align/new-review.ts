/** Creates a review for `align -o NEW.paralign`, as `review` would. */
import type { Table } from '../../../domain.js';
import { checkOutputFile } from '../../../platform/output-files.js';
import type { ProtectedFiles } from '../../../platform/protected-files.js';
import { reserveReview } from '../../../platform/review/review-file.js';
import { reviewContent } from '../../../review/from-table.js';
import type { ReviewOrigin } from '../../../review/model.js';

/** A new review without decisions; its file name is reserved until `release`. */
export interface NewReview {
  write(table: Table, origin: ReviewOrigin): Promise<void>;
  release(): void;
}

/** Reserves the file of a new review before the alignment. Throws the errors of `reserveReview`. */
export async function beginReview(path: string, inputs: ProtectedFiles): Promise<NewReview> {
  await checkOutputFile(path, { clobber: false, inputs });
  const place = await reserveReview(path, inputs);
  return {
    write: (table, origin) => place.write(reviewContent(table, origin)),
    release: () => place.release(),
  };
}
