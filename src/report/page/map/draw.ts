/** Draws the map: passages as lines, links as signs, gaps at the edges, chapters as thin lines. */
import type { PageChapter, PagePassage } from '../../data/page-data.js';
import type { Unmatched } from '../../summary/unmatched.js';
import type { MapColours } from './colours.js';
import { beadCentre, type MapBead, type MapWindow } from './geometry.js';

/** What is drawn. */
export interface Drawing {
  readonly beads: readonly MapBead[];
  readonly passages: readonly PagePassage[];
  readonly gaps: { readonly a: readonly Unmatched[]; readonly b: readonly Unmatched[] };
  readonly chapters: { readonly a: readonly PageChapter[]; readonly b: readonly PageChapter[] };
}

/** Where it is drawn: size in CSS pixels, and the part of the map. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Width of the strips at the left and the top that show what has no counterpart. */
  readonly strip: number;
  readonly window: MapWindow;
}

/** Sentences to pixels. */
export function scales({ width, height, strip, window }: Frame): {
  readonly x: (sentence: number) => number;
  readonly y: (sentence: number) => number;
  readonly scale: readonly [across: number, down: number];
} {
  const across = (width - strip) / (window.right - window.left);
  const down = (height - strip) / (window.bottom - window.top);
  return {
    x: (sentence) => strip + (sentence - window.left) * across,
    y: (sentence) => strip + (sentence - window.top) * down,
    scale: [across, down],
  };
}

/** Chapters that stand closer than this have no titles, in pixels. */
const roomForTitle = 15;
const longestTitle = 28;

/** Draws everything; linear in the links. */
export function drawMap(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  frame: Frame,
  colours: MapColours,
): void {
  const { width, height, strip } = frame;
  context.clearRect(0, 0, width, height);
  drawGaps(context, drawing, frame, colours);
  context.save();
  context.beginPath();
  context.rect(strip, strip, width - strip, height - strip);
  context.clip();
  drawChapters(context, drawing, frame, colours);
  drawPassages(context, drawing, frame, colours);
  drawBeads(context, drawing.beads, frame, colours);
  context.restore();
}

function drawGaps(
  context: CanvasRenderingContext2D,
  { gaps }: Drawing,
  frame: Frame,
  { line, doubtful }: MapColours,
): void {
  const { width, height, strip } = frame;
  const { x, y } = scales(frame);
  context.fillStyle = line;
  context.globalAlpha = 0.5;
  context.fillRect(strip, 0, width - strip, strip - 2);
  context.fillRect(0, strip, strip - 2, height - strip);
  context.globalAlpha = 1;
  context.fillStyle = doubtful;
  for (const { from, to } of gaps.a) {
    const left = Math.max(strip, x(from - 1));
    if (x(to) > left) context.fillRect(left, 0, Math.max(1.5, x(to) - left), strip - 2);
  }
  for (const { from, to } of gaps.b) {
    const top = Math.max(strip, y(from - 1));
    if (y(to) > top) context.fillRect(0, top, strip - 2, Math.max(1.5, y(to) - top));
  }
}

function drawChapters(
  context: CanvasRenderingContext2D,
  { chapters }: Drawing,
  frame: Frame,
  { line, soft }: MapColours,
): void {
  const { width, height, strip } = frame;
  const { x, y } = scales(frame);
  context.strokeStyle = line;
  context.fillStyle = soft;
  context.lineWidth = 1;
  context.font = '10px system-ui, sans-serif';
  const title = (text: string) =>
    text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text;
  let last = -Infinity;
  for (const { sentence, title: text } of chapters.a) {
    const at = Math.round(x(sentence - 1)) + 0.5;
    if (at < strip || at > width || at - last < 2) continue;
    line1(context, at, strip, at, height);
    if (at - last >= roomForTitle || last === -Infinity) {
      context.save();
      context.translate(at + 10, height - 4);
      context.rotate(-Math.PI / 2);
      context.fillText(title(text), 0, 0);
      context.restore();
    }
    last = at;
  }
  last = -Infinity;
  context.textAlign = 'right';
  for (const { sentence, title: text } of chapters.b) {
    const at = Math.round(y(sentence - 1)) + 0.5;
    if (at < strip || at > height || at - last < 2) continue;
    line1(context, strip, at, width, at);
    if (at - last >= roomForTitle || last === -Infinity)
      context.fillText(title(text), width - 4, at + 10);
    last = at;
  }
  context.textAlign = 'left';
}

function line1(
  context: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

/** A passage runs through its links, so that the line shows where one text has more than the other. */
function drawPassages(
  context: CanvasRenderingContext2D,
  { passages, beads }: Drawing,
  frame: Frame,
  { sure, doubtful }: MapColours,
): void {
  const { x, y } = scales(frame);
  for (const { a, b, moved } of passages) {
    context.strokeStyle = moved ? doubtful : sure;
    const path = new Path2D();
    path.moveTo(x(a[0] - 1), y(b[0] - 1));
    for (let k = firstFrom(beads, a[0]); (beads[k]?.a[0] ?? Infinity) <= a[1]; k++) {
      const bead = beads[k];
      if (!bead || bead.b[0] < b[0] || bead.b[1] > b[1]) continue;
      const [beadX, beadY] = beadCentre(bead);
      path.lineTo(x(beadX), y(beadY));
    }
    path.lineTo(x(a[1]), y(b[1]));
    context.globalAlpha = 0.35;
    context.lineWidth = moved ? 10 : 4;
    context.stroke(path);
    if (!moved) continue;
    // A dashed edge tells it apart where colours don't.
    context.globalAlpha = 1;
    context.lineWidth = 1;
    context.setLineDash([4, 3]);
    for (const shift of [-6, 6]) {
      context.save();
      context.translate(shift, -shift);
      context.stroke(path);
      context.restore();
    }
    context.setLineDash([]);
  }
  context.globalAlpha = 1;
}

/** The first link from a sentence of the first text on. Binary search. */
function firstFrom(beads: readonly MapBead[], sentence: number): number {
  let low = 0;
  let high = beads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((beads[middle]?.a[0] ?? 0) < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drawBeads(
  context: CanvasRenderingContext2D,
  beads: readonly MapBead[],
  frame: Frame,
  { ramp, soft, accent }: MapColours,
): void {
  const { width, height } = frame;
  const { x, y, scale } = scales(frame);
  // Far away a link is a dot; near enough, a box as large as its sentences.
  const size = Math.max(1.5, Math.min(7, Math.min(...scale) * 0.9));
  // What is in doubt is drawn last, so that nothing hides it.
  for (const level of ['sure', 'none', 'fair', 'doubtful'] as const) {
    for (const bead of beads) {
      if (bead.level !== level) continue;
      const [beadX, beadY] = beadCentre(bead);
      const [left, top] = [x(beadX), y(beadY)];
      if (left < 0 || left > width || top < 0 || top > height) continue;
      // A link that a person made is not measured.
      const measured = level === 'none' ? accent : ramp(bead.confidence);
      context.fillStyle = bead.rejected ? soft : measured;
      if (level === 'sure' || level === 'none') drawDot(context, left, top, size);
      else drawSign(context, left, top, Math.max(4, size) * 1.3, level === 'fair');
    }
  }
}

/** Where dots are too small to be round, squares look the same and cost less. */
function drawDot(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  if (size < 4) return context.fillRect(x - size / 2, y - size / 2, size, size);
  context.beginPath();
  context.arc(x, y, size / 2, 0, 2 * Math.PI);
  context.fill();
}

/** A diamond for what is fair, a triangle for what is doubtful. */
function drawSign(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  diamond: boolean,
): void {
  const half = size / 2;
  context.beginPath();
  context.moveTo(x, y - half);
  context.lineTo(x + half, diamond ? y : y + half);
  if (diamond) context.lineTo(x, y + half);
  context.lineTo(x - half, diamond ? y : y + half);
  context.fill();
}
