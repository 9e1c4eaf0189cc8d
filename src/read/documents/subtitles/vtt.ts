import type { CueFile } from './cue.js';
import { readTimedLines } from './timed-lines.js';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

/** The cues of a WebVTT file (.vtt): W3C WebVTT, section 4. */
export function readVtt(text: string): CueFile {
  const { cues, strays, notices } = readTimedLines(text, {
    clean: (line) =>
      line
        .replace(/<rt>[^<]*(?:<\/rt>)?/g, '')
        .replace(/<[^<>]*>/g, '')
        .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity),
    // Without an empty line before it, it may be the text of the cue before.
    isName: (line, above) => line.trim() !== '' && (above ?? '').trim() === '',
    isAside: (line) => /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line),
  });
  // The header may go on below the signature up to an empty line; nothing in it is shown.
  return { cues, strays: strays.filter((line) => !/^WEBVTT(?:\s|$)/.test(line)), notices };
}
