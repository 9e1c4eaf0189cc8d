/** One row of the table. */
import { shownQuality } from '../../../quality-faults.js';
import type { Decision } from '../model/decision.js';
import { checkTitles } from '../../data/check-titles.js';
import type { PageColumn, PageRow } from '../../data/page-data.js';
import { isAside, rowLevel, rowType } from '../../data/row-facts.js';
import { levelSigns } from '../../data/signs.js';
import { effectiveStatus } from '../model/filter.js';
import { Pure } from '../model/pure.js';
import { CellView } from './cell.js';
import type { Range } from './segments.js';

type PageQuality = NonNullable<PageRow['quality']>;

/** What a row shows. */
export interface RowProps {
  readonly row: PageRow;
  readonly columns: readonly PageColumn[];
  readonly decision: Decision | undefined;
  /** For each column the words that the other text lacks. */
  readonly changes: readonly (readonly Range[])[] | null;
}

const none: readonly Range[] = [];

/** The cells of a row, drawn again only if something about it changes. */
export class RowCells extends Pure<RowProps> {
  override render({ row, columns, decision, changes }: RowProps) {
    return (
      <>
        <RowFacts row={row} decision={decision} />
        {row.cells.map((cell, column) => {
          const own = columns[column];
          return (
            own && (
              <CellView
                cell={cell}
                column={own}
                place={column}
                checks={row.checks ?? []}
                changes={changes?.[column] ?? none}
                edit={decision?.edits[column] ?? null}
              />
            )
          );
        })}
      </>
    );
  }
}

/** Number, confidence, type, and what is to be said about a row. */
function RowFacts({ row, decision }: Pick<RowProps, 'row' | 'decision'>) {
  const level = rowLevel(row);
  const status = effectiveStatus(row, decision);
  const note = decision?.note ?? row.note;
  return (
    <div role="rowheader" class="facts">
      <a href={`#row-${row.id}`} tabIndex={-1}>
        <span class="sr">Row </span>
        {row.id}
      </a>{' '}
      {level !== 'none' && (
        <span class={`level ${level}`} title={`${level}: confidence ${row.confidence.toFixed(4)}`}>
          <span aria-hidden="true">{levelSigns[level]} </span>
          <span class="sr">{level} </span>
          {row.confidence.toFixed(2)}
        </span>
      )}{' '}
      {isAside(row) ? (
        <span class="type">{row.method === 'noise' ? 'noise' : 'not aligned'}</span>
      ) : (
        <span class="type">{rowType(row)}</span>
      )}
      {row.method === 'manual' && (
        <span class="badge manual">
          <span aria-hidden="true">✋ </span>by hand
        </span>
      )}
      {row.crossing && (
        <span class="badge moved">
          <span aria-hidden="true">⤨ </span>moved
        </span>
      )}
      {status !== 'unreviewed' && (
        <span class={`badge ${status}`}>
          <span aria-hidden="true">{statusSigns[status] ?? ''} </span>
          {status}
        </span>
      )}
      {row.by !== undefined && decision === undefined && (
        <span class="by">
          by <bdi>{row.by}</bdi>
        </span>
      )}
      {row.flagged && (
        <span class="badge flagged">
          <span aria-hidden="true">⚑ </span>flagged
        </span>
      )}
      {row.checks?.map(({ code, text }) => (
        <span class="check" title={text}>
          {checkTitles[code]}
        </span>
      ))}
      {row.quality !== undefined && <RowQuality quality={row.quality} />}
      {note !== undefined && note !== '' && !isAside(row) && (
        <span class="note">
          <bdi>{note}</bdi>
        </span>
      )}
    </div>
  );
}

/** How good an example of translation a row is, and why it is no better. */
function RowQuality({ quality: [quality, why] }: { readonly quality: PageQuality }) {
  return (
    <span class="quality" title="How good an example of translation it is, from 0 to 1">
      quality {shownQuality(quality)}
      {why !== '' && <span class="why">: {why}</span>}
    </span>
  );
}

/** What stands beside a status, so that it is known without its colour. */
const statusSigns: Readonly<Record<string, string>> = {
  accepted: '✓',
  rejected: '✗',
  edited: '✎',
  'needs-review': '?',
};
