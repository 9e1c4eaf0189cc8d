/** What SubRip and WebVTT share: a line of times, and the text below it. */
import { linesOf, type Cue, type CueFile } from './cue.js';

const time = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
const timesLine = new RegExp(String.raw`^\s*${time}\s*-->\s*${time}(?:\s|$)`);

/** How the two formats differ. */
export interface TimedFormat {
  /** A text line without its markup. */
  clean(line: string): string;
  /** Whether a line right above the times is the cue's name; `above` is the line before it. */
  isName(line: string, above: string | undefined): boolean;
  /** Whether a stretch between empty lines is a comment or a style, by its first line. */
  isAside(line: string): boolean;
}

/**
 * The cues of a file. An empty line inside a cue does not end it: what stands up to the next times is its
 * text. Linear in the text.
 */
export function readTimedLines(text: string, format: TimedFormat): CueFile {
  const lines = linesOf(text);
  const starts = lines.flatMap((line, at) => (timesLine.test(line) ? [at] : []));
  const cues: Cue[] = [];
  const notices: string[] = [];
  const first = beginning(lines, starts[0] ?? lines.length, 0, format);
  const strays = textOf(lines.slice(0, first), format);
  starts.forEach((at, index) => {
    const next = starts[index + 1];
    const end = next === undefined ? lines.length : beginning(lines, next, at + 1, format);
    const [, ...numbers] = timesLine.exec(lines[at] ?? '') ?? [];
    const own = textOf(lines.slice(at + 1, end), format);
    if (own.length === 0) return;
    cues.push({
      start: milliseconds(numbers.slice(0, 4)),
      end: milliseconds(numbers.slice(4)),
      lines: own,
      line: at + 1,
    });
  });
  const broken = lines.findIndex((line) => line.includes('-->') && !timesLine.test(line));
  if (broken >= 0) notices.push(`line ${broken + 1} is read as text, although it looks like times`);
  return { cues, strays, notices: [...notices, ...oddTimes(cues)] };
}

/** Where a cue with its times at `at` begins: at its name, if it has one. */
function beginning(
  lines: readonly string[],
  at: number,
  least: number,
  { isName }: TimedFormat,
): number {
  const above = lines[at - 1];
  return at - 1 >= least && above !== undefined && isName(above, lines[at - 2]) ? at - 1 : at;
}

/** The lines with text in them; comments and styles left out, which end at an empty line. */
function textOf(lines: readonly string[], { clean, isAside }: TimedFormat): string[] {
  const kept: string[] = [];
  let afterBlank = false;
  let aside = false;
  for (const line of lines) {
    const isBlank = line.trim() === '';
    if (isBlank) aside = false;
    else if (afterBlank && isAside(line)) aside = true;
    const text =
      isBlank || aside
        ? ''
        : clean(line)
            .replace(/[ \t]+/g, ' ')
            .trim();
    if (text !== '') kept.push(text);
    afterBlank = isBlank;
  }
  return kept;
}

/** Hours may be left out, and the thousandths too, as in `1,5` for half a second. */
function milliseconds([hours, minutes, seconds, rest]: readonly (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return whole * 1000 + Number((rest ?? '').padEnd(3, '0').slice(0, 3));
}

/** Times that no film has: said, not mended, for the order of the file is that of the text. */
export function oddTimes(cues: readonly Cue[]): string[] {
  const backwards = cues.filter(({ start }, at) => start < (cues[at - 1]?.start ?? 0));
  const overlapping = cues.filter(
    ({ start }, at) => start >= (cues[at - 1]?.start ?? 0) && start < (cues[at - 1]?.end ?? 0),
  );
  const reversed = cues.filter(({ start, end }) => end < start);
  const say = (found: readonly Cue[], one: string, many: string): string[] =>
    found.length === 0
      ? []
      : [
          `${found.length === 1 ? `1 subtitle ${one}` : `${found.length} subtitles ${many}`} (line ${found[0]?.line}${found.length > 1 ? ' and on' : ''})`,
        ];
  return [
    ...say(backwards, 'begins before the one above it', 'begin before the one above them'),
    ...say(overlapping, 'overlaps the one above it', 'overlap the one above them'),
    ...say(reversed, 'ends before it begins', 'end before they begin'),
  ];
}
