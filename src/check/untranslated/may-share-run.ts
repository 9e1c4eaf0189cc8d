/** Finds out quickly that two texts have no long run of words in common. */
import type { Passage } from '../passage/passage.js';
import { Sign, signsOfUnit } from '../passage/signs.js';

const slots = 1 << 12;
/** By the hash of a word: the last text that had it. Two words may have one hash. */
const lastText = new Uint32Array(slots);
let texts = 0;

/**
 * Whether as many consecutive words may be the same in both; never wrongly false. Compares what both have of letters of
 * the Latin blocks, without making strings of them; texts that share letters of other blocks may always have such a run.
 */
export function mayShareRun(a: Passage, b: Passage, least: number): boolean {
  const shared = a.signs & b.signs;
  if ((shared & (Sign.otherLetter | Sign.half)) !== 0) return true;
  if ((shared & Sign.latin) === 0) return false;
  texts = (texts + 1) >>> 0;
  if (texts === 0) {
    lastText.fill(0);
    texts = 1;
  }
  // Texts of other scripts have few words of Latin letters.
  const [first, second] = (b.signs & Sign.otherLetter) === 0 ? [a, b] : [b, a];
  let words = 0;
  eachWord(first.text, (hash) => {
    lastText[hash] = texts;
    words++;
    return false;
  });
  if (words < least) return false;
  let run = 0;
  return eachWord(second.text, (hash) => {
    run = lastText[hash] === texts ? run + 1 : 0;
    return run >= least;
  });
}

/** Hands over the hash of each stretch of Latin letters, until it is enough. */
function eachWord(text: string, isEnough: (hash: number) => boolean): boolean {
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const small = unit | 0x20;
    const isPlain = small >= 0x61 && small <= 0x7a;
    if (isPlain || (unit >= 0x80 && (signsOfUnit(unit) & Sign.latin) !== 0))
      hash = (Math.imul(hash, 31) + unit) | 0;
    else if (hash !== 0) {
      if (isEnough(slotOf(hash))) return true;
      hash = 0;
    }
  }
  return hash !== 0 && isEnough(slotOf(hash));
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 12)) & (slots - 1);
}
