import type { Bead, Passage, Sentence } from '../../domain.js';
import type { StreamInput } from '../input/stream-input.js';

/** More passages than this are counted, not listed. */
const mostListed = 6;
/** Fewer sentences without a counterpart are not worth a word. */
const shortestGap = 5;

/** Says in words where passages stand in both texts, and what has no counterpart. Linear. */
export function describePassages(
  passages: readonly Passage[],
  beads: readonly Bead[],
  a: StreamInput,
  b: StreamInput,
): string {
  const parts = [listPassages(passages, a, b)];
  const gaps = [...describeGaps(beads, 'a', a, 'first'), ...describeGaps(beads, 'b', b, 'second')];
  if (gaps.length > 0) {
    const listed = gaps.slice(0, mostListed).join('; ');
    const more = gaps.length > mostListed ? `; and ${gaps.length - mostListed} more` : '';
    parts.push(`No counterpart: ${listed}${more}.`);
  }
  return parts.join(' ');
}

function listPassages(passages: readonly Passage[], a: StreamInput, b: StreamInput): string {
  const count = passages.length;
  const name = count === 1 ? 'One passage runs' : `${count} passages run`;
  const moved = passages.filter((passage) => passage.moved).length;
  const order = moved === 0 ? '' : `, ${moved} of them moved`;
  if (count > mostListed) return `${name} in parallel${order}.`;
  const listed = passages
    .map((own) => {
      const places = `${numbers(a.stream.sentences, own.a)} with ${numbers(b.stream.sentences, own.b)}`;
      return own.moved ? `${places} (moved)` : places;
    })
    .join(', ');
  return `${name} in parallel: sentences ${listed}.`;
}

/** The longest runs of one text's sentences that have no partner. */
function describeGaps(
  beads: readonly Bead[],
  side: 'a' | 'b',
  { stream }: StreamInput,
  name: string,
): string[] {
  const paired = new Uint8Array(stream.sentences.length);
  for (const bead of beads) {
    if (bead.a.length === 0 || bead.b.length === 0) continue;
    for (const position of bead[side]) paired[position] = 1;
  }
  const gaps: string[] = [];
  for (let from = 0; from < paired.length; from++) {
    if (paired[from] === 1) continue;
    let end = from;
    while (end < paired.length && paired[end] === 0) end++;
    if (end - from >= shortestGap) {
      gaps.push(`${numbers(stream.sentences, [from, end])} of the ${name} text`);
    }
    from = end;
  }
  return gaps;
}

function numbers(
  sentences: readonly Sentence[],
  [from, end]: readonly [from: number, end: number],
): string {
  const first = sentences[from]?.number ?? 0;
  const last = sentences[end - 1]?.number ?? 0;
  return first === last ? `${first}` : `${first}-${last}`;
}
