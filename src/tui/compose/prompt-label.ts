/** Labels of text fields. */
import type { PromptKind, View } from '../view/view-state.js';

/** The text before the field; not yet safe for a terminal, since it may contain a source's name. */
export function promptLabel(view: View, prompt: PromptKind): string {
  switch (prompt.of) {
    case 'search':
      return '/';
    case 'command':
      return ':';
    case 'filter':
      return 'show: ';
    case 'note':
      return 'note: ';
    case 'export':
      return 'export to: ';
    case 'find':
      return 'replace in all rows shown: ';
    case 'replacement':
      return `replace "${prompt.find}" with: `;
    case 'language': {
      const name = view.review.sources[prompt.source]?.name ?? '';
      return `language of paragraph ${prompt.paragraph} of ${name}: `;
    }
    case 'text':
      return `text of ${view.review.streams[prompt.stream]?.language ?? ''}: `;
  }
}
