/** Bytes to sources, sources to sentences: nothing is lost, nothing is there twice. */
import fc from 'fast-check';
import type { Paragraph, SourceText, Span } from '../../../src/domain.js';
import { detectLanguages } from '../../../src/language/detect-languages.js';
import { readSource } from '../../../src/read/read-source.js';
import { segmentSource } from '../../../src/segment/segment-source.js';
import { segmentText } from '../../../src/segment/segment-text.js';
import { makeSplitter } from '../../../src/segment/splitting/splitter.js';
import { plainText } from '../../../src/text/markup.js';
import { isPattern } from '../../../src/text/patterns/is-pattern.js';
import { must, orLaterRefusal, type FuzzTarget } from '../harness.js';
import { fileBytes, texts } from '../made-up.js';

const languages = fc.constantFrom(
  ...[
    'en',
    'fr',
    'de',
    'es',
    'ru',
    'ja',
    'zh',
    'zh-Hant',
    'ko',
    'ar',
    'he',
    'hi',
    'th',
    'el',
    'hy',
  ],
  ...['am', 'vi', 'tr', 'und', 'xx', 'x-nonsense', '__proto__'],
);
const endings = fc.constantFrom(
  ...[
    '.txt',
    '.md',
    '.markdown',
    '.csv',
    '.tsv',
    '.jsonl',
    '.html',
    '.xml',
    '.tei',
    '.tmx',
    '.xlf',
    '.po',
  ],
  ...['.srt', '.vtt', '.ass', '.rtf', '.fodt', '.docx', '.odt', '.epub', '.xlsx', '.pdf', ''],
);
const encodings = fc.constantFrom(
  ...['utf-8', 'utf-16le', 'utf-16be', 'utf-32', 'latin1', 'windows-1250', 'gb18030', 'big5'],
  ...['shift_jis', 'euc-jp', 'euc-kr', 'iso-2022-jp', 'koi8-r', 'utf-7', 'auto', '', 'constructor'],
);

/** What a file can be refused for. */
export const readingErrors = [
  'empty-source',
  'binary-source',
  'undecodable-source',
  'unknown-encoding',
  'unread-format',
  'not-a-source',
  'unreadable-document',
  'unclear-columns',
  'bad-table',
] as const;

const show = ({ start, end }: Span) => `[${start}, ${end})`;

/** In order, apart from each other, inside the text. */
export function mustBeApart(spans: readonly Span[], length: number, what: string): void {
  let last = 0;
  for (const span of spans) {
    must(span.start >= last, () => `${what} ${show(span)} begins before ${last}`);
    must(span.end >= span.start, () => `${what} ${show(span)} ends before it begins`);
    must(span.end <= length, () => `${what} ${show(span)} ends behind the text`);
    last = span.end;
  }
}

/** White space and every line end that Unicode knows. */
const blank = /^[\s\u0085]*$/;

/** All that is not white space in `text` is in one of the spans, from `from` to `to`. */
export function mustCover(text: string, spans: readonly Span[], from: number, to: number): void {
  let at = from;
  for (const { start, end } of [...spans, { start: to, end: to }]) {
    const gap = text.slice(at, start);
    must(blank.test(gap), () => `${JSON.stringify(gap.slice(0, 80))} at ${at} is in no sentence`);
    at = end;
  }
}

function mustBeRead(source: SourceText): void {
  mustBeApart(source.blocks, source.text.length, 'block');
  source.blocks.forEach(({ number, start }, index) => {
    must(number === index + 1, () => `block ${index + 1} is number ${number}`);
    const next = source.blocks[index + 1];
    must(next === undefined || next.start > start, () => `two blocks begin at ${start}`);
  });
}

function mustHaveLanguages(source: SourceText, paragraphs: readonly Paragraph[]): void {
  mustBeApart(paragraphs, source.text.length, 'paragraph');
  for (const { language, confidence } of paragraphs) {
    must(/^[a-z]{2,3}(-\w+)*$/.test(language), () => `language "${language}"`);
    must(confidence >= 0 && confidence <= 1, () => `confidence ${confidence}`);
  }
  for (const { start, end } of source.blocks) {
    const own = paragraphs.filter((x) => x.start >= start && x.end <= end);
    mustCover(source.text, own, start, end);
  }
}

const decoding: FuzzTarget = {
  name: 'decoding',
  share: 1,
  property: (count) =>
    fc.asyncProperty(
      fileBytes(40),
      endings,
      fc.option(encodings, { nil: undefined, freq: 3 }),
      fc.boolean(),
      async (bytes, ending, encoding, segmented) => {
        const before = Buffer.from(bytes).toString('base64');
        const found = await orLaterRefusal(readingErrors, () =>
          readSource(`name${ending}`, bytes, {
            segmented,
            ...(encoding !== undefined && { encoding }),
          }),
        );
        must(Buffer.from(bytes).toString('base64') === before, () => 'the input was changed');
        found?.sources.forEach(mustBeRead);
        count(found === null ? 'refused' : 'read');
      },
    ),
};

const documents: FuzzTarget = {
  name: 'documents',
  share: 1,
  property: (count) =>
    fc.asyncProperty(
      texts(40),
      fc.constantFrom('text', 'markdown'),
      fc.boolean(),
      async (text, from, segmented) => {
        const found = await orLaterRefusal(readingErrors, () =>
          readSource('name.txt', text, { from, segmented }),
        );
        for (const source of found?.sources ?? []) {
          must(source.text === text.replace(/^\ufeff/, ''), () => 'the text was changed');
          mustBeRead(source);
          if (from === 'text') mustCover(source.text, source.blocks, 0, source.text.length);
        }
        count('characters', text.length);
      },
    ),
};

const sentences: FuzzTarget = {
  name: 'segmentation',
  share: 16,
  property: (count) =>
    fc.property(texts(400), languages, (text, language) => {
      const spans = segmentText(text, language);
      mustBeApart(spans, text.length, 'sentence');
      mustCover(text, spans, 0, text.length);
      for (const { start, end } of spans) {
        must(end > start, () => `an empty sentence at ${start}`);
        must(!/^\s/.test(text.slice(start, start + 1)), () => `a blank at ${start}`);
        must(!/\s$/.test(text.slice(end - 1, end)), () => `a blank before ${end}`);
      }
      count('sentences', spans.length);
    }),
};

const languagesOfSources: FuzzTarget = {
  name: 'languages',
  share: 3,
  property: (count) =>
    fc.asyncProperty(
      texts(60),
      fc.constantFrom('text', 'markdown'),
      fc.subarray(['en', 'fr', 'ja', 'zh-Hant', 'xx'], { maxLength: 3 }),
      async (text, from, only) => {
        const found = await orLaterRefusal(readingErrors, () =>
          readSource('name.txt', text, { from }),
        );
        for (const source of found?.sources ?? []) {
          const paragraphs = detectLanguages(source, only.length > 0 ? { only } : {});
          mustHaveLanguages(source, paragraphs);
          const own = segmentSource(source, paragraphs);
          mustBeApart(own, source.text.length, 'sentence');
          for (const { start, end } of paragraphs) {
            mustCover(
              source.text,
              own.filter((x) => x.start >= start && x.end <= end),
              start,
              end,
            );
          }
          own.forEach((sentence, index) => {
            must(sentence.number === index + 1, () => `sentence ${index + 1} is misnumbered`);
            const slice = source.text.slice(sentence.start, sentence.end);
            must(sentence.text === slice, () => `sentence ${index + 1} is not its slice`);
          });
          count('paragraphs', paragraphs.length);
          count('sentences', own.length);
        }
      },
    ),
};

const marks = fc.constantFrom(
  ...['*', '**', '_', '`', '[', ']', '](', '](a.b)', '![', '<b>', '</b>', '<!--', '-->', '[^1]'],
  ...['\\', '\n', '\n\n', '\r\n', '> ', '- ', '# ', '|', '\n|-|-|\n', '~~', '[a]: b\n', '. ', '。'],
  ...[
    'Yesterday the weather was fine. ',
    'Ayer hizo muy buen tiempo. ',
    'привет. ',
    '好。',
    'a',
    ' ',
  ],
);

const markdown: FuzzTarget = {
  name: 'marks of Markdown',
  share: 3,
  property: (count) =>
    fc.asyncProperty(fc.array(marks, { maxLength: 80 }), async (parts) => {
      const found = await orLaterRefusal(readingErrors, () =>
        readSource('name.md', parts.join(''), { from: 'markdown' }),
      );
      for (const source of found?.sources ?? []) {
        const paragraphs = detectLanguages(source);
        mustHaveLanguages(source, paragraphs);
        for (const own of [...source.blocks, ...paragraphs]) {
          mustBeApart(own.markup ?? [], own.end, 'markup');
          must((own.markup?.[0]?.start ?? own.start) >= own.start, () => 'markup before its block');
        }
        const sentences = segmentSource(source, paragraphs);
        mustBeApart(sentences, source.text.length, 'sentence');
        for (const { start, end } of paragraphs) {
          const own = sentences.filter((x) => x.start >= start && x.end <= end);
          mustCover(source.text, own, start, end);
        }
        for (const sentence of sentences) {
          must(
            plainText(sentence).length <= sentence.text.length,
            () => 'more is read than stands there',
          );
          count(sentence.markup ? 'sentences with markup' : 'sentences');
        }
      }
    }),
};

const expressions = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b',
        '.',
        '\\.',
        '\\s',
        '\\b',
        '\\p{Lu}',
        '[a-c]',
        '[^.]',
        '[[:alpha:]&&[^x]]',
        '|',
        '*',
        '+',
        '?',
      ],
      ...[
        '{2}',
        '{1,3}',
        '*+',
        '??',
        '(',
        ')',
        '(?:',
        '(?=',
        '(?!',
        '(?<=',
        '(?<!',
        '(?>',
        '(?i)',
        '^',
        '$',
        '\\Q',
        '\\E',
      ],
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const splitting: FuzzTarget = {
  name: 'rules of splitting',
  share: 3,
  property: (count) =>
    fc.property(
      fc.array(fc.record({ breaks: fc.boolean(), before: expressions, after: expressions }), {
        maxLength: 5,
      }),
      texts(60),
      fc.array(fc.constantFrom('a', 'nr', 'z.b', '')),
      (rules, text, words) => {
        const usable = rules.filter(({ before, after }) => isPattern(before) && isPattern(after));
        count('refused', rules.length - usable.length);
        count('rules', usable.length);
        const split = makeSplitter({
          srx: {
            name: 'rules.srx',
            cascade: true,
            maps: [{ languages: '.*', list: 'all' }],
            lists: [{ name: 'all', rules: usable }],
          },
          abbreviations: [{ language: null, words }],
        });
        const spans = split(text, 'en');
        mustBeApart(spans, text.length, 'sentence');
        mustCover(text, spans, 0, text.length);
        count('sentences', spans.length);
      },
    ),
};

/** From bytes to sentences. */
export const readingTargets: readonly FuzzTarget[] = [
  decoding,
  documents,
  sentences,
  languagesOfSources,
  markdown,
  splitting,
];
