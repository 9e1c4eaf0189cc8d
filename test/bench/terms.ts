/**
 * Terms found beside a published glossary: the messages of Git, whose translators keep glossaries at the head of their files
 * (`English | Français`), and those of GnuCash, which has a folder of glossaries, as in the sources of Debian's packages.
 * `--gold FOLDER` is the folder `po`, `--sets fr,pt_PT` chooses languages; `--verbose` lists what was found. Three figures: how many of
 * the first 50 terms are terms in the glossary of any of the languages; of the first 50 that are in the language's own,
 * how many are translated as it says; and how many of the first 50 a person called right in `judged-terms.tsv`: both sides are whole
 * terms of the subject, and translations of each other. What nobody judged counts as wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { foldWord, splitPlacedWords } from '../../src/text/placed-words.js';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { openLinkedFiles } from '../../src/pipeline/files/linked-files.js';
import { termsOfRecords } from '../../src/pipeline/terms/record-terms.js';
import type { FoundTerm } from '../../src/terms/found-terms.js';
import { arePhraseForms } from '../../src/text/terms/word-forms.js';
import { tableHead } from '../../src/write/records/head.js';
import { outputRecords, recordBatches } from '../../src/write/records/records.js';
import type { Options } from './main.js';
import { places } from './places.js';

/** A term of a glossary: words as keys, and its translations. */
type Glossary = ReadonlyMap<string, readonly string[]>;

const first = 50;

/** Prints one line a language. */
export async function run(options: Options): Promise<void> {
  const folder = options.gold;
  if (folder === undefined) throw new Error('terms needs --gold FOLDER');
  const embedder = await loadEmbedder({ places });
  const glossaries = new Map<string, Glossary>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.po'))
    .sort()) {
    const language = file.slice(0, -3);
    const apart = join(folder, 'glossary', file);
    const glossary = existsSync(apart)
      ? await readMessages(apart, language)
      : readHead(readFileSync(join(folder, file), 'utf8'), language);
    if (glossary.size >= 20) glossaries.set(language, glossary);
  }
  const english = [...new Set([...glossaries.values()].flatMap((own) => [...own.keys()]))];
  print(
    `${english.length} entries in ${glossaries.size} glossaries: ${[...glossaries.keys()].join(' ')}`,
  );
  print(
    'language  pairs  terms  first 50: in a glossary  own glossary: as it says  judged right (not judged)',
  );
  const judgements = readJudgements(basename(dirname(resolve(folder))));
  const chosen = options.sets?.split(',') ?? [...glossaries.keys()];
  for (const [language, glossary] of glossaries) {
    if (!chosen.includes(language)) continue;
    const table = await openLinkedFiles([join(folder, `${language}.po`)], { cwd: process.cwd() });
    if (table === undefined) throw new Error(`${language}.po links nothing`);
    const found = await termsOfRecords(
      { head: tableHead(table), batches: recordBatches(outputRecords(table)) },
      [0, 1],
      embedder,
      { least: 3, most: 2000 },
    );
    const top = found.terms.slice(0, first);
    const known = top.filter((term) => english.some((entry) => isTerm(term, entry)));
    const own = found.terms.flatMap((term) => {
      const wanted = translationsOf(glossary, term);
      return wanted.length === 0 ? [] : [{ term, right: wanted.some((text) => says(term, text)) }];
    });
    // Further translations of a term that was found already are not counted.
    const seen = new Set<string>();
    const judged = own.filter(({ term }) => !seen.has(term.a) && seen.add(term.a)).slice(0, first);
    const right = judged.filter((own) => own.right);
    print(
      [
        language.padEnd(8),
        String(found.pairs).padStart(6),
        String(found.terms.length).padStart(6),
        `${known.length}/${top.length}`.padStart(24),
        `${right.length}/${judged.length} ${(right.length / judged.length).toFixed(2)}`.padStart(
          26,
        ),
        judgedLine(top, judgements, language).padStart(26),
      ].join(' '),
    );
    if (options.verbose !== true) continue;
    for (const term of top) print(`    ${known.includes(term) ? '+' : '-'} ${lineOf(term)}`);
    for (const { term, right: isRight } of judged)
      if (!isRight)
        print(`    wrong ${lineOf(term)}: ${translationsOf(glossary, term).join(', ')}`);
  }
  await embedder.close();
}

/** What was judged of one document: language, term and translation -> whether it is right. */
function readJudgements(document: string): ReadonlyMap<string, boolean> {
  const [, ...lines] = readFileSync(join('test', 'bench', 'judged-terms.tsv'), 'utf8').split('\n');
  const judged = new Map<string, boolean>();
  for (const line of lines) {
    const [of = '', language = '', a = '', b = '', right = ''] = line.split('\t');
    if (of === document) judged.set([language, a, b].join('\t'), right === 'yes');
  }
  return judged;
}

function judgedLine(
  top: readonly FoundTerm[],
  judgements: ReadonlyMap<string, boolean>,
  language: string,
): string {
  const judged = top.map((term) => judgements.get([language, term.a, term.b].join('\t')));
  const right = judged.filter((own) => own === true).length;
  const open = judged.filter((own) => own === undefined).length;
  return open === top.length ? '-' : `${right}/${top.length} (${open})`;
}

function lineOf({ formsA, formsB, together, inA, inB }: FoundTerm): string {
  return `${formsA.join('|')} = ${formsB.join('|')} (${together} of ${inA}, ${inB})`;
}

/** Lines of two columns in the comment at the head of a file. */
function readHead(text: string, language: string): Glossary {
  const glossary = new Map<string, string[]>();
  for (const line of text.slice(0, text.indexOf('\nmsgid ')).split('\n')) {
    const [, term = '', translation = ''] =
      /^#[\s|]*([^|]*[a-z][^|]*?)\s*\|\s*([^|]*?)\s*[|#]?\s*$/.exec(line) ?? [];
    if (term !== '' && translation !== '') addEntry(glossary, term, translation, language);
  }
  return glossary;
}

/** A glossary that is itself a catalogue: terms and their translations. */
async function readMessages(path: string, language: string): Promise<Glossary> {
  const glossary = new Map<string, string[]>();
  const table = await openLinkedFiles([path], { cwd: process.cwd() });
  if (table === undefined) return glossary;
  for await (const batch of recordBatches(outputRecords(table)))
    for (const { cells } of batch) {
      const [term = '', translation = ''] = cells.map((cell) => cell?.text ?? '');
      // "account type: Active" is Active as the type of an account.
      addEntry(glossary, term.replace(/^.*: /, ''), translation, language);
    }
  return glossary;
}

function addEntry(
  glossary: Map<string, string[]>,
  term: string,
  translation: string,
  language: string,
): void {
  const key = keyOf(term.replace(/\(.*?\)|^(?:a|an|to|the) /g, '').trim(), 'en');
  if (key === '' || key === 'english') return;
  const own = glossary.get(key) ?? [];
  for (const part of translation.split(/[,，、;/（）()]|\b(?:ou|or|ή)\b/)) {
    const wanted = keyOf(part.replace(/^(?:un|une|uma|um|μια|ένα) /, ''), language);
    if (wanted !== '') own.push(wanted);
  }
  glossary.set(key, own);
}

function keyOf(text: string, language: string): string {
  return splitPlacedWords(text, language.replace('_', '-'))
    .map(({ key }) => key)
    .join(' ');
}

function isTerm({ formsA }: FoundTerm, entry: string): boolean {
  return formsA.some((form) => arePhraseForms(keyOf(form, 'en'), entry));
}

function translationsOf(glossary: Glossary, term: FoundTerm): string[] {
  return [...glossary].flatMap(([entry, texts]) => (formsAre(term.formsA, entry) ? texts : []));
}

function formsAre(forms: readonly string[], entry: string): boolean {
  return forms.some((form) => keyOf(form, 'en') === entry);
}

/** Whether one is within the other: a glossary says "dépôt nu", the texts "un dépôt nu". */
function says({ formsB }: FoundTerm, wanted: string): boolean {
  const squeeze = (text: string): string => foldWord(text).replace(/[\s’'-]/gu, '');
  return formsB.some((form) => {
    const [own, other] = [squeeze(form), squeeze(wanted)];
    if (own.includes(other) || other.includes(own)) return true;
    let shared = 0;
    while (shared < own.length && own[shared] === other[shared]) shared++;
    return shared >= 4 && shared >= 0.6 * Math.max(own.length, other.length);
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
