/** Which lines of a long list are in sight, for a component that draws them. */
import {
  measureElement,
  Virtualizer,
  type PartialKeys,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { flushSync } from 'preact/compat';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Lines beyond the screen that are drawn, so that scrolling finds them. */
const beyond = 6;

/** A list's virtualizer, up to date with the options; the component is drawn again as it scrolls. */
export function useVirtual<Scroller extends Element | Window>(
  options: PartialKeys<VirtualizerOptions<Scroller, HTMLElement>, 'overscan'>,
): Virtualizer<Scroller, HTMLElement> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const all: VirtualizerOptions<Scroller, HTMLElement> = {
    overscan: beyond,
    measureElement,
    ...options,
    onChange: (_, sync) => {
      if (sync) flushSync(() => redraw(undefined));
      else redraw(undefined);
    },
  };
  const [virtual] = useState(() => new Virtualizer(all));
  virtual.setOptions(all);
  useLayoutEffect(() => virtual._didMount(), []);
  useLayoutEffect(() => virtual._willUpdate());
  return virtual;
}
