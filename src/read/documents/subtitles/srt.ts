import type { CueFile } from './cue.js';
import { readTimedLines } from './timed-lines.js';

/** Markup that players know: `<i>`, `<font color="...">`, and positions such as `{\an8}`. */
const markup = /<\/?(?:[biusBIUS]|font|FONT|Font)(?:\s[^<>]*)?>|\{\\[^{}]*\}/g;

/** The cues of a SubRip file (.srt). */
export function readSrt(text: string): CueFile {
  return readTimedLines(text, {
    clean: (line) => line.replace(markup, ''),
    isName: (line) => /^\s*\d+\s*$/.test(line),
    isAside: () => false,
  });
}
