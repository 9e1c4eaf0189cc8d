/** What was read of a review file in as little memory as it can take, because there may be a million of each. */
import type { ReviewRow, ReviewSentence } from '../model.js';

const noSentences: ReviewRow['cells'][number] = [];
const noChecks: ReviewRow['checks'] = [];
const noEdits: ReviewRow['edits'] = {};

/** A copy of the row: its lists keep no room to grow, and empty ones are shared. */
export function compactRow(row: ReviewRow): ReviewRow {
  const { id, score, confidence, method, crossing, status, doubt, flagged, note } = row;
  const { quality, faults } = row;
  return {
    id,
    cells: row.cells.map((cell) => (cell.length === 0 ? noSentences : cell.slice())),
    score,
    confidence,
    method,
    crossing,
    status,
    doubt,
    flagged,
    note,
    edits: Object.keys(row.edits).length === 0 ? noEdits : row.edits,
    checks: row.checks.length === 0 ? noChecks : row.checks,
    ...(quality !== undefined && { quality }),
    ...(faults !== undefined && { faults }),
  };
}

/** A copy of the sentence, with nothing but its fields. */
export function compactSentence(sentence: ReviewSentence): ReviewSentence {
  const { id, source, stream, paragraph, start, end, language, noise } = sentence;
  return { id, source, stream, paragraph, start, end, language, noise };
}
