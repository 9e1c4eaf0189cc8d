import { linesOf, type Cue, type CueFile } from './cue.js';

const usualFields = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
const time = /^(\d+):(\d{1,2}):(\d{1,2})(?:[.:](\d{1,3}))?$/;

/**
 * The cues of an ASS or SSA file, by time: scripts list their lines in any order. Comments and drawings
 * are left out, and so is what is shown twice at the same time (shadows, animations).
 */
export function readAss(text: string): CueFile {
  let section = '';
  let fields = fieldNames(usualFields);
  const cues: Cue[] = [];
  const seen = new Set<string>();
  let unreadable = 0;
  linesOf(text).forEach((line, at) => {
    const heading = /^\s*\[(.+)\]\s*$/.exec(line)?.[1];
    if (heading !== undefined) section = heading.toLowerCase();
    if (section !== 'events') return;
    const [, kind = '', rest = ''] = /^\s*(Format|Dialogue)\s*:\s*(.*)$/i.exec(line) ?? [];
    if (kind.toLowerCase() === 'format') fields = fieldNames(rest);
    if (kind.toLowerCase() !== 'dialogue') return;
    const values = splitFields(rest, fields.length);
    const value = (name: string): string => values[fields.indexOf(name)]?.trim() ?? '';
    const [start, end] = [timeOf(value('start')), timeOf(value('end'))];
    const lines = shownLines(values[fields.indexOf('text')] ?? '');
    if (start === undefined || end === undefined) unreadable++;
    else if (lines.length > 0) {
      const key = JSON.stringify([start, end, lines]);
      if (!seen.has(key)) cues.push({ start, end, lines, line: at + 1 });
      seen.add(key);
    }
  });
  const notices =
    unreadable === 0 ? [] : [`${unreadable} of its lines have no times and were not read`];
  return { cues: cues.toSorted((x, y) => x.start - y.start), strays: [], notices };
}

function fieldNames(list: string): string[] {
  return list.split(',').map((name) => name.trim().toLowerCase());
}

/** Only the last field may hold commas. */
function splitFields(rest: string, count: number): string[] {
  const parts = rest.split(',');
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(',')];
}

function timeOf(value: string): number | undefined {
  const [found, hours, minutes, seconds, rest = ''] = time.exec(value) ?? [];
  if (found === undefined) return undefined;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return whole * 1000 + Number(rest.padEnd(3, '0'));
}

/** The lines that are shown: without override tags, and without what is drawn between `\p1` and `\p0`. */
function shownLines(text: string): string[] {
  let drawing = false;
  let shown = '';
  for (const [piece] of text.matchAll(/\{[^{}]*\}|[^{]+|\{/g)) {
    if (piece.startsWith('{') && piece.endsWith('}') && piece.length > 1) {
      for (const [, scale] of piece.matchAll(/\\p(\d+)/g)) drawing = scale !== '0';
    } else if (!drawing) shown += piece;
  }
  return shown
    .replace(/\\h/g, '\u00a0')
    .split(/\\[Nn]/)
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '');
}
