import type { Bead, Passage, Sentence } from '../../domain.js';
import type { StreamInput } from '../input/stream-input.js';
import { hasTwoSides } from '../input/has-two-sides.js';

/** More passages, or gaps, than this are counted, not listed. */
const mostListed = 6;
/** Fewer sentences without a counterpart are not worth a word. */
const shortestGap = 5;
/** A chapter's name is cut to this many characters. */
const longestName = 40;
/** A gap begins with a chapter if one begins at most this many sentences from its ends. */
const near = 2;

/** Says in words where passages stand in both texts, and what has no counterpart. Linear. */
export function describePassages(
  passages: readonly Passage[],
  beads: readonly Bead[],
  a: Pick<StreamInput, 'stream'>,
  b: Pick<StreamInput, 'stream'>,
): string {
  const gaps = [...gapsOf(beads, 'a', a, 'first'), ...gapsOf(beads, 'b', b, 'second')];
  const parts = [listPassages(passages, a, b)];
  if (gaps.length > 0) {
    const listed = gaps.slice(0, mostListed).join('; ');
    const more = gaps.length > mostListed ? `; and ${gaps.length - mostListed} more` : '';
    parts.push(`Without a counterpart: ${listed}${more}.`);
  }
  return parts.join(' ');
}

/** Chance is worth a word from this probability on. */
const leastChance = 0.01;

/** Says how probable it is that texts with nothing in common look like these; nothing if it is not. */
export function describeChance(probability: number): string {
  if (probability < leastChance) return '';
  const share = Math.max(1, Math.round(100 * probability));
  return ` Texts that have nothing in common look as similar as these in ${share}% of cases.`;
}

function listPassages(
  passages: readonly Passage[],
  a: Pick<StreamInput, 'stream'>,
  b: Pick<StreamInput, 'stream'>,
): string {
  const count = passages.length;
  const name = count === 1 ? 'One passage runs' : `${count} passages run`;
  const moved = passages.filter((passage) => passage.moved).length;
  if (count > mostListed) {
    return `${name} in parallel${moved === 0 ? '' : `, ${moved} of them moved`}.`;
  }
  const listed = passages.map((own) => {
    const places = `${numbers(a.stream.sentences, own.a)} with ${numbers(b.stream.sentences, own.b)}`;
    return own.moved ? `${places} (moved)` : places;
  });
  return `${name} in parallel: sentences ${listed.join(', ')}.`;
}

/** The longer runs of one text's sentences that have no partner. */
function gapsOf(
  beads: readonly Bead[],
  side: 'a' | 'b',
  { stream: { sentences } }: Pick<StreamInput, 'stream'>,
  text: string,
): string[] {
  const paired = new Uint8Array(sentences.length);
  for (const bead of beads) {
    if (!hasTwoSides(bead)) continue;
    for (const position of bead[side]) paired[position] = 1;
  }
  const gaps: string[] = [];
  for (let from = 0; from < paired.length; from++) {
    let end = from;
    while (end < paired.length && paired[end] === 0) end++;
    if (end - from >= shortestGap) {
      const chapter = chapterOf(sentences, from, end);
      const place = `${numbers(sentences, [from, end])} of the ${text} text`;
      gaps.push(chapter === null ? place : `${place} (“${chapter}”)`);
    }
    from = end;
  }
  return gaps;
}

/** The chapter that begins a run of sentences, by its heading; null if none does. */
function chapterOf(sentences: readonly Sentence[], from: number, end: number): string | null {
  for (let at = Math.max(0, from - near); at <= from + near && at < end; at++) {
    const sentence = sentences[at];
    if (!sentence?.startsChapter) continue;
    const name = sentence.text.replace(/\s+/g, ' ').trim();
    return name.length > longestName ? `${name.slice(0, longestName).trimEnd()}…` : name;
  }
  return null;
}

function numbers(
  sentences: readonly Sentence[],
  [from, end]: readonly [from: number, end: number],
): string {
  const first = sentences[from]?.number ?? 0;
  const last = sentences[end - 1]?.number ?? 0;
  return first === last ? `${first}` : `${first}-${last}`;
}
