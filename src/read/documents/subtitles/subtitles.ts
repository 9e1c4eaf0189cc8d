/** Subtitles as sources: every one a sentence, with its times as its place. */
import { AppError } from '../../../errors.js';
import type { DocumentReader, FoundText } from '../document.js';
import { TextBuilder } from '../text-builder.js';
import { readAss } from './ass.js';
import type { CueFile } from './cue.js';
import { joinCues } from './join-cues.js';
import { readSrt } from './srt.js';
import { readVtt } from './vtt.js';

/** Reads SubRip (.srt). */
export const srtReader = readerOf('SubRip', readSrt);
/** Reads WebVTT (.vtt). */
export const vttReader = readerOf('WebVTT', readVtt);
/** Reads Advanced SubStation Alpha (.ass, .ssa). */
export const assReader = readerOf('SubStation Alpha', readAss);

/** Longest subtitle, in UTF-16 units: nobody reads as much at once, and it is one sentence. */
const longestSubtitle = 1 << 20;

function readerOf(title: string, readCues: (text: string) => CueFile): DocumentReader {
  return {
    takes: 'text',
    textIs: 'extracted',
    read: (name, text, { joinCues: join = false }) => {
      const file = readCues(text);
      if (file.cues.length === 0 && text.trim() !== '')
        throw new AppError('unreadable-document', `${name}: no ${title} subtitles in it`, {
          hint: 'check that it is the file that was meant',
        });
      return cueText(name, join ? { ...file, cues: joinCues(file.cues) } : file);
    },
  };
}

/** Lines of one subtitle stay lines. */
function cueText(name: string, { cues, strays, notices }: CueFile): FoundText {
  const builder = new TextBuilder(name);
  for (const stray of strays) builder.addExact(stray, { noise: 'markup' });
  for (const { start, end, lines, line } of cues) {
    const text = lines.join('\n');
    if (text.length > longestSubtitle)
      throw new AppError(
        'too-large',
        `${name}:${line}: the subtitle is longer than ${longestSubtitle} characters`,
        { hint: 'check that the file is what its name says' },
      );
    builder.addSentence(text, { locator: { kind: 'cue', start, end } });
  }
  return { ...builder.finish(), notices };
}
