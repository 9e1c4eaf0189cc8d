/** Looks at what `readSource` found in a file, in a form that tests can compare. */
import { readSource, type ReadOptions } from '../../../src/read/read-source.js';

/** A file's texts and which of their blocks are linked. */
export interface SeenTexts {
  /** Blocks by the name of their text. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** The language of each text; `null` where the file does not say. */
  readonly languages: readonly (string | null)[];
  /** The texts of linked blocks, ` = ` between two sides. */
  readonly links: readonly string[];
  /** The locators of each text's blocks. */
  readonly places: readonly (readonly string[])[];
  readonly format: string | undefined;
  readonly notices: readonly string[];
}

/** Reads a file of this content. */
export async function textsOf(
  name: string,
  content: string | Uint8Array,
  options?: ReadOptions,
): Promise<SeenTexts> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { sources, links = [] } = await readSource(name, bytes, options);
  const sliced = sources.map(({ text, blocks }) =>
    blocks.map(({ start, end }) => text.slice(start, end)),
  );
  const say = (source: number, numbers: readonly number[]): string =>
    numbers.map((number) => sliced[source]?.[number - 1] ?? '?').join(' + ');
  return {
    texts: Object.fromEntries(sources.map(({ name: own }, index) => [own, sliced[index] ?? []])),
    languages: sources.map(({ language }) => language ?? null),
    links: links.flatMap(({ a, b, links: own }) =>
      own.map((link) => `${say(a, link.a)} = ${say(b, link.b)}`),
    ),
    places: sources.map(({ blocks }) =>
      blocks.map(({ locator }) =>
        locator?.kind === 'unit' ? locator.id : JSON.stringify(locator),
      ),
    ),
    format: sources[0]?.format,
    notices: sources.flatMap(({ notices = [] }) => notices),
  };
}
