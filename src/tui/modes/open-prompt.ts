/** Opening text fields. */
import { cellText } from '../../review/text.js';
import { selectedRow } from '../view/selection.js';
import { field } from '../view/text-field.js';
import { say, type PromptKind, type View } from '../view/view-state.js';

/** Prompts that change the review; a read-only review doesn't open them. */
const changing: ReadonlySet<PromptKind['of']> = new Set([
  'note',
  'find',
  'replacement',
  'language',
  'text',
]);

/** Opens a field filled with the present text, or says why it can't. */
export function openPrompt(view: View, prompt: PromptKind): View {
  if (view.readOnly !== null && changing.has(prompt.of)) return say(view, view.readOnly, 'warning');
  const text = presentText(view, prompt);
  if (text === null) return say(view, 'this column has no sentence here', 'warning');
  return { ...view, toast: null, mode: { type: 'field', prompt, field: field(text) } };
}

/** The text that a field is filled with; null if there is no text to edit. */
export function presentText(view: View, prompt: PromptKind): string | null {
  const row = selectedRow(view);
  switch (prompt.of) {
    case 'note':
      return row?.note ?? '';
    case 'export':
      return `${view.title.replace(/\.paralign$/, '')}.csv`;
    case 'language': {
      const paragraphs = view.review.sources[prompt.source]?.paragraphs ?? [];
      return paragraphs.find((own) => own.number === prompt.paragraph)?.language ?? '';
    }
    case 'text':
      if (row === undefined || (row.cells[prompt.stream] ?? []).length === 0) return null;
      return cellText(view.review, row, prompt.stream);
    default:
      return '';
  }
}
