/** Turns links by sentence number into rows. */
import { groupAlignments } from '../../align/groups.js';
import type { Alignment, Row, Source, Table } from '../../domain.js';
import { AppError } from '../../errors.js';
import type { NumberLink } from '../../read/numbers/number-formats.js';
import { sourceStreams } from '../../segment/streams.js';
import { beadsOf, type LinkedTableOptions } from '../linked-table.js';
import { ownChecks, type RowChecker } from '../row-checker.js';
import { anchorsBetween } from '../references/source-anchors.js';

/** How such links are opened. */
export interface NumberTableOptions extends LinkedTableOptions {
  /** The texts have one sentence a line. */
  readonly segmented: boolean;
}

/**
 * The table of two texts and the links between their sentences, unchanged: rows of the method `anchor`
 * with confidence 1 and the score of the file; what a person confirmed by the file is accepted.
 *
 * @param name the file of links, for messages
 * @throws AppError `bad-anchor` for a sentence that is not there, or is in two links
 */
export async function tableOfNumbers(
  name: string,
  sources: readonly [Source, Source],
  links: readonly NumberLink[],
  { checks = true, segmented }: NumberTableOptions,
  checker: RowChecker = ownChecks,
): Promise<Table> {
  checkNumbers(name, sources, links);
  const streams = sources.flatMap((source, index) => sourceStreams(source, index, { segmented }));
  const alignments = streams.flatMap((a, indexA) =>
    streams.flatMap((b, indexB): Alignment[] => {
      if (a.source !== 0 || b.source !== 1) return [];
      const anchors = anchorsBetween(a, b, [{ a: 0, b: 1, links }]);
      if (anchors.length === 0 && streams.length > 2) return [];
      const reason = 'The file itself links these texts.';
      return [{ a: indexA, b: indexB, mode: 'parallel', reason, beads: beadsOf(anchors, a, b) }];
    }),
  );
  const byFirst = new Map(links.map((link) => [link.a[0], link]));
  const groups = groupAlignments(streams, alignments);
  const findings = checks ? await checker.begin({ sources, streams })(groups) : [];
  const rows = groups.map((group, index): Row => {
    const filled = group.cells.flatMap((cell, stream) => (cell.length > 0 ? [stream] : []));
    const [first] = filled;
    const own = first === undefined ? undefined : streams[first];
    const number = own?.sentences[group.cells[first ?? 0]?.[0] ?? -1]?.number;
    const link = filled.length > 1 && own?.source === 0 ? byFirst.get(number) : undefined;
    return {
      ...group,
      score: link?.score ?? group.score,
      status: link?.isManual ? 'accepted' : 'unreviewed',
      checks: findings[index] ?? [],
      note: '',
    };
  });
  return { sources, streams, alignments, rows };
}

function checkNumbers(
  name: string,
  sources: readonly [Source, Source],
  links: readonly NumberLink[],
): void {
  for (const [index, side] of (['a', 'b'] as const).entries()) {
    const source = sources[index];
    const count = source?.sentences.length ?? 0;
    const seen = new Set<number>();
    for (const link of links)
      for (const number of link[side]) {
        if (number > count)
          throw new AppError(
            'bad-anchor',
            `${name}: links sentence ${number} of ${source?.name ?? ''}, which has ${count}`,
            {
              hint: 'the texts need the same sentences as when the links were made: perhaps each line was one',
            },
          );
        if (seen.has(number))
          throw new AppError(
            'bad-anchor',
            `${name}: links sentence ${number} of ${source?.name ?? ''} twice`,
          );
        seen.add(number);
      }
  }
}
