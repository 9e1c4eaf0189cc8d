/** A row's element: what changes often (hidden, selected) apart from its cells, which seldom do. */
import type { App } from '../model/app.js';
import { RowActions } from '../decisions/row-actions.js';
import type { Decision } from '../model/decision.js';
import { isAside } from '../../data/row-facts.js';
import type { Differences } from './differences.js';
import { Pure } from '../model/pure.js';
import { RowCells } from './row.js';

/** What a shell needs. */
export interface ShellProps {
  readonly app: App;
  readonly index: number;
  readonly hidden: boolean;
  readonly selected: boolean;
  readonly writing: 'note' | 'edit' | null;
  readonly decision: Decision | undefined;
  readonly differences: Differences;
  /** Says when the element comes near the screen; null if it is there. */
  readonly nearness: Nearness | null;
}

/** Rows compare their texts when they come near the screen. */
export class Nearness {
  readonly #observer: IntersectionObserver;
  readonly #waiting = new Map<Element, () => void>();

  constructor() {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          this.#waiting.get(target)?.();
          this.forget(target);
        }
      },
      { rootMargin: '800px' },
    );
  }

  /** Calls back once, when the element is near. */
  await(element: Element, then: () => void): void {
    this.#waiting.set(element, then);
    this.#observer.observe(element);
  }

  /** No longer waits for an element. */
  forget(element: Element): void {
    this.#waiting.delete(element);
    this.#observer.unobserve(element);
  }

  /** Calls back for all at once, as printing shows them all. */
  all(): void {
    for (const [element, then] of [...this.#waiting]) {
      then();
      this.forget(element);
    }
  }
}

/** A row. */
export class RowShell extends Pure<ShellProps> {
  #element: HTMLElement | null = null;
  #near = this.props.nearness === null || this.props.differences.pair === null;

  override componentDidMount(): void {
    const { nearness } = this.props;
    if (this.#near || !this.#element) return;
    nearness?.await(this.#element, () => {
      this.#near = true;
      this.forceUpdate();
    });
  }

  override componentWillUnmount(): void {
    if (this.#element) this.props.nearness?.forget(this.#element);
  }

  override render({ app, index, hidden, selected, writing, decision, differences }: ShellProps) {
    const row = app.row(index);
    return (
      <div
        role="row"
        id={`row-${row.id}`}
        class={`row${isAside(row) ? ' aside' : ''}${selected ? ' selected' : ''}`}
        aria-rowindex={index + 2}
        aria-current={selected ? 'true' : undefined}
        data-index={index}
        hidden={hidden}
        ref={(element) => void (this.#element = element)}
      >
        <RowCells
          row={row}
          columns={app.data.columns}
          decision={decision}
          changes={this.#near ? differences.of(row) : null}
        />
        {selected && <RowActions app={app} row={row} decision={decision} writing={writing} />}
      </div>
    );
  }
}
