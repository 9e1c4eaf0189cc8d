/** The colours of the map: those of the style sheet, so that it follows light and dark. */

/** Colours as the canvas takes them. */
export interface MapColours {
  readonly sure: string;
  readonly doubtful: string;
  readonly line: string;
  readonly edge: string;
  readonly soft: string;
  readonly accent: string;
  /** Of a confidence from 0 to 1: from orange over olive to blue, darker or lighter as well. */
  readonly ramp: (confidence: number) => string;
}

const steps = 20;

/** The colours that an element has now. */
export function mapColours(element: Element): MapColours {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const stops = ['doubtful', 'fair', 'sure'].map((name) => channels(value(name)));
  const table = Array.from({ length: steps + 1 }, (_, step) => mix(stops, (2 * step) / steps));
  return {
    sure: value('sure'),
    doubtful: value('doubtful'),
    line: value('line'),
    edge: value('edge'),
    soft: value('soft'),
    accent: value('accent'),
    ramp: (confidence) => table[Math.round(confidence * steps)] ?? value('soft'),
  };
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function mix(stops: readonly (readonly number[])[], at: number): string {
  const from = stops[Math.min(stops.length - 2, Math.floor(at))] ?? [];
  const to = stops[Math.min(stops.length - 2, Math.floor(at)) + 1] ?? [];
  const share = at - Math.min(stops.length - 2, Math.floor(at));
  const mixed = from.map((value, k) => Math.round(value + ((to[k] ?? value) - value) * share));
  return `rgb(${mixed.join(' ')})`;
}
