/** The memories that paralign writes, with the props of their units and texts. */
import { parseXml } from '../xml/parse-xml.js';
import { DraftRows, type DraftCell } from './draft-rows.js';
import { textsOf } from './element-texts.js';
import {
  parseLanguage,
  parseMethod,
  parseOffsets,
  parseRanges,
  parseScore,
  parseShare,
  parseStatus,
} from './written-fields.js';
import type { WrittenFile } from './written-table.js';
import type { WrittenTable } from './written-table.js';

/**
 * Reads a memory that says of each text which source it is of.
 *
 * @returns undefined for one of several jobs, whose texts are not side by side
 * @throws AppError as `parseXml`
 */
export async function readOwnTmx(
  { name, pieces }: WrittenFile,
  encoding?: string,
): Promise<WrittenTable | undefined> {
  const rows = new DraftRows();
  let isOwn = true;
  let id = '';
  let note = '';
  let language = '';
  let text = '';
  let isVariant = false;
  let props = new Map<string, string>();
  let own = new Map<string, string>();
  let cells: DraftCell[] = [];
  const handlers = textsOf(new Set(['prop', 'seg', 'note']), {
    open({ local, attributes }) {
      if (local === 'tu') {
        id = attributes['tuid'] ?? '';
        isOwn &&= /^[1-9]\d{0,8}$/.test(id);
        props = new Map();
        cells = [];
        note = '';
      } else if (local === 'tuv') {
        isVariant = true;
        language = attributes['xml:lang'] ?? '';
        own = new Map();
        text = '';
      }
    },
    text(local, attributes, said) {
      if (local === 'seg') text = said;
      else if (local === 'note' && !isVariant) note += said;
      else if (local === 'prop') {
        const key = (attributes['type'] ?? '').replace(/^x-/, '');
        (isVariant ? own : props).set(key, said);
      }
    },
    close(local) {
      if (local === 'tuv') {
        isVariant = false;
        isOwn &&= own.has('source');
        cells.push(cellOf(text, language, own));
      } else if (local === 'tu' && isOwn) rows.add(rowOf(id, note, props), cells);
    },
  });
  await parseXml(name, pieces(), handlers, encoding === undefined ? {} : { encoding });
  return isOwn && rows.count > 0 ? { ...rows.finish(), checksNameLanguages: true } : undefined;
}

function cellOf(text: string, tag: string, props: ReadonlyMap<string, string>): DraftCell {
  const original = props.get('original');
  const language = parseLanguage(tag);
  const sentences = parseRanges(props.get('sentences') ?? '') ?? [];
  return {
    name: props.get('source') ?? '',
    cell: {
      ...(language !== undefined && { language }),
      text: original ?? text,
      ...(original !== undefined && { edit: text }),
      sentences,
      count: Math.max(1, sentences.length),
      paragraphs: [],
      spans: parseOffsets(props.get('offsets') ?? ''),
    },
  };
}

function rowOf(
  id: string,
  note: string,
  props: ReadonlyMap<string, string>,
): Parameters<DraftRows['add']>[0] {
  const field = (name: string): string => props.get(name) ?? '';
  return {
    id: Number(id),
    method: parseMethod(field('method')),
    score: parseScore(field('score')),
    confidence: parseShare(field('confidence'), 0),
    crossing: field('crossing') === 'yes',
    status: parseStatus(field('status')),
    note,
    flagged: field('flagged') === 'yes',
    checks: field('checks'),
  };
}
