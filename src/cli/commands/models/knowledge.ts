import { knowledgeOf, type LanguageKnowledge } from '../../../embed/known-languages.js';
import type { ModelDescription } from '../../../platform/models/model-description.js';
import { oneLine } from '../../../terminal/safe-text.js';

/** How well a model knows each of its languages; null if it was not measured. */
export function knowledgeByLanguage({
  name,
  languages,
}: ModelDescription): Readonly<Record<string, LanguageKnowledge>> | null {
  const known = (languages ?? []).flatMap((language): [string, LanguageKnowledge][] => {
    const knowledge = knowledgeOf(name, language);
    return knowledge === null ? [] : [[language, knowledge]];
  });
  return known.length === 0 ? null : Object.fromEntries(known);
}

const perLine = 8;

/** The same for people, best first; empty if it was not measured. */
export function knowledgeLines(model: ModelDescription): string {
  const known = Object.entries(knowledgeByLanguage(model) ?? {});
  if (known.length === 0) return '';
  const lines = (['good', 'fair', 'poor'] as const).flatMap((level) => {
    const own = known
      .filter(([, knowledge]) => knowledge.level === level)
      .sort(([, x], [, y]) => y.accuracy - x.accuracy)
      .map(([language, { accuracy, measuredOn }]) => {
        const mark = measuredOn === 'news' ? ' ' : '*';
        return `${language} ${accuracy.toFixed(3).slice(1)}${mark}`;
      });
    return rowsOf(own).map((row, at) => `  ${(at === 0 ? level : '').padEnd(5)} ${row}`.trimEnd());
  });
  const title = `How well ${oneLine(model.name)} knows each language: the share of sentences that find their English translation among 1,000`;
  const note = '  * on text of the sources it was trained on, which is easier than news';
  return `\n${[title, ...lines, note].join('\n')}\n`;
}

function rowsOf(items: readonly string[]): string[] {
  const count = Math.ceil(items.length / perLine);
  return Array.from({ length: count }, (_, row) =>
    items.slice(row * perLine, (row + 1) * perLine).join('  '),
  );
}
