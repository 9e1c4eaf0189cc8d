import type { Source } from '../../../domain.js';
import type { CommandContext } from '../command.js';
import { drawListing, lineCounter, type ListingRow } from '../../output/listing.js';
import { sourcesJson, type SourceJson } from '../../output/sources-json.js';
import { detectFiles } from '../../../pipeline/files/segment-files.js';
import { plainText } from '../../../text/markup.js';
import type { DetectRequest } from './request.js';

/** Runs `paralign detect`. */
export async function runDetect(context: CommandContext, request: DetectRequest): Promise<void> {
  const { cwd, signal } = context;
  const sources = await detectFiles(request.sources, {
    ...request.settings,
    cwd,
    signal,
    onDiagnostic: (diagnostic) => context.warn(diagnostic),
  });
  const { keepNoise = false } = request.settings;
  if (context.json) {
    for (const piece of sourcesJson(sources.map(paragraphsJson))) await context.stdout.write(piece);
    return;
  }
  const { columns, color } = context.stdout;
  for (const [index, source] of sources.entries()) {
    if (index > 0) await context.stdout.write('\n');
    const rows = (): Iterable<ListingRow> => listed(source, keepNoise);
    const header = ['no', 'lines', 'lang', 'conf', 'noise'];
    const layout = { columns, cut: true, color };
    for (const piece of drawListing(source, header, rows, layout)) {
      await context.stdout.write(piece);
    }
  }
}

function* listed(source: Source, keepNoise: boolean): Generator<ListingRow, void, undefined> {
  const lineAt = lineCounter(source.text);
  for (const paragraph of source.paragraphs) {
    const { number, start, end, language, confidence } = paragraph;
    const text = source.text.slice(start, end);
    const noise = keepNoise ? null : paragraph.noise;
    const [first, last] = [lineAt(start), lineAt(end)];
    yield {
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
  }
}

/** A source as `--json` prints it; keys of some formats only are absent from the others. */
export function paragraphsJson({
  name,
  format,
  textIs,
  encodingDoubt,
  paragraphs,
}: Source): SourceJson {
  return {
    head: {
      name,
      ...(textIs === 'extracted' && { format, textIs }),
      ...(encodingDoubt && { encodingDoubt }),
    },
    list: 'paragraphs',
    items: (function* () {
      for (const paragraph of paragraphs) {
        const { number, start, end, language, confidence, noise } = paragraph;
        const { heading, kind, locator, segmented } = paragraph;
        yield {
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
        };
      }
    })(),
  };
}
