/** The TEI that paralign writes: links in `standOff`, and each text with its sentences. */
import { blockKinds, type BlockKind, type Sentence, type Status } from '../../domain.js';
import { columnIndex } from '../../text/column-letters.js';
import { parseXml, type XmlAttributes } from '../xml/parse-xml.js';
import { textsOf } from './element-texts.js';
import { parseLanguage, parseShare, parseStatus } from './written-fields.js';
import type { WrittenFile } from './written-file.js';
import type { WrittenCell, WrittenRow, WrittenTable } from './written-table.js';

interface Passage {
  readonly number: number;
  readonly language: string | undefined;
  readonly text: string;
  readonly paragraph: WrittenCell['paragraphs'][number];
  readonly isNoise: boolean;
}

interface Link {
  readonly id: number | undefined;
  readonly status: Status;
  readonly confidence: number | undefined;
  /** By source, the numbers of its sentences. */
  readonly sides: ReadonlyMap<number, readonly number[]>;
}

/** Reads the links and texts of a document. Throws AppError as `parseXml`. */
export async function readOwnTei(
  { name, pieces }: WrittenFile,
  encoding?: string,
): Promise<WrittenTable> {
  const names: string[] = [];
  const links: Link[] = [];
  const texts: Passage[][] = [];
  let inSources = false;
  let inStandOff = false;
  let language: string | undefined;
  let paragraph: Passage['paragraph'] = { number: 0 };
  let isNoise = false;
  const handlers = textsOf(new Set(['p', 's']), {
    open({ local, attributes }) {
      if (local === 'sourceDesc') inSources = true;
      else if (local === 'standOff') inStandOff = true;
      else if (local === 'link' && inStandOff) links.push(linkOf(attributes));
      // The group of texts has no language.
      else if (local === 'text' && attributes['xml:lang'] !== undefined) {
        texts.push([]);
        language = parseLanguage(attributes['xml:lang']);
        paragraph = { number: 0 };
      } else if (local === 'ab') {
        isNoise = attributes['type'] === 'noise';
        paragraph = { number: paragraph.number + 1, ...kindOf(attributes) };
      }
    },
    text(local, attributes, text) {
      if (local === 'p') {
        if (inSources) names.push(text);
        return;
      }
      const own = parseLanguage(attributes['xml:lang'] ?? '') ?? language;
      const number = Number(/\d+$/.exec(attributes['xml:id'] ?? '')?.[0] ?? 0);
      texts.at(-1)?.push({ number, language: own, text, paragraph, isNoise });
    },
    close(local) {
      if (local === 'sourceDesc') inSources = false;
      else if (local === 'standOff') inStandOff = false;
    },
  });
  await parseXml(name, pieces(), handlers, encoding === undefined ? {} : { encoding });
  const sources = texts.map((_, index) => ({ name: names[index] ?? `${name}:${index + 1}` }));
  return { sources, rows: rowsOf(texts, links) };
}

function linkOf(attributes: XmlAttributes): Link {
  const sides = new Map<number, number[]>();
  for (const target of (attributes['target'] ?? '').split(/\s+/)) {
    const [, letters = '', number] = /^#([a-z]{1,2})([1-9]\d{0,8})$/.exec(target) ?? [];
    const source = columnIndex(letters);
    if (number === undefined || source === undefined) continue;
    const side = sides.get(source);
    if (side) side.push(Number(number));
    else sides.set(source, [Number(number)]);
  }
  const id = /^link([1-9]\d{0,8})$/.exec(attributes['xml:id'] ?? '')?.[1];
  const cert = attributes['cert'];
  return {
    id: id === undefined ? undefined : Number(id),
    status: parseStatus(attributes['subtype'] ?? ''),
    confidence: cert === undefined ? undefined : parseShare(cert, 0),
    sides,
  };
}

function kindOf({ type, n }: XmlAttributes): { heading?: number; kind?: BlockKind } {
  if (type === 'heading') return { heading: Math.min(6, Number(n) || 1) };
  const kind = blockKinds.find((known) => known === type);
  return kind ? { kind } : {};
}

/** The links in their order, and every sentence without one behind the row of the sentence before it. */
function rowsOf(texts: readonly (readonly Passage[])[], links: readonly Link[]): WrittenRow[] {
  const rowOf = texts.map(() => new Map<number, number>());
  const languages = texts.map(() => new Set<string | undefined>());
  const byNumber = texts.map((own) => new Map(own.map((passage) => [passage.number, passage])));
  const linked = links.map(({ sides, ...link }, index): WrittenRow => {
    const cells = [...sides].flatMap(([source, numbers]) => {
      const passages = numbers.flatMap((number) => byNumber[source]?.get(number) ?? []);
      for (const { number } of passages) rowOf[source]?.set(number, index);
      languages[source]?.add(passages[0]?.language);
      return cellsOf(source, passages);
    });
    return { ...rowBase, ...measured(link.confidence), id: link.id, status: link.status, cells };
  });
  const alone = new Map<number, WrittenRow[]>();
  texts.forEach((passages, source) => {
    let after = -1;
    for (const passage of passages) {
      const row = rowOf[source]?.get(passage.number);
      if (row !== undefined) {
        after = row;
        continue;
      }
      const own = {
        ...rowBase,
        ...single(passage, languages[source]),
        cells: cellsOf(source, [passage]),
      };
      const before = alone.get(after);
      if (before) before.push(own);
      else alone.set(after, [own]);
    }
  });
  return [
    ...(alone.get(-1) ?? []),
    ...linked.flatMap((row, index) => [row, ...(alone.get(index) ?? [])]),
  ];
}

const rowBase = {
  id: undefined,
  method: 'parallel',
  score: 0,
  confidence: 0,
  crossing: false,
  status: 'unreviewed',
  note: '',
  flagged: false,
  checks: '',
} as const satisfies Omit<WrittenRow, 'cells'>;

/** A reviewer's link has no confidence. */
function measured(confidence: number | undefined): Pick<WrittenRow, 'method' | 'confidence'> {
  return confidence === undefined
    ? { method: 'manual', confidence: 0 }
    : { method: 'parallel', confidence };
}

/** A sentence in a language that no link of its text is in was left out of the alignment. */
function single(
  { isNoise, language }: Passage,
  linked: ReadonlySet<string | undefined> = new Set(),
): Pick<WrittenRow, 'method'> & { readonly noise?: Exclude<Sentence['noise'], null> } {
  if (isNoise) return { method: 'noise', noise: 'boilerplate' };
  return { method: linked.size === 0 || linked.has(language) ? 'parallel' : 'excluded' };
}

/** The passages of a source in one cell for each language. */
function cellsOf(source: number, passages: readonly Passage[]): WrittenCell[] {
  const [first] = passages;
  if (!first) return [];
  return [
    {
      source,
      ...(first.language !== undefined && { language: first.language }),
      text: passages.map(({ text }) => text).join('\n'),
      sentences: passages.map(({ number }) => number),
      count: passages.length,
      paragraphs: [
        ...new Map(passages.map(({ paragraph }) => [paragraph.number, paragraph])).values(),
      ],
      spans: [],
    },
  ];
}
