/** Features of a skipped sentence. */
import { weigh, weighHere } from './channels';
import { log } from './host';
import { lengthOf } from './length';
import { byteAt, floatAt } from '../../assembly/arrays';
import { Evidence, Side } from './evidence';
import { cosine } from './near';
import { bestClause, wordsFound } from './parts';
import { isUnfinished } from './punctuation';
import { flag, put } from './writer';

/**
 * Writes the features of a skipped sentence: sentence i of the first side if `first`, sentence j of the second side
 * otherwise. The path is at the node (i, j).
 */
export function writeSkipping(evidence: Evidence, scale: f64, first: bool, i: i32, j: i32): void {
  const side = first ? evidence.a : evidence.b;
  const own = first ? i : j;
  const node = first ? j : i;
  const best = floatAt(side.best, own) * scale;
  put(1);
  put(best);
  put(best * best);
  const here = cosine(i, 1, j, 1);
  put(Math.max(first ? cosine(i, 1, j - 1, 1) : cosine(i - 1, 1, j, 1), here));
  put(log(lengthOf(side.lengths, own, own + 1)) / 4);
  put(floatAt(side.letters, own));
  flag(isUnfinished(byteAt(side.ending, own)));
  writeKnownWords(evidence, first, i, j);
  put(Math.min(3, weigh(evidence.numbers, first, own)));
  put(Math.min(5, weigh(evidence.lookalikes, first, own)));
  put(byteAt(side.quoted, own) | byteAt(side.startsQuoted, own));
  put(byteAt(side.startsLow, own));
  const next = first ? cosine(i + 1, 1, j, 1) : cosine(i, 1, j + 1, 1);
  put(Math.max(cosine(i - 1, 1, j - 1, 1), next));
  put(Math.max(bestClause(side.clauses, own, node - 1), bestClause(side.clauses, own, node)));
  put(bestOf(side, own - 1) * scale);
  put(bestOf(side, own + 1) * scale);
  put(Math.max(wordsFound(side.words, own, node - 1), wordsFound(side.words, own, node)));
}

/** Writes the two features of them that depend on the lexicon. */
export function writeKnownWords(evidence: Evidence, first: bool, i: i32, j: i32): void {
  const lexicon = evidence.lexicon;
  const own = first ? i : j;
  put(Math.min(5, weigh(lexicon, first, own)));
  put(Math.min(5, weighHere(lexicon, first, own, first ? j : i)));
}

/** The best cosine of a sentence; 1 beyond the ends of a text. */
function bestOf(side: Side, sentence: i32): f64 {
  return sentence < 0 || sentence >= side.count ? 1 : floatAt(side.best, sentence);
}
