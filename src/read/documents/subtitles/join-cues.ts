import type { Cue } from './cue.js';

/** Longest pause inside a sentence, in milliseconds. */
const longestPause = 3000;
/** Most subtitles that one sentence runs over. */
const mostJoined = 8;

const sentenceEnd = /[.!?。！？؟।։♪♫\])）】」』]["'”’»)\]]*$/u;
const goesOn = /(?:\.{3}|…|[,;:،、，؛–—-])["'”’»]*$/u;
const speaker = /^[-–—‐][^-]/;

/** Where fewer subtitles end like sentences, none of them needs to: Chinese ones have no full stops. */
const leastEnded = 0.3;

/**
 * Joins subtitles that one sentence runs over: the first does not end like a sentence, or the next goes on
 * in the middle of one, soon after and not as another speaker. Linear.
 */
export function joinCues(cues: readonly Cue[]): Cue[] {
  const ended = cues.filter(({ lines }) => sentenceEnd.test(lines.at(-1) ?? '')).length;
  const punctuated = ended >= leastEnded * cues.length;
  const joined: { cue: Cue; count: number }[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    if (last && last.count < mostJoined && runsOn(last.cue, cue, punctuated)) {
      const { start, end, lines, line } = last.cue;
      const all = [...lines, ...cue.lines];
      last.cue = { start, end: Math.max(end, cue.end), lines: all, line };
      last.count++;
    } else joined.push({ cue, count: 1 });
  }
  return joined.map(({ cue }) => cue);
}

function runsOn(before: Cue, next: Cue, punctuated: boolean): boolean {
  const pause = next.start - before.end;
  if (pause > longestPause || pause < -longestPause) return false;
  const end = before.lines.at(-1) ?? '';
  const start = next.lines[0] ?? '';
  // Two people in one subtitle end it, whatever their words end with.
  const isDialogue = before.lines.length > 1 && before.lines.every((line) => speaker.test(line));
  if (isDialogue || speaker.test(start)) return false;
  if (goesOn.test(end)) return true;
  if (/^(?:\.{3}|…)?\s*\p{Ll}/u.test(start)) return !sentenceEnd.test(end);
  return punctuated && !sentenceEnd.test(end) && !/^\p{Lu}/u.test(start);
}
