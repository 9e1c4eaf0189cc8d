import type { GlossaryEntry } from '../../text/terms/glossary.js';
import { termOf } from './bounds.js';

const line = /^(.*?\S)\s+@\s+(\S.*)$/u;
/** Lines that are looked at to recognise a dictionary. */
const sample = 200;

/** Whether a text is a dictionary of hunalign: nearly all lines are `target @ source`. */
export function isHunalign(text: string): boolean {
  const lines = text
    .slice(0, 1 << 16)
    .split(/\r\n|[\n\r]/)
    .filter((own) => own.trim() !== '')
    .slice(0, sample);
  const fitting = lines.filter((own) => line.test(own)).length;
  return lines.length > 0 && fitting >= 0.9 * lines.length;
}

/** The entries of a dictionary: the second text's phrase stands before the ` @ `, the first text's behind it. */
export function hunalignEntries(name: string, text: string): GlossaryEntry[] {
  return text.split(/\r\n|[\n\r]/).flatMap((own, at): GlossaryEntry[] => {
    const [, target = '', source = ''] = line.exec(own) ?? [];
    if (target === '' || source === '') return [];
    const term = (part: string) => ({ language: '', text: termOf(part, `${name}:${at + 1}`) });
    return [[term(source), term(target)]];
  });
}
