/** Whole blocks that are page furniture. Anchored at both ends: precision comes first. */
const PATTERNS: readonly RegExp[] = [
  /^(?:page )?views?\s*:?\s*[\d.,\s]+[kKmM]?$/i,
  /^[\d.,]+[kKmM]?\s+(?:views?|shares?|comments?|likes?)$/i,
  /^subscribe to get .*$/i,
  /^discover more from .*$/i,
  /^see more (?:from|on) this (?:author|topic)$/i,
];

/** Longest block that can be page furniture; longer ones are text that mentions it. */
const MAX_LENGTH = 200;

/** Whether a block as a whole is page furniture: counters, invitations to subscribe, share bars. */
export function isBoilerplate(text: string): boolean {
  return text.length <= MAX_LENGTH && PATTERNS.some((pattern) => pattern.test(text.trim()));
}
