import type { DocumentReader } from '../../documents/document.js';
import { LinkedTexts, type UnitBlock, type UnitSink } from '../linked-texts.js';
import { languageReader, type StatedLanguage } from '../../../text/languages/stated-language.js';
import { parseXliff, type XliffPair } from './parse-xliff.js';
import type { XliffContent } from './xliff-content.js';

/**
 * Reads XLIFF: the source's text and the target's, a block a segment (or a unit that is not segmented).
 * What is not translated yet is in the source's text only; a target that the file says is no translation is in
 * the target's text, but is no link. `columns` chooses languages.
 */
export const xliffReader: DocumentReader = {
  takes: 'stream',
  textIs: 'extracted',
  async read(name, chunks, options) {
    const texts = new LinkedTexts(name);
    await readXliff(name, chunks, texts, options.encoding);
    return texts.finish(options);
  },
};

/** Puts what a file holds into `texts`. Throws AppError as the reader. */
export async function readXliff(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  texts: UnitSink,
  encoding?: string,
): Promise<void> {
  const understand = languageReader();
  const languagesOf = (pair: XliffPair): Languages => {
    const source = named(understand(pair.sourceLanguage), 'source');
    const target = named(understand(pair.targetLanguage), 'target');
    // In the language of the source, a target is still another text.
    return {
      source,
      target: target.part === source.part ? { ...target, part: 'target' } : target,
    };
  };
  await parseXliff(name, chunks, (pairs) => addUnit(texts, pairs, languagesOf), encoding);
}

/** A text whose language the file does not say is called by its side. */
function named(language: StatedLanguage, side: string): StatedLanguage {
  return language.part === 'und' ? { ...language, part: side } : language;
}

interface Languages {
  readonly source: StatedLanguage;
  readonly target: StatedLanguage;
}

function addUnit(
  texts: UnitSink,
  pairs: readonly XliffPair[],
  languagesOf: (pair: XliffPair) => Languages,
): void {
  const sources = pairs.map((pair) => {
    const { source, target } = languagesOf(pair);
    texts.expect(source);
    texts.expect(target);
    return addSide(texts, pair.id, source, pair.source);
  });
  // The targets of a unit may stand in another order.
  const inOrder = pairs
    .map((pair, index) => ({ pair, index, order: pair.order ?? index + 1 }))
    .sort((x, y) => x.order - y.order);
  for (const { pair, index } of inOrder) {
    const target = addSide(texts, pair.id, languagesOf(pair).target, pair.target);
    const source = sources[index];
    if (source && pair.isDoubtful !== true) linkSides(texts, source, target);
    else for (const block of blocksOf(target)) texts.leaveUnlinked(block);
  }
}

/** The blocks of one side of a pair. */
interface Side {
  readonly segments: readonly { readonly id: string; readonly block: UnitBlock }[];
  /** What is outside of segments. */
  readonly rest: UnitBlock | undefined;
}

function addSide(
  texts: UnitSink,
  id: string,
  language: StatedLanguage,
  content: XliffContent | undefined,
): Side {
  const segments = (content?.segments ?? []).flatMap(({ id: own, text }) => {
    const block = texts.addBlock(`${id}/${own}`, { language, text });
    return block ? [{ id: own, block }] : [];
  });
  return { segments, rest: texts.addBlock(id, { language, text: content?.rest ?? '' }) };
}

/** Links segments of one id; where one side has none, all of it is linked with all of the other. */
function linkSides(texts: UnitSink, source: Side, target: Side): void {
  if (source.segments.length === 0 || target.segments.length === 0) {
    texts.link([...blocksOf(source), ...blocksOf(target)]);
    return;
  }
  const targets = new Map(target.segments.map(({ id, block }) => [id, block]));
  for (const { id, block } of source.segments) {
    const other = targets.get(id);
    if (other) texts.link([block, other]);
    // An id that is there twice is no link for the second one.
    targets.delete(id);
  }
  if (source.rest && target.rest) texts.link([source.rest, target.rest]);
}

function blocksOf({ segments, rest }: Side): UnitBlock[] {
  return [...segments.map(({ block }) => block), ...(rest ? [rest] : [])];
}
