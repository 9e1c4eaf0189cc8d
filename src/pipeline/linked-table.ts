/** Turns the links of files that already are alignments into rows, unchanged. */
import { groupAlignments } from '../align/groups.js';
import type { Anchor } from '../align/input/anchors.js';
import { markCrossing } from '../align/order/mark-crossing.js';
import type { Alignment, Bead, Row, Stream, Table } from '../domain.js';
import { sourceStreams } from '../segment/streams.js';
import type { ReadInputs } from './read-inputs.js';
import { ownChecks, type RowChecker } from './row-checker.js';
import { segmentRead } from './segmentation.js';
import { anchorsBetween, anchorsOfPassages } from './references/source-anchors.js';

/** Why such texts run in parallel. */
export const linkedReason = 'The file itself links these texts.';

/** How a file of links is opened. */
export interface LinkedTableOptions {
  /** Compare numbers, dates, names and negation within each row: by default. */
  readonly checks?: boolean;
}

/**
 * The table of texts linked by their files: every paragraph is one sentence, every link a row of the
 * method `anchor` with confidence 1 and score 0 (nothing was measured), everything else has no
 * partner. Needs no model. O(sentences + links) apart from the checks.
 *
 * @returns undefined if the files contain no links
 */
export async function tableOfLinks(
  read: ReadInputs,
  { checks = true }: LinkedTableOptions = {},
  checker: RowChecker = ownChecks,
): Promise<Table | undefined> {
  if (read.links.length === 0) return undefined;
  const sources = [...segmentRead(read, { segmented: true })];
  const streams = sources.flatMap((source, index) =>
    sourceStreams(source, index, { segmented: true }),
  );
  const found = anchorsOfPassages(sources, read.links);
  const alignments: Alignment[] = [];
  streams.forEach((streamA, a) => {
    streams.slice(a + 1).forEach((streamB, offset) => {
      const anchors = anchorsBetween(streamA, streamB, found);
      const beads = beadsOf(anchors, streamA, streamB);
      alignments.push({
        a,
        b: a + 1 + offset,
        mode: 'parallel',
        reason: linkedReason,
        beads,
      });
    });
  });
  const groups = groupAlignments(streams, alignments);
  const findings = checks ? await checker.begin({ sources, streams })(groups) : [];
  const rows = groups.map((group, index): Row => ({
    ...group,
    status: 'unreviewed',
    checks: findings[index] ?? [],
    note: '',
  }));
  return { sources, streams, alignments, rows };
}

/** The links as beads, and every other sentence alone. */
export function beadsOf(anchors: readonly Anchor[], a: Stream, b: Stream): Bead[] {
  const linked = anchors.filter((anchor) => anchor.a.length > 0 && anchor.b.length > 0);
  const alone = (side: 'a' | 'b', { sentences }: Stream): Anchor[] => {
    const taken = new Set(linked.flatMap((anchor) => anchor[side]));
    return [...sentences.keys()]
      .filter((position) => !taken.has(position))
      .map((position) => ({ a: [], b: [], [side]: [position] }));
  };
  const all = [...linked, ...alone('a', a), ...alone('b', b)];
  return markCrossing(
    all.map((sides) => ({ ...sides, score: 0, confidence: 1, method: 'anchor', crossing: false })),
  );
}
