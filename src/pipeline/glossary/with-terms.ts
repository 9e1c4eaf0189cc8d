import type { StreamInput } from '../../align/input/stream-input.js';
import { translationsBetween, type Glossary } from '../../text/terms/glossary.js';
import { TermFinder } from '../../text/terms/term-finder.js';

/** Two streams with the terms of a glossary that their sentences have; as they are if it has none for them. */
export function withTerms(
  a: StreamInput,
  b: StreamInput,
  glossary: Glossary | undefined,
): readonly [StreamInput, StreamInput] {
  if (glossary === undefined) return [a, b];
  // A single character is part of too many words.
  const terms = translationsBetween(glossary, a.stream.language, b.stream.language)
    .map(({ source, targets }) => ({ source, targets: targets.filter(isTelling) }))
    .filter(({ source, targets }) => isTelling(source) && targets.length > 0);
  if (terms.length === 0) return [a, b];
  const sources = new TermFinder(
    terms.map(({ source }) => source),
    a.stream.language,
  );
  // Every translation of a term stands for the term.
  const owners = terms.flatMap(({ targets }, term) => targets.map(() => term));
  const targets = new TermFinder(
    terms.flatMap((own) => own.targets),
    b.stream.language,
  );
  return [
    {
      ...a,
      terms: a.stream.sentences.map(({ text }) => sources.find(text).map(({ term }) => term)),
    },
    {
      ...b,
      terms: b.stream.sentences.map(({ text }) =>
        targets.find(text).map(({ term }) => owners[term] ?? term),
      ),
    },
  ];
}

function isTelling(term: string): boolean {
  return Array.from(term).length > 1;
}
