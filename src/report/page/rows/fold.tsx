/** The line that stands for folded noise. */
import type { App } from '../model/app.js';

/** A line that opens. */
export function FoldLine({
  app,
  from,
  end,
}: {
  readonly app: App;
  readonly from: number;
  readonly end: number;
}) {
  const text = app.row(from).cells.find((cell) => cell !== null)?.text ?? '';
  return (
    <div role="row" class="row fold" aria-rowindex={from + 2}>
      <div role="cell" aria-colspan={app.data.columns.length + 1}>
        <button type="button" onClick={() => app.openFold(from)}>
          <span aria-hidden="true">▸ </span>
          {end - from === 1 ? '1 row' : `${end - from} rows`} not aligned:{' '}
          <bdi>{text.slice(0, 60)}</bdi>
          {text.length > 60 ? ' …' : ''}
        </button>
      </div>
    </div>
  );
}
