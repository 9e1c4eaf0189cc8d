/** Reads lists of abbreviations that never end a sentence. */
import { AppError } from '../../errors.js';
import type { AbbreviationList } from './rules.js';

/** Abbreviations of a file. */
const maxWords = 100_000;
/** An abbreviation with its blanks: nothing longer is one. */
const maxLength = 40;

const section = /^\[([^\]]*)\]$/;
const withLanguage = /^([a-z]{2,3}(?:-[a-z0-9]{1,8})*):\s+(.*)$/i;
const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i;

/**
 * Reads abbreviations, one a line: `Nr.`, `z. B.`. They are of all languages, or of the language of the last
 * `[de]` before them, or of their own: `de: bzw.`. `[*]` ends a language's section; what follows `#` is a
 * comment.
 *
 * @param name the file, for messages
 * @throws AppError `bad-rules` with the line that is wrong
 */
export function readAbbreviations(name: string, text: string): AbbreviationList[] {
  const byLanguage = new Map<string | null, Set<string>>();
  let current: string | null = null;
  let count = 0;
  text.split(/\r\n|[\n\r]/).forEach((line, index) => {
    const fail = (reason: string): never => {
      throw new AppError('bad-rules', `${name}:${index + 1}: ${reason}`, {
        hint: 'one abbreviation per line: "Nr.", "de: bzw.", or under a line "[de]"',
      });
    };
    const content = line.replace(/(?:^|\s)#.*$/, '').trim();
    if (content === '') return;
    const head = section.exec(content)?.[1]?.trim();
    if (head !== undefined) {
      current = head === '*' ? null : languageOf(head, fail);
      return;
    }
    const [, language, own] = withLanguage.exec(content) ?? [];
    const word = abbreviationKey(own ?? content);
    if (word === '') fail('there is no abbreviation in this line');
    if (word.length > maxLength) fail(`longer than ${maxLength} characters`);
    if (++count > maxWords) fail(`more than ${maxWords} abbreviations`);
    const where = language === undefined ? current : languageOf(language, fail);
    const words = byLanguage.get(where) ?? new Set();
    byLanguage.set(where, words.add(word));
  });
  if (count === 0) {
    throw new AppError('bad-rules', `${name}: there are no abbreviations in it`, {
      hint: 'one abbreviation per line: "Nr.", "de: bzw.", or under a line "[de]"',
    });
  }
  return [...byLanguage].map(([language, words]) => ({ language, words: [...words] }));
}

function languageOf(text: string, fail: (reason: string) => never): string {
  return tag.test(text)
    ? text.replace(/_/g, '-').toLowerCase()
    : fail(`"${text}" is not a language`);
}

/** As texts are looked up: in lower case, without the last full stop, full stops for blanks. */
function abbreviationKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/\.?\s+/g, '.');
}
