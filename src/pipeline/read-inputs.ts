/** The first step of the pipeline: from files to texts with names and languages. */
import type { BlockLinks, SourceText, Span } from '../domain.js';
import { readSource, type IsolatedRead, type ReadOptions } from '../read/read-source.js';
import { keepSharedRepeats } from '../read/noise/shared-repeats.js';
import type { PassageLinks } from './references/source-anchors.js';
import type { SegmentationOptions, SourceInput, TextInput } from './source-input.js';
import { resolveLanguages, type NamedSource } from './references/source-references.js';

/** The content of a run's inputs. */
export interface ReadInputs {
  /** All texts, with names that are unique in the run. */
  readonly texts: readonly SourceText[];
  /** The texts by the names that options use. */
  readonly named: readonly NamedSource[];
  /** The language of every text, from the options or the file; undefined if it is to be detected. */
  readonly languages: readonly (string | undefined)[];
  /** Characters of every text. */
  readonly lengths: readonly number[];
  /** Which passages belong together according to the files; indexes are those of `texts`. */
  readonly links: readonly PassageLinks[];
}

/**
 * Reads all inputs of a run, in order. Options about languages refer to the resulting
 * sources.
 *
 * @param isolate reads files of formats that want a process of their own; all in this one without it
 * @throws AppError as `readSource`, and `usage` for a language of a source that is not there
 */
export async function readInputs(
  inputs: readonly (SourceInput | TextInput)[],
  options: Omit<SegmentationOptions, 'only' | 'keepNoise'>,
  isolate?: IsolatedRead,
): Promise<ReadInputs> {
  const texts: SourceText[] = [];
  const named: NamedSource[] = [];
  const links: PassageLinks[] = [];
  const names = new Set(inputs.map(({ name }) => name));
  for (const input of inputs) {
    const data = 'text' in input ? input.text : input.bytes;
    const read = await readSource(input.name, data, {
      ...readOptions(options),
      ...(isolate && { isolate }),
    });
    links.push(...(read.links ?? []).map((own) => toPassages(read.sources, own, texts.length)));
    const several = read.sources.length > 1;
    for (const source of read.sources) {
      const name = several ? freeName(source.name, names) : source.name;
      names.add(name);
      texts.push({ ...source, name });
      const operand = 'text' in input ? undefined : input.operand;
      const path = several ? `${operand}${source.name.slice(input.name.length)}` : operand;
      named.push({ name, ...(operand !== undefined && path !== undefined && { operand: path }) });
    }
  }
  const given = resolveLanguages(options.languages, named);
  const languages = texts.map(({ language }, index) => given[index] ?? language);
  const lengths = texts.map(({ text }) => text.length);
  return { texts: keepSharedRepeats(texts), named, languages, lengths, links };
}

function readOptions({
  segmented,
  encoding,
  from,
  formats,
  columns,
  rows,
  joinCues,
}: Omit<SegmentationOptions, 'only' | 'keepNoise'>): ReadOptions {
  return {
    ...(columns && { columns }),
    ...(rows !== undefined && { rows }),
    ...(joinCues !== undefined && { joinCues }),
    ...(segmented !== undefined && { segmented }),
    ...(encoding !== undefined && { encoding }),
    ...(from !== undefined && { from }),
    ...(formats && { formats }),
  };
}

/** A file may have the same name as a part of another. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}#${count}`;
  return free;
}

/** Places in the text instead of block numbers, which change when blocks are split where the language changes. */
function toPassages(
  sources: readonly SourceText[],
  { a, b, links }: BlockLinks,
  first: number,
): PassageLinks {
  const spansOf = (source: number, numbers: readonly number[]): Span[] =>
    numbers.map((number) => {
      const block = sources[source]?.blocks[number - 1];
      if (!block) throw new RangeError(`source ${source} has no block ${number} to link`);
      return { start: block.start, end: block.end };
    });
  return {
    a: first + a,
    b: first + b,
    links: links.map((link) => ({ a: spansOf(a, link.a), b: spansOf(b, link.b) })),
  };
}
