import type { Span } from '../domain.js';
import { hasLetters } from '../text/length.js';
import { likeliest, type Evidence } from './evidence.js';
import { allMatches } from '../text/patterns/all-matches.js';

/** Shorter blocks are in one language. */
const minBlock = 40;
/** A passage in another language has at least this many letters (an ideograph counts as three). */
const minPassage = 24;
/** Nats by which a passage's own language must explain it better than its neighbour's language. */
const minGain = 9;
/** Units with at least this many characters are scored alone; shorter ones are joined to the next. */
const minUnit = 18;

/** Units scored at a time, which bounds the memory. */
const stretch = 4000;
/**
 * If a block has more units (over a megabyte without a break), only every second, third ... is
 * scored.
 */
const mostWeighed = 20_000;

/** Text up to a mark that may end a sentence, including the quotes and spaces after it. */
const unitPattern =
  /[^.!?…。！？।؟۔]*(?:[.!?…।؟۔]+["'”’»)\]]*(?:\s+|$)|[。！？]+["'”’」』]*\s*|[.!?…।؟۔]+|$)/gu;

/**
 * Cuts a block where its language changes, only at the ends of sentences. Dynamic programming
 * (Viterbi) finds a sequence of languages, one per unit, with a penalty on every change; passages
 * that are too short or too uncertain are returned to their neighbours. Linear in the length of the
 * block.
 */
export function cutAtSwitches(
  text: string,
  block: Span,
  glance: (text: string) => Evidence | null,
): Span[] {
  if (block.end - block.start < minBlock) return [block];
  const units = findUnits(text, block);
  if (units.length < 2) return [block];
  const step = Math.ceil(units.length / mostWeighed);
  const labels: (string | null)[] = [];
  for (let from = 0; from < units.length; from += stretch) {
    const to = Math.min(units.length, from + stretch);
    const evidence: (Evidence | null)[] = [];
    for (let at = from; at < to; at++) {
      const unit = at % step === 0 ? units[at] : undefined;
      evidence.push(unit ? glance(text.slice(unit.start, unit.end)) : null);
    }
    const found = labelUnits(evidence);
    // Most blocks end here.
    if (evidence.length === units.length && found.length < 2) return [block];
    for (let at = 0; at < evidence.length; at++) {
      labels.push((found.length > 1 ? found[at] : found[0]) ?? labels.at(-1) ?? null);
    }
  }
  // Units without evidence at the beginning are joined to the following ones.
  const first = labels.findIndex((label) => label !== null);
  labels.fill(labels[first] ?? null, 0, Math.max(0, first));
  if (new Set(labels).size < 2) return [block];
  const passages: Span[] = [];
  let from = 0;
  for (let unit = 1; unit <= units.length; unit++) {
    if (unit < units.length && labels[unit] === labels[from]) continue;
    const start = units[from]?.start ?? block.start;
    const end = units[unit - 1]?.end ?? block.end;
    passages.push({ start, end });
    from = unit;
  }
  const cut = passages.every(({ start, end }) => hasLetters(text.slice(start, end), minPassage));
  if (!cut || passages.length === 1) return [block];
  return passages.map(({ start, end }) => ({
    start,
    end: start + text.slice(start, end).trimEnd().length,
  }));
}

/** The language of each unit; a single one if that is all there is evidence for, and none if there is none. */
function labelUnits(evidence: readonly (Evidence | null)[]): string[] {
  const languages: string[] = [];
  for (const found of evidence) {
    const top = found?.languages[likeliest(found)];
    if (top !== undefined && !languages.includes(top)) languages.push(top);
  }
  if (languages.length < 2) return languages;
  return bestSequence(languages, evidence).map((at) => languages[at] ?? 'und');
}

function findUnits(text: string, block: Span): Span[] {
  const units: { start: number; end: number }[] = [];
  let start = block.start;
  for (const match of allMatches(text.slice(block.start, block.end), unitPattern)) {
    const end = block.start + match.index + match[0].length;
    if (end - start < minUnit && end < block.end && !/\p{sc=Han}/u.test(match[0])) continue;
    if (end > start) units.push({ start, end });
    start = end;
  }
  return units;
}

/** Index of the language of each unit, in the most likely sequence with few changes. */
function bestSequence(
  languages: readonly string[],
  evidence: readonly (Evidence | null)[],
): number[] {
  const count = languages.length;
  let scores = new Float64Array(count);
  const back: Int32Array[] = [];
  for (const found of evidence) {
    const likelihoods = unitLikelihoods(languages, found);
    let best = 0;
    for (let i = 1; i < count; i++) if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
    const next = new Float64Array(count);
    const from = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const stay = scores[i] ?? 0;
      const change = (scores[best] ?? 0) - (back.length === 0 ? 0 : minGain);
      from[i] = stay >= change ? i : best;
      next[i] = Math.max(stay, change) + (likelihoods[i] ?? 0);
    }
    scores = next;
    back.push(from);
  }
  let state = 0;
  for (let i = 1; i < count; i++) if ((scores[i] ?? 0) > (scores[state] ?? 0)) state = i;
  const labels: number[] = [];
  for (let unit = evidence.length - 1; unit >= 0; unit--) {
    labels[unit] = state;
    state = back[unit]?.[state] ?? 0;
  }
  return labels;
}

/**
 * Nats by which a language that is not a candidate (another script) is worse than the worst
 * candidate.
 */
const otherScript = 12;

function unitLikelihoods(languages: readonly string[], found: Evidence | null): Float64Array {
  const values = new Float64Array(languages.length);
  if (!found) return values;
  const best = Math.max(...found.logLikelihoods);
  const worst = Math.min(...found.logLikelihoods);
  languages.forEach((language, index) => {
    const own = found.logLikelihoods[found.languages.indexOf(language)];
    values[index] = own === undefined ? worst - best - otherScript : own - best;
  });
  return values;
}
