/** What lies over the map: the row under the pointer and the brush. Moves without drawing the map again. */
import { scales, type Frame } from './draw.js';
import { beadCentre, type MapBead } from './geometry.js';

/** Two lines and a ring at a link, and the rectangle of the brush. */
export class Overlay {
  #svg: SVGSVGElement | null = null;
  #start: { readonly x: number; readonly y: number } | null = null;
  #brush = new DOMRect();

  /** Whether the brush is being drawn. */
  get brushes(): boolean {
    return this.#start !== null;
  }

  /** The element, which has two lines, a circle and a rectangle. */
  attach(svg: SVGSVGElement | null): void {
    this.#svg = svg;
  }

  /** Points at a link, or at nothing. */
  point(bead: MapBead | undefined, frame: Frame): void {
    const svg = this.#svg;
    if (!svg) return;
    svg.classList.toggle('points', bead !== undefined);
    if (!bead) return;
    const { x, y } = scales(frame);
    const [beadX, beadY] = beadCentre(bead);
    const [left, top] = [x(beadX), y(beadY)];
    const [down, across] = svg.querySelectorAll('line');
    place(down, { x1: left, x2: left, y1: 0, y2: frame.height });
    place(across, { x1: 0, x2: frame.width, y1: top, y2: top });
    place(svg.querySelector('circle'), { cx: left, cy: top });
  }

  /** The pointer goes down. */
  begin(event: PointerEvent): void {
    this.#start = { x: event.offsetX, y: event.offsetY };
    this.#brush = new DOMRect();
    if (event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId);
  }

  /** The pointer moves while it is down. */
  drag({ offsetX, offsetY }: PointerEvent): void {
    if (!this.#start) return;
    const { x, y } = this.#start;
    this.#brush = new DOMRect(
      Math.min(x, offsetX),
      Math.min(y, offsetY),
      Math.abs(offsetX - x),
      Math.abs(offsetY - y),
    );
    const { width, height } = this.#brush;
    place(this.#svg?.querySelector('rect'), { x: this.#brush.x, y: this.#brush.y, width, height });
  }

  /** The pointer goes up: what was brushed; null if it was not down. */
  end(): DOMRect | null {
    const brushed = this.#start === null ? null : this.#brush;
    this.#start = null;
    place(this.#svg?.querySelector('rect'), { width: 0, height: 0 });
    return brushed;
  }
}

function place(
  element: Element | null | undefined,
  attributes: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(attributes))
    element?.setAttribute(name, value.toFixed(1));
}
