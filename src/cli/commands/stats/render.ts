/** Numbers of alignments as people read them. */
import { painter, type Paint } from '../../../terminal/paint.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { cellWidth } from '../../../terminal/cell-width.js';
import { padCells, truncateText, wrapText } from '../../../terminal/wrap-text.js';
import { columnLetters } from '../../../text/column-letters.js';
import type { Bands, Statistics, TextStatistics } from '../../../statistics/row-statistics.js';

/** The numbers of a file. */
export interface FileStatistics extends Statistics {
  /** As typed. */
  readonly file: string;
  readonly texts: readonly TextStatistics[];
}

/** How the numbers are laid out. */
export interface StatsLayout {
  /** In cells. */
  readonly width: number;
  readonly color: boolean;
  /** List the parts of each text. */
  readonly coverage: boolean;
}

/** The label before each line of numbers. */
const labelWidth = 19;

/** The lines of one file. */
export function* renderFile(
  file: FileStatistics,
  { width, color, coverage }: StatsLayout,
): Generator<string> {
  const paint = painter(color);
  yield paint('bold', truncateText(file.file, width));
  for (const [index, text] of file.texts.entries())
    yield `${columnLetters(index)}  ${truncateText(textLine(text), width - 3)}`;
  yield '';
  yield* renderStatistics(file, width, paint);
  if (!coverage) return;
  for (const [index, text] of file.texts.entries())
    yield* renderCoverage(columnLetters(index), text, width, paint);
}

/** A line for each of several files, then the numbers of all. */
export function* renderFiles(
  files: readonly FileStatistics[],
  total: Statistics,
  { width, color }: StatsLayout,
): Generator<string> {
  const paint = painter(color);
  const header = ['rows', 'pairs', 'in pairs', 'sure', 'doubtful', 'checks'];
  const rows = files.map(({ file, rows: all, pairs, texts, levels, differing }) => {
    const sentences = texts.reduce((sum, text) => sum + text.sentences, 0);
    const paired = texts.reduce((sum, text) => sum + text.paired, 0);
    const own = levels.sure + levels.fair + levels.doubtful;
    const shares = [
      percent(paired, sentences),
      percent(levels.sure, own),
      percent(levels.doubtful, own),
    ];
    return { file, cells: [String(all), String(pairs), ...shares, String(differing)] };
  });
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const names = rows.map(({ file }) => cellWidth(oneLine(file)));
  const room = Math.max(12, width - widths.reduce((sum, own) => sum + own + 2, 0));
  const first = Math.min(room, Math.max(4, ...names));
  const line = (name: string, cells: readonly string[]): string =>
    padCells(truncateText(name, first), first) +
    cells.map((cell, column) => `  ${cell.padStart(widths[column] ?? 0)}`).join('');
  yield paint('dim', line('file', header));
  for (const { file, cells } of rows) yield line(file, cells);
  yield '';
  yield paint('bold', files.length === 1 ? '1 file' : `all ${files.length} files`);
  yield* renderStatistics(total, width, paint);
}

function textLine({ name, languages, sentences, paired }: TextStatistics): string {
  const tags = Object.entries(languages).map(([tag, count]) => `${tag} ${count}`);
  const share = `${paired} of ${sentences} sentences in pairs (${percent(paired, sentences)})`;
  return `${oneLine(name)}: ${tags.join(', ') || 'no sentences'}; ${share}`;
}

function* renderStatistics(own: Statistics, width: number, paint: Paint): Generator<string> {
  const { pairs, levels, checks, lengthRatios } = own;
  yield* labelled('pairs', [String(pairs), listed(own.types, pairs)], width, paint);
  yield* labelled('without a partner', [sentences(own.unmatched)], width, paint);
  if (own.noise > 0) yield* labelled('noise', [sentences(own.noise)], width, paint);
  yield* labelled('method', [listed(own.methods, pairs)], width, paint);
  yield* labelled('status', [listed(own.statuses)], width, paint);
  const judged = levels.sure + levels.fair + levels.doubtful;
  if (judged > 0) {
    yield* labelled('confidence', [listed(levels, judged)], width, paint);
    yield* labelled('', [bandsText(own.confidence)], width, paint);
  }
  if (own.quality) yield* labelled('quality', [bandsText(own.quality)], width, paint);
  const found = Object.keys(checks).length > 0 ? `: ${listed(checks)}` : '';
  yield* labelled('with differences', [`${own.differing}${found}`], width, paint);
  if (own.crossing > 0) yield* labelled('out of order', [String(own.crossing)], width, paint);
  for (const [key, { low, median, high }] of Object.entries(lengthRatios))
    yield* labelled(
      `length ${key}`,
      [`${median.toFixed(2)} (half of the pairs between ${low.toFixed(2)} and ${high.toFixed(2)})`],
      width,
      paint,
    );
}

function* labelled(
  label: string,
  parts: readonly string[],
  width: number,
  paint: Paint,
): Generator<string> {
  const text = parts.filter((part) => part !== '').join(': ');
  for (const [index, line] of wrapText(text || '-', Math.max(20, width - labelWidth)).entries())
    yield paint('dim', padCells(index === 0 ? label : '', labelWidth)) + line;
}

/** `1-1 40 (80%), 2-1 10 (20%)`; without shares if there is nothing to share. */
function listed(counts: Readonly<Record<string, number>>, of?: number): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}${of === undefined ? '' : ` (${percent(count, of)})`}`)
    .join(', ');
}

const blocks = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** `mean 0.91, from 0 to 1: ··▁▂█`, a bar for each tenth. */
function bandsText({ mean, tenths }: Bands): string {
  const most = Math.max(1, ...tenths);
  const bars = tenths.map(
    (count) => blocks[Math.ceil((count / most) * (blocks.length - 1))] ?? '·',
  );
  return `mean ${mean.toFixed(3)}; from 0 to 1 ${bars.join('')} (${tenths.join(' ')})`;
}

function sentences(count: number): string {
  return `${count} ${count === 1 ? 'sentence' : 'sentences'}`;
}

/** The width of a full bar. */
const barWidth = 20;

function* renderCoverage(
  letter: string,
  { name, coverage }: TextStatistics,
  width: number,
  paint: Paint,
): Generator<string> {
  if (coverage.length === 0) return;
  yield '';
  yield paint('bold', truncateText(`${letter}: in pairs, of ${oneLine(name)}`, width));
  const counts = coverage.map(({ paired, sentences: all }) => `${paired} of ${all}`);
  const countWidth = Math.max(...counts.map((count) => count.length));
  const room = Math.max(8, width - countWidth - barWidth - 12);
  const titles = coverage.map(({ title }) =>
    truncateText(title || '(before the first heading)', room),
  );
  const titleWidth = Math.max(...titles.map(cellWidth));
  for (const [index, { paired, sentences: all }] of coverage.entries()) {
    const full = all === 0 ? 0 : Math.round((paired / all) * barWidth);
    const bar = '█'.repeat(full) + paint('dim', '·'.repeat(barWidth - full));
    yield `  ${padCells(titles[index] ?? '', titleWidth)}  ${(counts[index] ?? '').padStart(countWidth)}  ${percent(paired, all).padStart(4)}  ${bar}`;
  }
}

/** Rounded down where it is not all: 100% means all. */
function percent(part: number, whole: number): string {
  if (whole === 0) return '-';
  const share = (part / whole) * 100;
  return `${part < whole ? Math.min(99, Math.round(share)) : 100}%`;
}
