/** The stages from a text to what is written, each to be run and timed alone. */
import { Checker } from '../../src/check/checker.js';
import type { Cells } from '../../src/check/passages.js';
import type { Row, Source, SourceText, Stream } from '../../src/domain.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { detectLanguages } from '../../src/language/detect-languages.js';
import { decodeBytes } from '../../src/read/decode/decode.js';
import { readSource } from '../../src/read/read-source.js';
import { drawListing } from '../../src/cli/output/listing.js';
import { sourcesJson } from '../../src/cli/output/sources-json.js';
import type { SrxRules } from '../../src/read/splitting/rules.js';
import { segmentSource } from '../../src/segment/segment-source.js';
import { makeSplitter } from '../../src/segment/splitting/splitter.js';
import { diffWords } from '../../src/text/word-diff.js';
import { safeText } from '../../src/terminal/safe-text.js';
import { wrapText } from '../../src/terminal/wrap-text.js';
import type { StreamInput } from '../../src/align/input/stream-input.js';
import { formatNames, type FormatName } from '../../src/write/formats.js';
import { writeTable } from '../../src/write/write-table.js';

/** One stage: what it takes is made before the clock runs. */
export type Stage = (text: string) => Promise<() => unknown>;

const embedder = await loadEmbedder();

/** Rules with repeats inside repeats, and a look at what follows. */
const srx: SrxRules = {
  name: 'rules.srx',
  cascade: true,
  maps: [{ languages: '.*', list: 'All' }],
  lists: [
    {
      name: 'All',
      rules: [
        { breaks: false, before: '(?:\\p{L}+[-.]?)+\\d', after: '' },
        { breaks: false, before: '[A-Z].*x', after: '(?=.*y)' },
        { breaks: true, before: '[.!?]+["\\s]*', after: '\\S' },
      ],
    },
  ],
};

async function read(text: string, from = 'text'): Promise<SourceText> {
  const { sources } = await readSource('a.txt', text, { from });
  return sources[0]!;
}

async function segmented(text: string): Promise<Source> {
  const source = await read(text);
  const paragraphs = detectLanguages(source, { language: 'en' });
  const sentences = segmentSource(source, paragraphs, { keepNoise: true });
  return { ...source, paragraphs, sentences };
}

/** A text as one long sentence of a stream. */
function oneSentence(text: string, source: number, language: string): Stream {
  const sentence = {
    number: 1,
    paragraph: 1,
    start: 0,
    end: text.length,
    language,
    text,
    noise: null,
  };
  return { source, language, sentences: [sentence] };
}

/** The text against itself with a word more, said to be in another language. */
function oneRow(text: string): { streams: Stream[]; row: Cells } {
  const streams = [oneSentence(text, 0, 'en'), oneSentence(`${text} x`, 1, 'fr')];
  return { streams, row: { cells: [[0], [0]] } };
}

/** The first half of the text against the second: where all is different, neither has anything of the other. */
function checkHalves(text: string, languages: readonly [string, string]): () => unknown {
  const half = text.length >> 1;
  const halves = [text.slice(0, half), text.slice(half)];
  const streams = halves.map((own, at) => oneSentence(own, at, languages[at] ?? 'en'));
  const row = { cells: [[0], [0]] };
  return () => new Checker(streams, [row]).check(row);
}

/** All stages that take any text. */
export const stages: Readonly<Record<string, Stage>> = {
  decode: (text) => {
    const bytes = new TextEncoder().encode(text);
    return Promise.resolve(() => decodeBytes('a.txt', bytes));
  },
  read: (text) => Promise.resolve(() => read(text)),
  language: async (text) => {
    const source = await read(text);
    return () => detectLanguages(source);
  },
  segment: async (text) => {
    const source = await read(text);
    const languages = ['en', 'th', 'ja', 'de'];
    const paragraphs = languages.map((language) => detectLanguages(source, { language }));
    return () => paragraphs.map((each) => segmentSource(source, each, { keepNoise: true }));
  },
  rules: async (text) => {
    const source = await read(text);
    const split = makeSplitter({ srx });
    const paragraphs = detectLanguages(source, { language: 'en' });
    return () => segmentSource(source, paragraphs, { keepNoise: true, split });
  },
  listing: async (text) => {
    const source = await segmented(text);
    const rows = source.sentences.map(({ number, text: own }) => ({
      cells: [String(number)],
      text: own,
      dim: false,
    }));
    return () => {
      const layout = { columns: 80, cut: true, color: true };
      for (const piece of drawListing(source, ['no'], () => rows, layout)) safeText(piece);
      const items = { head: {}, list: 'sentences', items: source.sentences };
      for (const piece of sourcesJson([items])) safeText(piece);
    };
  },
  embed: async (text) => {
    const { sentences } = await segmented(text);
    const texts = [text, ...sentences.map((sentence) => sentence.text)];
    return () => embedder.embed(texts, { pieces: true });
  },
  check: (text) => {
    const { streams, row } = oneRow(text);
    return Promise.resolve(() => new Checker(streams, [row]).check(row));
  },
  'check, nothing in common': (text) => Promise.resolve(checkHalves(text, ['en', 'fr'])),
  'check, one language': (text) => Promise.resolve(checkHalves(text, ['en', 'en'])),
  'check, Chinese and Japanese': (text) => Promise.resolve(checkHalves(text, ['zh', 'ja'])),
  terminal: (text) =>
    Promise.resolve(() => [
      safeText(text),
      wrapText(text, 80),
      diffWords(text, `${text.slice(0, 10)} x ${text.slice(10)}`, 'en'),
    ]),
};

/** Markdown is read only: what comes out is text as any other. */
export const readMarkdown: Stage = (text) =>
  Promise.resolve(async () => {
    const source = await read(text, 'markdown');
    return segmentSource(source, detectLanguages(source, { language: 'en' }));
  });

/** Lines as the sentences of a stream, with vectors. */
export async function streamOfLines(
  lines: readonly string[],
  source: number,
  language: string,
): Promise<StreamInput> {
  let start = 0;
  const sentences = lines.map((text, at) => {
    const begins = start;
    start += text.length + 1;
    return {
      number: at + 1,
      paragraph: at + 1,
      start: begins,
      end: begins + text.length,
      language,
      text,
      noise: null,
    };
  });
  const embedding = await embedder.embed(lines, { pieces: true });
  return { stream: { source, language, sentences }, embedding };
}

/** A row of two long sentences, in every format. */
export const writeRows: Stage = (text) => {
  const streams = [oneSentence(text, 0, 'en'), oneSentence(text, 1, 'fr')];
  const sources = streams.map(({ sentences }, index) => ({
    name: `${index}.txt`,
    text,
    format: 'text',
    textIs: 'file' as const,
    paragraphs: [],
    sentences,
  }));
  const rows: Row[] = [
    {
      cells: [[0], [0]],
      score: 1,
      confidence: 1,
      method: 'parallel',
      crossing: false,
      status: 'unreviewed',
      checks: [],
      note: '',
    },
  ];
  const table = { sources, streams, alignments: [], rows };
  const write = async (name: FormatName): Promise<number> => {
    let parts = 0;
    for await (const _ of writeTable(table, name)) parts++;
    return parts;
  };
  // Excel takes no cell as long as these.
  const names = formatNames.filter((name) => name !== 'xlsx');
  return Promise.resolve(() => Promise.all(names.map(write)));
};
