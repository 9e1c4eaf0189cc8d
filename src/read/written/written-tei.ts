/** The TEI that paralign writes: links in `standOff`, and each text with its sentences. */
import { blockKinds, statuses, type BlockKind, type Sentence, type Status } from '../../domain.js';
import { columnIndex } from '../../text/column-letters.js';
import { parseXml, type XmlAttributes } from '../xml/parse-xml.js';
import { textsOf } from './element-texts.js';
import { TextStore } from '../tables/stored/text-store.js';
import { NumberList } from '../tables/stored/number-list.js';
import { ParagraphStore } from './paragraph-store.js';
import { parseLanguage, parseShare, parseStatus } from './written-fields.js';
import type { WrittenFile } from './written-table.js';
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
  readonly sides: readonly (readonly [source: number, numbers: readonly number[]])[];
}

/** Reads the links and texts of a document. Throws AppError as `parseXml`. */
export async function readOwnTei(
  { name, pieces }: WrittenFile,
  encoding?: string,
): Promise<WrittenTable> {
  const names: string[] = [];
  const links = new Links();
  const texts: Passages[] = [];
  let inSources = false;
  let inStandOff = false;
  let language: string | undefined;
  let paragraph: Passage['paragraph'] = { number: 0 };
  let isNoise = false;
  const handlers = textsOf(new Set(['p', 's']), {
    open({ local, attributes }) {
      if (local === 'sourceDesc') inSources = true;
      else if (local === 'standOff') inStandOff = true;
      else if (local === 'link' && inStandOff) links.add(linkOf(attributes));
      // The group of texts has no language.
      else if (local === 'text' && attributes['xml:lang'] !== undefined) {
        texts.push(new Passages());
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
      texts.at(-1)?.add({ number, language: own, text, paragraph, isNoise });
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
  const sides: [number, number[]][] = [];
  for (const target of (attributes['target'] ?? '').split(/\s+/)) {
    const [, letters = '', number] = /^#([a-z]{1,2})([1-9]\d{0,8})$/.exec(target) ?? [];
    const source = columnIndex(letters);
    if (number === undefined || source === undefined) continue;
    const side = sides.find(([own]) => own === source);
    if (side) side[1].push(Number(number));
    else sides.push([source, [Number(number)]]);
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

/**
 * The links in their order, and every sentence without one behind the row of the sentence before it. Made anew
 * each time: as objects, the rows of a long text take a gigabyte.
 */
function rowsOf(texts: readonly Passages[], links: Links): WrittenTable['rows'] {
  const indexes = texts.map((own) => own.byNumber());
  /** By source and passage, the link that it is in. */
  const linkAt = texts.map((own) => new Int32Array(own.length).fill(-1));
  const languages = texts.map(() => new Set<string | undefined>());
  const placesOf = (source: number, numbers: readonly number[]): number[] =>
    numbers.flatMap((number) => indexes[source]?.get(number) ?? []);
  let link = 0;
  for (const { sides } of links) {
    for (const [source, numbers] of sides) {
      const places = placesOf(source, numbers);
      for (const place of places) (linkAt[source] ?? [])[place] = link;
      languages[source]?.add(texts[source]?.at(places[0] ?? -1)?.language);
    }
    link++;
  }
  /** By link, from -1: the places of the sentences behind it that have none, by source. */
  const alone = new Map<number, [source: number, place: number][]>();
  linkAt.forEach((own, source) => {
    let after = -1;
    own.forEach((link, place) => {
      if (link >= 0) after = link;
      else {
        const before = alone.get(after);
        if (before) before.push([source, place]);
        else alone.set(after, [[source, place]]);
      }
    });
  });
  const passagesAt = (source: number, places: readonly number[]): Passage[] =>
    places.flatMap((place) => texts[source]?.at(place) ?? []);
  const behind = (link: number): WrittenRow[] =>
    (alone.get(link) ?? []).map(([source, place]) => {
      const passages = passagesAt(source, [place]);
      const [passage] = passages;
      return {
        ...rowBase,
        ...(passage && single(passage, languages[source])),
        cells: cellsOf(source, passages),
      };
    });
  let length = links.length;
  for (const own of alone.values()) length += own.length;
  return {
    length,
    *[Symbol.iterator]() {
      yield* behind(-1);
      let index = 0;
      for (const { sides, ...link } of links) {
        const cells = sides.flatMap(([source, numbers]) =>
          cellsOf(source, passagesAt(source, placesOf(source, numbers))),
        );
        yield { ...rowBase, ...measured(link.confidence), id: link.id, status: link.status, cells };
        yield* behind(index++);
      }
    },
  };
}

/** The sentences of a text: as objects, those of a long one take hundreds of megabytes. */
class Passages {
  readonly #texts = new TextStore();
  readonly #numbers = new NumberList();
  readonly #paragraphs = new ParagraphStore();
  /** By sentence, the index of its language, doubled, and one more for noise. */
  readonly #kinds = new NumberList();
  readonly #languages: (string | undefined)[] = [];

  get length(): number {
    return this.#numbers.length;
  }

  add({ number, language, text, paragraph, isNoise }: Passage): void {
    const known = this.#languages.indexOf(language);
    const index = known < 0 ? this.#languages.push(language) - 1 : known;
    this.#texts.add(text);
    this.#numbers.push(number);
    this.#paragraphs.add([paragraph]);
    this.#kinds.push(index * 2 + (isNoise ? 1 : 0));
  }

  at(place: number): Passage | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const kind = this.#kinds.at(place);
    const [paragraph = { number: 0 }] = this.#paragraphs.at(place);
    return {
      number: this.#numbers.at(place),
      language: this.#languages[kind >> 1],
      text: this.#texts.at(place),
      paragraph,
      isNoise: kind % 2 === 1,
    };
  }

  /** Their places by their numbers; of two with one number, the second. */
  byNumber(): ReadonlyMap<number, number> {
    const places = new Map<number, number>();
    for (let place = 0; place < this.length; place++) places.set(this.#numbers.at(place), place);
    return places;
  }
}

/** The links of all texts, as numbers for the same reason. */
class Links implements Iterable<Link> {
  readonly #ids = new NumberList();
  readonly #statuses = new NumberList();
  readonly #confidences = new NumberList('any');
  /** The end of each link's sides. */
  readonly #ends = new NumberList();
  /** Each side: its source, how many sentences, and their numbers. */
  readonly #sides = new NumberList();

  get length(): number {
    return this.#ids.length;
  }

  add({ id = 0, status, confidence = NaN, sides }: Link): void {
    this.#ids.push(id);
    this.#statuses.push(statuses.indexOf(status));
    this.#confidences.push(confidence);
    for (const [source, numbers] of sides) {
      this.#sides.push(source);
      this.#sides.push(numbers.length);
      for (const number of numbers) this.#sides.push(number);
    }
    this.#ends.push(this.#sides.length);
  }

  *[Symbol.iterator](): Generator<Link, void, undefined> {
    let at = 0;
    for (let index = 0; index < this.length; index++) {
      const sides: [number, number[]][] = [];
      while (at < this.#ends.at(index)) {
        const count = this.#sides.at(at + 1);
        const from = at + 2;
        const numbers = Array.from({ length: count }, (_, place) => this.#sides.at(from + place));
        sides.push([this.#sides.at(at), numbers]);
        at = from + count;
      }
      const id = this.#ids.at(index);
      const confidence = this.#confidences.at(index);
      yield {
        id: id === 0 ? undefined : id,
        status: statuses[this.#statuses.at(index)] ?? 'unreviewed',
        confidence: Number.isNaN(confidence) ? undefined : confidence,
        sides,
      };
    }
  }
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
