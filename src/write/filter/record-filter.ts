/** The filters of an output: which records they refuse, and why. */
import type { FilterReason } from '../../diagnostics.js';
import { baseLanguage, primaryLanguage } from '../../text/tags.js';
import { filledCells, isPair, isRejectedLink, type OutputRecord } from '../records/records.js';
import { Repeats } from './repeats.js';
import type { Selection } from './selection.js';

/** Filters records, each given once: what counts as a repeat depends on the records before. */
export class RecordFilter {
  readonly #selection: Selection;
  readonly #repeats: Repeats | null;

  constructor(selection: Selection) {
    this.#selection = selection;
    const { dedup, dedupBy } = selection;
    this.#repeats = dedup === undefined ? null : new Repeats(dedup, dedupBy);
  }

  /** Why the record is left out; `part` if it belongs to the other part; undefined if it stays. */
  refuses(record: OutputRecord): FilterReason | 'part' | undefined {
    const { statuses, minConfidence, minQuality, differing, types, languages, part } =
      this.#selection;
    const { status, method, confidence, quality, checks, type } = record;
    // First, so that each record is left out of one part, and counted once.
    if (part !== undefined && isSure(record, part.from) !== (part.name === 'sure')) return 'part';
    if (statuses !== undefined && !statuses.includes(status)) return 'status';
    if (types !== undefined && !types.includes(type)) return 'type';
    if (languages !== undefined && !languages.some((list) => hasAll(record, list)))
      return 'language';
    if (minConfidence !== undefined && method !== 'manual' && confidence < minConfidence)
      return 'confidence';
    if (minQuality !== undefined && quality !== undefined && quality < minQuality) return 'quality';
    if (differing === true && checks.length === 0) return 'checks';
    return this.#isRepeat(record) ? 'repeat' : undefined;
  }

  #isRepeat(record: OutputRecord): boolean {
    if (this.#repeats === null) return false;
    const links = isPair(record) && (this.#selection.rejected === true || !isRejectedLink(record));
    return links && this.#repeats.repeats(record);
  }
}

/** Whether a filter leaves nothing out, whatever the records are. */
export function keepsAll(selection: Selection): boolean {
  const { statuses, minConfidence, minQuality, differing, types, languages, part } = selection;
  const { dedup, refused } = selection;
  const asked = [statuses, minConfidence, minQuality, types, languages, part, dedup];
  return differing !== true && refused !== true && asked.every((own) => own === undefined);
}

/** A reviewer's decision outweighs the confidence, which does not know of it. */
function isSure({ status, method, confidence }: OutputRecord, from: number): boolean {
  if (status === 'unreviewed') return method === 'manual' || confidence >= from;
  return status !== 'rejected';
}

function hasAll(record: OutputRecord, tags: readonly string[]): boolean {
  const cells = filledCells(record);
  return tags.every((tag) => cells.some(({ language }) => isIn(language, tag)));
}

/** Whether a language is what a tag names: `en` names `en-GB`, `pt-BR` does not name `pt`. */
function isIn(language: string, tag: string): boolean {
  if (baseLanguage(tag) === tag.toLowerCase())
    return primaryLanguage(language) === primaryLanguage(tag);
  const [own, wanted] = [language.toLowerCase(), tag.toLowerCase()];
  return own === wanted || own.startsWith(`${wanted}-`);
}
