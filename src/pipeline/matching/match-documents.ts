/** From the files of several sides to the documents that say the same thing. */
import { AppError } from '../../errors.js';
import type { MatchKind, MatchReason, SharedPassage } from '../../domain.js';
import type { Partners } from '../../match/assign.js';
import { matchSides } from '../../match/match-sides.js';
import type { MatchSide } from '../../match/documents/side.js';
import { joinRows } from '../../match/documents/joined-rows.js';
import { TermIndex, writtenTerms } from '../../match/documents/terms.js';
import { WordTable } from '../../match/documents/words.js';
import { nameKeys } from './name-keys.js';
import { groupPairs, type SidePair } from './document-groups.js';
import {
  readSides,
  type DocumentFile,
  type DocumentSide,
  type Known,
  type ReadDocument,
  type ReadDocumentsOptions,
  type ReadSides,
} from './read-documents.js';

/** Two or more documents that say the same thing. */
export interface DocumentMatch extends MatchReason {
  readonly documents: readonly DocumentFile[];
  readonly languages: readonly string[];
  /** Probability that they belong together: of the least likely of the links that join them. */
  readonly score: number;
  readonly kind: MatchKind;
  /** For each document, the share of its text that has a counterpart in the document before it, or for the first in the second. */
  readonly coverage: readonly number[];
}

/** What matching found. */
export interface MatchedDocuments {
  readonly matches: readonly DocumentMatch[];
  readonly unmatched: readonly DocumentFile[];
  /** Those of them that very likely belong with a document that has another partner, where each may have only one. */
  readonly leftOver: readonly DocumentFile[];
  /** Documents that can't be read, with the reason. */
  readonly failed: readonly { readonly file: DocumentFile; readonly error: AppError }[];
}

export interface MatchDocumentsOptions extends Omit<
  ReadDocumentsOptions,
  'keepsTexts' | 'onProgress'
> {
  readonly partners: Partners;
  /** Lowest probability of a pair; by default what keeps the false ones at one in a hundred. */
  readonly least?: number;
  /** Whether to say what the documents of each match share, however many they are; see `mostExplained`. */
  readonly explain: boolean;
  /** Called with a stage, and how much of it is done. */
  readonly onProgress?: (stage: 'read' | 'compare', done: number, total: number) => void;
}

/** Up to this many documents, what those of a match share is said without being asked for. */
export const mostExplained = 5000;
/** Passages, and terms, that a match is explained with. */
const reasons = 3;
const sharedTerms = 6;
/** Of so many of the rarest, names and numbers come first. */
const rarestTerms = 12;
/** Longer passages are cut. */
const longestPassage = 200;
/** Share of the smaller coverage below which a match is partial. */
const partialBelow = 0.5;

/**
 * Finds the documents that belong together. With one side, its documents are compared with each other: those of different
 * languages, or all if they are in one language.
 *
 * @throws AppError as `loadChosenModel`; `no-input` if fewer than two documents can be read
 */
export async function matchDocuments(
  sides: readonly DocumentSide[],
  options: MatchDocumentsOptions,
): Promise<MatchedDocuments> {
  const failed: { file: DocumentFile; error: AppError }[] = [];
  const isExplained = explains(sides, options);
  const found = { terms: new TermIndex(), words: new WordTable() };
  const read = await readSides(sides, found, { ...options, keepsTexts: isExplained }, failed);
  const compared = sidesToCompare(read.sides);
  if (compared.reduce((sum, own) => sum + own.length, 0) < 2)
    throw (
      failed[0]?.error ??
      new AppError('no-input', 'there are fewer than two documents to match', {
        hint: 'name two folders, or one with several documents',
      })
    );
  const { matches, leftOver } = compare(
    compared,
    { ...found, otherDimension: read.otherDimension },
    options,
    isExplained,
  );
  const taken = new Set(matches.flatMap(({ documents }) => documents));
  const missing = new Set(failed.map(({ file }) => file));
  return {
    matches,
    unmatched: sides.flat().filter((file) => !taken.has(file) && !missing.has(file)),
    leftOver: [...leftOver].filter((file) => !taken.has(file)),
    failed,
  };
}

function explains(
  sides: readonly (readonly unknown[])[],
  { explain }: MatchDocumentsOptions,
): boolean {
  return explain || sides.reduce((sum, side) => sum + side.length, 0) <= mostExplained;
}

/** Up to this share of a folder may be in other languages, and it still counts as one in a single language. */
const strayShare = 1 / 8;

/**
 * One side in several languages falls into a side per language. Some few documents in another language than all others
 * do not make it one: short texts are taken for those of a related language now and then, and the others would
 * not be compared with each other any more.
 */
function sidesToCompare(read: readonly ReadDocument[][]): ReadDocument[][] {
  const [first = [], second] = read;
  if (second !== undefined) return [...read];
  const byLanguage = new Map<string, ReadDocument[]>();
  for (const document of first) {
    const own = byLanguage.get(document.language);
    if (own === undefined) byLanguage.set(document.language, [document]);
    else own.push(document);
  }
  const largest = Math.max(0, ...[...byLanguage.values()].map((own) => own.length));
  const strays = first.length - largest;
  if (largest > 1 && strays <= Math.max(1, first.length * strayShare)) return [first];
  return [...byLanguage.values()];
}

interface Found extends SidePair {
  readonly coverageA: number;
  readonly coverageB: number;
  readonly passages: readonly SharedPassage[];
  readonly terms: readonly string[];
}

function compare(
  sides: readonly ReadDocument[][],
  { terms: index, words, otherDimension }: Known & Pick<ReadSides, 'otherDimension'>,
  options: MatchDocumentsOptions,
  isExplained: boolean,
): { readonly matches: DocumentMatch[]; readonly leftOver: ReadonlySet<DocumentFile> } {
  const { partners, least, onProgress = () => {} } = options;
  const packed = sides.map(toSide);
  const [only] = packed;
  const within = packed.length === 1;
  const couples: (readonly [number, number])[] = within
    ? [[0, 0]]
    : packed.flatMap((_, x) => packed.slice(x + 1).map((_side, y) => [x, x + 1 + y] as const));
  const found: Found[] = [];
  const leftOver = new Set<DocumentFile>();
  for (const [at, [x, y]] of couples.entries()) {
    const givenA = packed[x] ?? only;
    const givenB = packed[y] ?? only;
    if (givenA === undefined || givenB === undefined) continue;
    if (givenA.count === 0 || givenB.count === 0) continue;
    const [a, b] = otherDimension > 0 ? joinRows(givenA, givenB, otherDimension) : [givenA, givenB];
    const { pairs, leftOverA, leftOverB } = matchSides(a, b, {
      termCount: index.size,
      wordVectors: words.vectors,
      partners,
      ...(least !== undefined && { least }),
      within,
      explain: isExplained ? rarestTerms : 0,
      onProgress: (share) => onProgress('compare', at + share, couples.length),
    });
    for (const [side, documents] of [
      [x, leftOverA],
      [y, leftOverB],
    ] as const)
      for (const document of documents) {
        const file = sides[side]?.[document]?.file;
        if (file !== undefined) leftOver.add(file);
      }
    for (const pair of pairs) {
      const [textsA, textsB] = [sides[x]?.[pair.a]?.texts ?? [], sides[y]?.[pair.b]?.texts ?? []];
      found.push({
        sides: [x, y],
        a: pair.a,
        b: pair.b,
        probability: pair.probability,
        coverageA: pair.coverageA,
        coverageB: pair.coverageB,
        passages: pair.links
          .slice(0, reasons)
          .sort((one, other) => one.a - other.a)
          .map((link) => ({
            a: shortened(textsA[link.a] ?? ''),
            b: shortened(textsB[link.b] ?? ''),
          })),
        terms: tellingTerms(
          writtenTerms(
            pair.terms.map((term) => index.text(term)),
            textsA,
            textsB,
          ),
        ),
      });
    }
  }
  const groups =
    packed.length > 2 && partners === 'one'
      ? groupPairs(found, packed.length).map(({ members, pairs }) => ({
          members: members.flatMap((position, side) =>
            position === undefined ? [] : [{ side, position }],
          ),
          pairs,
        }))
      : found.map((pair) => ({
          members: [
            { side: pair.sides[0], position: pair.a },
            { side: pair.sides[1], position: pair.b },
          ],
          pairs: [pair],
        }));
  const matches = groups.map(({ members, pairs: own }) => {
    const documents = members.flatMap(({ side, position }) => sides[side]?.[position] ?? []);
    const coverage = members.map(({ side, position }) =>
      Math.max(
        ...own.map((pair) =>
          pair.sides[0] === side && pair.a === position
            ? pair.coverageA
            : pair.sides[1] === side && pair.b === position
              ? pair.coverageB
              : 0,
        ),
      ),
    );
    const [best] = own;
    return {
      documents: documents.map(({ file }) => file),
      languages: documents.map(({ language }) => language),
      score: Math.min(...own.map(({ probability }) => probability)),
      kind: kindOf(documents, coverage),
      coverage,
      passages: best?.passages ?? [],
      terms: best?.terms ?? [],
    };
  });
  return { matches, leftOver };
}

/** Names and numbers before other words: words of a small collection are rare by chance. */
function tellingTerms(terms: readonly string[]): string[] {
  const isTelling = (term: string): boolean => /^[\p{Lu}\p{Nd}]/u.test(term);
  return [...terms.filter(isTelling), ...terms.filter((term) => !isTelling(term))].slice(
    0,
    sharedTerms,
  );
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > longestPassage
    ? `${letters.slice(0, longestPassage).join('').trimEnd()}…`
    : text;
}

function kindOf(documents: readonly ReadDocument[], coverage: readonly number[]): MatchKind {
  if (Math.min(...coverage) < partialBelow) return 'partial';
  const languages = new Set(documents.map(({ language }) => language));
  return languages.size > 1 ? 'translation' : 'rewrite';
}

function toSide(documents: readonly ReadDocument[]): MatchSide {
  const offsets = new Int32Array(documents.length + 1);
  documents.forEach(({ lengths }, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + lengths.length;
  });
  const lengths = new Float32Array(offsets[documents.length] ?? 0);
  documents.forEach((document, at) => lengths.set(document.lengths, offsets[at] ?? 0));
  const some = documents.find((document) => document.lengths.length > 0);
  return {
    count: documents.length,
    offsets,
    dimension: some === undefined ? 0 : some.rows.length / some.lengths.length,
    rows: documents.map(({ rows }) => rows),
    lengths,
    terms: documents.map(({ terms }) => terms),
    words: documents.map(({ words }) => words),
    names: nameKeys(documents.map(({ file }) => file.name)),
  };
}
