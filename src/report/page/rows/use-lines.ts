/** Which lines of a long list are drawn, as it scrolls. */
import type { RefObject } from 'preact';
import { flushSync } from 'preact/compat';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LineHeights } from './line-heights.js';

/** Lines that are drawn beyond those in sight: at most, and before more are drawn. */
const beyond = 7;
const margin = 2;

/** What the hook works on. */
export interface LinesOptions {
  readonly heights: LineHeights;
  readonly count: number;
  /** The lasting number of the line at a place. */
  readonly idOf: (place: number) => number;
  /** The element that scrolls; null if it is the page. */
  readonly scroller: () => HTMLElement | null;
}

/** The lines to draw, between two blocks that take the place of the others. */
export interface Lines {
  readonly from: number;
  readonly end: number;
  /** The elements: the block above, the one around the lines, the block below. */
  readonly above: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
  readonly below: RefObject<HTMLDivElement | null>;
  /** Draws a line that is out of sight, so that the browser can scroll to it. */
  readonly draw: (place: number) => void;
}

/** Lines whose heights are found out by drawing them. The children of the body are the lines, in order. */
export function useLines({ heights, count, idOf, scroller }: LinesOptions): Lines {
  const [range, setRange] = useState<readonly [number, number]>([0, 4 * beyond]);
  const above = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const from = Math.min(range[0], Math.max(0, count - 1));
  const end = Math.min(range[1], count);
  useMemo(() => heights.list(count, idOf), [count, idOf]);
  const now = useRef({ from, end, count, idOf });
  now.current = { from, end, count, idOf };

  const sight = () => {
    const own = scroller();
    const start = above.current?.getBoundingClientRect().top ?? 0;
    const [top, height] = own
      ? [own.getBoundingClientRect().top, own.clientHeight]
      : [0, innerHeight];
    const first = heights.placeAt(top - start);
    return { first, last: heights.placeAt(top - start + height) };
  };
  const follow = () => {
    const { first, last } = sight();
    const { from: drawn, end: to, count: all } = now.current;
    const enough = (drawn === 0 || drawn <= first - margin) && (to === all || to > last + margin);
    if (!enough) setRange([Math.max(0, first - beyond), Math.min(all, last + 1 + beyond)]);
  };
  const settle = () => {
    const { from: drawn, end: to, count: all, idOf: id } = now.current;
    const { first } = sight();
    let shift = 0;
    for (const [k, element] of [...(body.current?.children ?? [])].entries()) {
      const change = heights.set(id(drawn + k), element.getBoundingClientRect().height);
      if (drawn + k < first) shift += change;
    }
    setHeight(above.current, heights.offset(drawn));
    setHeight(below.current, heights.offset(all) - heights.offset(to));
    // What was higher or lower than thought must not move what is being read.
    if (shift !== 0) (scroller() ?? document.scrollingElement)?.scrollBy(0, shift);
  };

  useLayoutEffect(settle);
  useLayoutEffect(follow, [count, idOf]);
  useEffect(() => {
    const target: HTMLElement | Window = scroller() ?? window;
    let frame = 0;
    const later = () => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          follow();
        });
    };
    const observer = new ResizeObserver(() => {
      settle();
      later();
    });
    if (body.current) observer.observe(body.current);
    target.addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      target.removeEventListener('scroll', later);
      removeEventListener('resize', later);
    };
  }, []);

  return {
    from,
    end,
    above,
    body,
    below,
    draw: (place) => {
      const { from: drawn, end: to, count: all } = now.current;
      if (place >= drawn && place < to) return;
      flushSync(() => setRange([Math.max(0, place - beyond), Math.min(all, place + beyond + 1)]));
    },
  };
}

function setHeight(element: HTMLElement | null, height: number): void {
  if (element) element.style.height = `${height}px`;
}
