/** Folders of hand-aligned documents: `<doc>.<language>` files, `<doc>.gold`, and `ORDER`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseVecalign, type NumberedBead } from '../../src/score/vecalign-notation.js';

/** A hand-aligned document. */
export interface GoldDocument {
  readonly name: string;
  readonly a: GoldSide;
  readonly b: GoldSide;
  readonly gold: readonly NumberedBead[];
}

/** One side of a document, one sentence a line. */
export interface GoldSide {
  readonly path: string;
  /** BCP-47, where the file's ending tells. */
  readonly language: string | undefined;
  readonly lines: readonly string[];
}

/** The sets whose texts overlap only in part or run in another order. */
export const comparableSets = ['deplain-web-de', 'comparable-news-si-ta-en'];

/**
 * What of an alignment a set's gold judges: where none of its documents lists a sentence without a partner, it
 * says nothing about them.
 */
export function judged(
  documents: readonly GoldDocument[],
  beads: readonly NumberedBead[],
): NumberedBead[] {
  const hasTwoSides = ({ a, b }: NumberedBead): boolean => a.length > 0 && b.length > 0;
  const listsAll = documents.some(({ gold }) => !gold.every(hasTwoSides));
  return listsAll ? [...beads] : beads.filter(hasTwoSides);
}

/** All sets of a folder, or those named. */
export function listSets(folder: string, named: string | undefined): string[] {
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return named === undefined ? all : all.filter((name) => named.split(',').includes(name));
}

/** The documents of one set. */
export function readSet(folder: string): GoldDocument[] {
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith('.gold'))
    .map((file) => {
      const name = file.slice(0, -'.gold'.length);
      const [a, b] = sidesOf(folder, name, files);
      const gold = parseVecalign(file, readFileSync(join(folder, file), 'utf8'));
      return { name, a, b, gold };
    });
}

/** ORDER names both languages; `*` is the file that is left, `by name` means `xx-yy` in the name. */
function sidesOf(folder: string, name: string, files: readonly string[]): [GoldSide, GoldSide] {
  const endings = files
    .filter((file) => file.startsWith(`${name}.`) && !file.endsWith('.gold'))
    .map((file) => file.slice(name.length + 1));
  const order = readFileSync(join(folder, 'ORDER'), 'utf8').trim().split(/\s+/);
  const wanted =
    order[0] === 'by' ? (/([a-z]{2})-([a-z]{2})/.exec(name)?.slice(1, 3) ?? []) : order;
  const taken = new Set<string>();
  const side = (ending: string | undefined): GoldSide => {
    const found =
      ending === '*'
        ? endings.find((other) => !wanted.includes(other) && !taken.has(other))
        : endings.find((other) => other === ending && !taken.has(other));
    if (found === undefined) throw new Error(`${folder}/${name}: no side ${ending ?? '?'}`);
    taken.add(found);
    return readSide(join(folder, `${name}.${found}`));
  };
  return [side(wanted[0]), side(wanted[1])];
}

/** The text of one side. */
export function readSide(path: string): GoldSide {
  const lines = readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
  return { path, language: languageOf(path), lines };
}

/** The endings of maligna-pl number the sides: `<doc>.x1` is Polish, `poznan.x2` German, others English. */
function languageOf(path: string): string | undefined {
  if (path.endsWith('.x1')) return 'pl';
  if (path.endsWith('.x2')) return path.endsWith('poznan.x2') ? 'de' : 'en';
  return /\.([a-z]{2})2?$/.exec(path)?.[1];
}
