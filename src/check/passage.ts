import type { CheckSide, Group, Sentence, Span, Stream } from '../domain.js';

/** One side of a row as the checks read it: its sentences in one text. */
export interface Passage {
  /** Index of the stream in the run. */
  readonly stream: number;
  /** BCP-47, of the stream. */
  readonly language: string;
  readonly text: string;
  readonly sentences: number;
  /** The place in the source's text of a passage of `text`. */
  locate(start: number, end: number): Span;
}

/** Something found in a passage, with offsets into the passage's text. */
export interface Mention extends Span {
  /** As a person would write it, to be shown. */
  readonly value: string;
}

/** Puts the sentences of a cell into one text; null for an empty cell. */
export function makePassage(
  stream: Stream,
  index: number,
  positions: readonly number[],
): Passage | null {
  const known = positions.length === 1 ? ahead.get(stream)?.[positions[0]!] : undefined;
  if (known?.stream === index) return known;
  const sentences = positions.map((position) => stream.sentences[position]!);
  if (sentences.length === 0) return null;
  const starts: number[] = [];
  let text = '';
  for (const sentence of sentences) {
    if (text !== '') text += '\n';
    starts.push(text.length);
    text += sentence.text;
  }
  const locate = (start: number, end: number): Span => {
    let at = starts.length - 1;
    while (at > 0 && starts[at]! > start) at--;
    const sentence: Sentence = sentences[at]!;
    const shift = sentence.start - starts[at]!;
    return { start: start + shift, end: Math.min(sentence.end, end + shift) };
  };
  return { stream: index, language: stream.language, text, sentences: sentences.length, locate };
}

const ahead = new WeakMap<Stream, readonly Passage[]>();

/** Makes the passages of single sentences now, for `makePassage` to give out later; returns them. */
export function makeSentencePassages(stream: Stream, index: number): readonly Passage[] {
  const passages = stream.sentences.flatMap((_, at) => makePassage(stream, index, [at]) ?? []);
  ahead.set(stream, passages);
  return passages;
}

/** What is read of a passage once, for as long as it lives: of a whole text before its rows are checked. */
export function oncePerPassage<T>(read: (passage: Passage) => T): (passage: Passage) => T {
  const known = new WeakMap<Passage, { readonly value: T }>();
  return (passage) => {
    const before = known.get(passage);
    if (before !== undefined) return before.value;
    const value = read(passage);
    known.set(passage, { value });
    return value;
  };
}

/** The passages of a row, by stream; null where it has no sentence of one. */
export function passagesOf(
  streams: readonly Stream[],
  { cells }: Pick<Group, 'cells'>,
): readonly (Passage | null)[] {
  return streams.map((stream, index) => makePassage(stream, index, cells[index] ?? []));
}

/** What a check reports of one side. */
export function toSide(passage: Passage, mentions: readonly Mention[]): CheckSide {
  return {
    stream: passage.stream,
    values: mentions.map(({ value }) => value),
    spans: mentions.map(({ start, end }) => passage.locate(start, end)),
  };
}
