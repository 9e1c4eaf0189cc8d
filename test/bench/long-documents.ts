/** Long documents for measuring: those of a set put together, or made of translated sentences. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NumberedBead } from '../../src/score/vecalign-notation.js';
import { readSide, type GoldDocument } from './gold-sets.js';
import { makeTexts, paraphrases, translations } from './made-texts.js';

/** Documents of the same languages joined to one, in order. */
export function joined(documents: readonly GoldDocument[], folder: string): GoldDocument[] {
  const groups = new Map<string, GoldDocument[]>();
  for (const document of documents) {
    const languages = `${document.a.language ?? 'und'}-${document.b.language ?? 'und'}`;
    groups.set(languages, [...(groups.get(languages) ?? []), document]);
  }
  return [...groups].map(([languages, parts]) => {
    const gold: NumberedBead[] = [];
    const a: string[] = [];
    const b: string[] = [];
    for (const part of parts) {
      const [beforeA, beforeB] = [a.length, b.length];
      for (const bead of part.gold) {
        gold.push({ a: bead.a.map((n) => n + beforeA), b: bead.b.map((n) => n + beforeB) });
      }
      a.push(...part.a.lines);
      b.push(...part.b.lines);
    }
    const [of = 'und', to = 'und'] = languages.split('-');
    return written(folder, languages, [of, a], [to, b], gold);
  });
}

/** A document made of a table of `source TAB foreign TAB English` lines, or of the seeds' words. */
export function made(pairs: string | undefined, size: string, folder: string): GoldDocument {
  const [countA = 0, countB = 0] = size.split('x').map(Number);
  const material = pairs === undefined ? paraphrases() : translations(pairs);
  const { a, b, gold } = makeTexts(countA, countB, material, false);
  const language = pairs === undefined ? 'en' : (/([a-z]{2})-en/.exec(pairs)?.[1] ?? 'und');
  return written(folder, size, [language, a], ['en', b], gold);
}

function written(
  folder: string,
  name: string,
  [languageA, a]: readonly [string, readonly string[]],
  [languageB, b]: readonly [string, readonly string[]],
  gold: readonly NumberedBead[],
): GoldDocument {
  mkdirSync(folder, { recursive: true });
  const side = (lines: readonly string[], ending: string) => {
    const path = join(folder, `${name}.${ending}`);
    writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
    return readSide(path);
  };
  const second = languageA === languageB ? `${languageB}2` : languageB;
  return { name, a: side(a, languageA), b: side(b, second), gold };
}
