/** Alignments as `score` and `compare` take them: any file that links sentences. */
import { resolve } from 'node:path';
import type { Table } from '../../domain.js';
import { AppError } from '../../errors.js';
import { readFirstBytes, readInputFile, readStandardInput } from '../../platform/input-files.js';
import type { LinkedRows } from '../../score/linked-rows.js';
import { digestSentences, type SourceDigests } from '../../score/sentence-digests.js';
import { tableBeads } from '../../score/table-beads.js';
import { parseVecalign, type NumberedBead } from '../../score/vecalign-notation.js';
import type { CommandContext } from './command.js';

/** The links of a file. */
export interface ReadBeads<T = null> {
  readonly beads: readonly NumberedBead[];
  /** What the file has besides them; null if it has nothing. */
  readonly texts: ReadTexts<T> | null;
  /** For texts that another file counts otherwise: by source and the table's own numbers, those of that file. */
  readonly placed?: readonly ReadonlyMap<number, readonly number[]>[];
}

/** What a file with texts has: not the table, of which two long ones would take too much memory. */
export interface ReadTexts<T> {
  /** What was taken of its table. */
  readonly taken: T;
  readonly digests: readonly SourceDigests[];
  /** Reads the file again, without a word about what was said before. */
  open(): Promise<Table>;
}

type ReadingContext = Pick<CommandContext, 'cwd' | 'signal' | 'warn' | 'streams'>;

/**
 * Reads links by sentence number (vecalign, ladder, linkGrp) without their texts, and every other file that
 * `convert` opens.
 *
 * @param take what is kept of the table of such a file
 * @throws AppError `no-links` for a file without links, `bad-alignment`, and what reading throws
 */
export async function readBeads<T>(
  context: ReadingContext,
  path: string,
  take: (table: LinkedRows) => T,
): Promise<ReadBeads<T>> {
  // Its bytes are forgotten before a long table is opened.
  const numbers = await readNumbers(context, path);
  if (numbers !== null) return { beads: numbers, texts: null };
  try {
    return await readTable(context, path, take);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'no-links') throw error;
    const text = textOf(await readInputFile(resolve(context.cwd, path), path));
    // Somebody's notes in front of links, which have a message of their own.
    if (!/^[^\0<]{0,400}\[[\d,\s]*\]\s*:/.test(text))
      throw new AppError('no-links', `${path}: holds no links between sentences that can be read`, {
        hint: 'name what paralign wrote (any format but html, epub and docx), a review, or links such as [0, 1]:[2]',
      });
    return { beads: parseVecalign(path, text), texts: null };
  }
}

/** A function of its own, so that nothing holds the table when the next file is read. */
async function readTable<T>(
  context: ReadingContext,
  path: string,
  take: (table: LinkedRows) => T,
): Promise<ReadBeads<T>> {
  const { openLinkedRows, openTableOnly } = await import('./open-table.js');
  const { cwd, signal } = context;
  const operand = { operand: path, settings: {} };
  const table = await openLinkedRows(context, operand);
  return {
    beads: tableBeads(table),
    texts: {
      taken: take(table),
      digests: digestSentences(table),
      open: () => openTableOnly({ cwd, signal, warn: () => {} }, operand),
    },
  };
}

/** The links of a file that begins as links by sentence number do; null for any other. */
async function readNumbers(
  context: Pick<CommandContext, 'cwd' | 'signal' | 'streams'>,
  path: string,
): Promise<NumberedBead[] | null> {
  const { numberFormatOf, readNumberLinks } = await import('../../read/numbers/number-links.js');
  // A long file that is something else isn't read for nothing; a pipe has no beginning to look at.
  const beginning =
    path === '-' ? new Uint8Array() : await readFirstBytes(resolve(context.cwd, path), headLength);
  if (beginning.length > 0 && !begins.test(textOf(beginning)) && !numberFormatOf(beginning))
    return null;
  const bytes =
    path === '-'
      ? await readStandardInput(context.streams.stdin, context.signal)
      : await readInputFile(resolve(context.cwd, path), path);
  const head = bytes.subarray(0, headLength);
  const format = numberFormatOf(head);
  if (format === 'ladder' || format === 'linkgrp') {
    const { links } = await readNumberLinks(path, bytes, format);
    const before = (number: number): number => number - 1;
    return links.map(({ a, b }) => ({ a: a.map(before), b: b.map(before) }));
  }
  if (path !== '-' && !(begins.test(textOf(head)) && begins.test(textOf(bytes)))) return null;
  return parseVecalign(path, textOf(bytes));
}

/** Links in vecalign's notation begin so; an empty file has none. */
const begins = /^[\s\ufeff]*(?:[[#]|$)/;

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** First bytes that show what a file is. */
const headLength = 1 << 16;

/** The highest sentence number of each side, from 0; -1 for none. */
export function lastSentences(beads: readonly NumberedBead[]): readonly [number, number] {
  let [a, b] = [-1, -1];
  for (const bead of beads) {
    for (const number of bead.a) a = Math.max(a, number);
    for (const number of bead.b) b = Math.max(b, number);
  }
  return [a, b];
}

/** Files of one text may end in sentences that one of them does not link. */
const mostUnlinked = 0.05;
const leastDifferent = 3;

/** Whether two alignments are, by the numbers of their sentences, of texts that differ. */
export function countDiffers(one: readonly NumberedBead[], two: readonly NumberedBead[]): boolean {
  const others = lastSentences(two);
  return lastSentences(one).some((last, side) => {
    const other = others[side] ?? -1;
    const difference = Math.abs(last - other);
    return difference >= leastDifferent && difference > mostUnlinked * Math.max(last, other);
  });
}
