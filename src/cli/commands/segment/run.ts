import type { Paragraph, Source } from '../../../domain.js';
import { AppError } from '../../../errors.js';
import type { CommandContext } from '../command.js';
import { writeData } from '../../output/result.js';
import { drawListing } from '../../output/listing.js';
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
    await context.stdout.write(
      `${JSON.stringify({ sources: sources.map(sentencesJson) }, null, 2)}\n`,
    );
    return;
  }
  if (request.print === 'lines') {
    for (const source of sources) await writeData(context.stdout, toLines(source));
    return;
  }
  const { columns, color, isTerminal } = context.stdout;
  for (const [index, source] of sources.entries()) {
    const rows = source.sentences.map((sentence) => ({
      cells: [
        String(sentence.number),
        String(sentence.paragraph),
        sentence.language,
        sentence.noise ?? '',
      ],
      text: sentence.noise === null ? plainText(sentence) : sentence.text,
      dim: sentence.noise !== null,
    }));
    const header = ['no', 'par', 'lang', 'noise'];
    const text = drawListing(source, header, rows, { columns, cut: isTerminal, color });
    await context.stdout.write(`${index > 0 ? '\n' : ''}${text}`);
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

/** One sentence per line: line breaks inside a sentence become spaces. */
function toLines({ sentences }: Source): string {
  return sentences
    .filter(({ noise }) => noise === null)
    .map(
      ({ text }) => `${text.replace(/\s+/g, (blank) => (lineBreak.test(blank) ? ' ' : blank))}\n`,
    )
    .join('');
}

/** A source as `--json` prints it; keys of some formats only are absent from the others. */
export function sentencesJson({
  name,
  format,
  textIs,
  encodingDoubt,
  paragraphs,
  sentences,
}: Source): object {
  return {
    name,
    ...(textIs === 'extracted' && { format, textIs }),
    ...(encodingDoubt && { encodingDoubt }),
    sentences: sentences.map(({ number, paragraph, start, end, language, text, noise }) => ({
      number,
      paragraph,
      start,
      end,
      language,
      text,
      noise,
      ...placeOf(paragraphs[paragraph - 1]),
    })),
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
