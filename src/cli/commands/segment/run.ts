import type { Paragraph, Source } from '../../../domain.js';
import { AppError } from '../../../errors.js';
import type { CommandContext } from '../command.js';
import { writeData } from '../../output/result.js';
import { drawListing, type ListingRow } from '../../output/listing.js';
import { sourcesJson, type SourceJson } from '../../output/sources-json.js';
import { diagnoseReading } from '../../../pipeline/diagnose.js';
import { readTexts } from '../../../pipeline/files/read-texts.js';
import { segmentFiles } from '../../../pipeline/files/segment-files.js';
import { plainText } from '../../../text/markup.js';
import type { SegmentRequest } from './request.js';

/** Runs `paralign segment`. */
export async function runSegment(context: CommandContext, request: SegmentRequest): Promise<void> {
  if (request.print === 'text') return printText(context, request);
  const { cwd, signal } = context;
  const sources = await segmentFiles(request.sources, {
    ...request.settings,
    cwd,
    signal,
    onDiagnostic: (diagnostic) => context.warn(diagnostic),
  });
  if (context.json) {
    for (const piece of sourcesJson(sources.map(sentencesJson))) await context.stdout.write(piece);
    return;
  }
  if (request.print === 'lines') {
    for (const source of sources)
      for (const piece of toLines(source)) await writeData(context.stdout, piece);
    return;
  }
  const { columns, color, isTerminal } = context.stdout;
  for (const [index, source] of sources.entries()) {
    if (index > 0) await context.stdout.write('\n');
    const rows = (): Iterable<ListingRow> => listed(source);
    const header = ['no', 'par', 'lang', 'noise'];
    const layout = { columns, cut: isTerminal, color };
    for (const piece of drawListing(source, header, rows, layout)) {
      await context.stdout.write(piece);
    }
  }
}

function* listed({ sentences }: Source): Generator<ListingRow, void, undefined> {
  for (const sentence of sentences) {
    const { number, paragraph, language, noise } = sentence;
    yield {
      cells: [String(number), String(paragraph), language, noise ?? ''],
      text: noise === null ? plainText(sentence) : sentence.text,
      dim: noise !== null,
    };
  }
}

/** The text that offsets point into, byte for byte; several only as JSON, or nobody could tell them apart. */
async function printText(
  context: CommandContext,
  { sources, settings }: SegmentRequest,
): Promise<void> {
  const { cwd, signal } = context;
  const texts = await readTexts(sources, { ...settings, cwd, signal });
  diagnoseReading(texts, (diagnostic) => context.warn(diagnostic));
  if (context.json) {
    const found = texts.map(({ name, format, text }) => ({ name, format, text }));
    await context.stdout.write(`${JSON.stringify({ sources: found }, null, 2)}\n`);
    return;
  }
  const [only, second] = texts;
  if (second !== undefined)
    throw new AppError(
      'usage',
      `--text prints one text, and there are ${texts.length}: ${texts.map(({ name }) => name).join(', ')}`,
      { hint: 'add --json to get them all' },
    );
  await writeData(context.stdout, only?.text ?? '');
}

const lineBreak = /[\n\r\f\v\u0085\u2028\u2029]/;

/** Text is handed on in pieces of about this many UTF-16 units. */
const pieceLength = 1 << 16;

/** One sentence per line: line breaks inside a sentence become spaces. */
function* toLines({ sentences }: Source): Generator<string, void, undefined> {
  let piece = '';
  for (const { text, noise } of sentences) {
    if (noise !== null) continue;
    const line = lineBreak.test(text)
      ? text.replace(/\s+/g, (blank) => (lineBreak.test(blank) ? ' ' : blank))
      : text;
    piece += `${line}\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** A source as `--json` prints it; keys of some formats only are absent from the others. */
export function sentencesJson({
  name,
  format,
  textIs,
  encodingDoubt,
  paragraphs,
  sentences,
}: Source): SourceJson {
  return {
    head: {
      name,
      ...(textIs === 'extracted' && { format, textIs }),
      ...(encodingDoubt && { encodingDoubt }),
    },
    list: 'sentences',
    items: (function* () {
      for (const { number, paragraph, start, end, language, text, noise } of sentences) {
        const place = placeOf(paragraphs[paragraph - 1]);
        yield { number, paragraph, start, end, language, text, noise, ...place };
      }
    })(),
  };
}

function placeOf(
  paragraph: Paragraph | undefined,
): Partial<Pick<Paragraph, 'heading' | 'kind' | 'locator' | 'segmented'>> {
  return {
    ...(paragraph && paragraph.heading > 0 && { heading: paragraph.heading }),
    ...(paragraph?.kind && { kind: paragraph.kind }),
    ...(paragraph?.locator && { locator: paragraph.locator }),
    ...(paragraph?.segmented && { segmented: paragraph.segmented }),
  };
}
