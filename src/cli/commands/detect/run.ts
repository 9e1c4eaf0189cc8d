import type { Source } from '../../../domain.js';
import type { CommandContext } from '../command.js';
import { drawListing, lineCounter } from '../../output/listing.js';
import { segmentFiles } from '../../../pipeline/files/segment-files.js';
import { plainText } from '../../../text/markup.js';
import type { DetectRequest } from './request.js';

/** Runs `paralign detect`. */
export async function runDetect(context: CommandContext, request: DetectRequest): Promise<void> {
  const { cwd, signal } = context;
  const sources = await segmentFiles(request.sources, {
    ...request.settings,
    cwd,
    signal,
    onDiagnostic: (diagnostic) => context.warn(diagnostic),
  });
  const { keepNoise = false } = request.settings;
  if (context.json) {
    await context.stdout.write(
      `${JSON.stringify({ sources: sources.map(paragraphsJson) }, null, 2)}\n`,
    );
    return;
  }
  const { columns, color } = context.stdout;
  for (const [index, source] of sources.entries()) {
    const lineAt = lineCounter(source.text);
    const rows = source.paragraphs.map((paragraph) => {
      const { number, start, end, language, confidence } = paragraph;
      const text = source.text.slice(start, end);
      const noise = keepNoise ? null : paragraph.noise;
      const [first, last] = [lineAt(start), lineAt(end)];
      return {
        cells: [
          String(number),
          first === last ? String(first) : `${first}-${last}`,
          language,
          language === 'und' ? '' : `${Math.round(confidence * 100)}%`,
          noise ?? '',
        ],
        text: noise === null ? plainText({ ...paragraph, text }) : text,
        dim: noise !== null,
      };
    });
    const header = ['no', 'lines', 'lang', 'conf', 'noise'];
    const text = drawListing(source, header, rows, { columns, cut: true, color });
    await context.stdout.write(`${index > 0 ? '\n' : ''}${text}`);
  }
}

/** A source as `--json` prints it; keys of some formats only are absent from the others. */
export function paragraphsJson({
  name,
  format,
  textIs,
  encodingDoubt,
  paragraphs,
}: Source): object {
  return {
    name,
    ...(textIs === 'extracted' && { format, textIs }),
    ...(encodingDoubt && { encodingDoubt }),
    paragraphs: paragraphs.map(
      ({ number, start, end, language, confidence, noise, heading, kind, locator, segmented }) => ({
        number,
        start,
        end,
        language,
        confidence: Math.round(confidence * 1000) / 1000,
        noise,
        ...(heading > 0 && { heading }),
        ...(kind && { kind }),
        ...(locator && { locator }),
        ...(segmented && { segmented }),
      }),
    ),
  };
}
