/** What in the names of documents is the same for a text and its translation: `en/doc.txt`, `doc.es.docx`. */

/** `en`, `pt-BR`, `zh_Hant`. */
const language = /^[a-z]{2,3}(?:[_-](?:[A-Z]{2}|[A-Z][a-z]{3}))?$/i;
const languageEnding = /(?<=.)[._-][a-z]{2,3}(?:[_-](?:[A-Z]{2}|[A-Z][a-z]{3}))?$/;

/**
 * The names of one side without the folders that all have in front, endings and languages; folders that name a
 * language are left out too.
 */
export function nameKeys(names: readonly string[]): string[] {
  const split = names.map((name) => name.split('/'));
  const [first = []] = split;
  let common = Math.max(0, first.length - 1);
  for (const own of split)
    for (let at = 0; at < common; at++)
      if (own[at] !== first[at] || at >= own.length - 1) common = at;
  return split.map((own) => {
    const folders = own.slice(common, -1).filter((folder) => !language.test(folder));
    const base = (own.at(-1) ?? '').replace(/(?<=.)\.[^.]+$/, '').replace(languageEnding, '');
    return [...folders, base].join('/').normalize('NFC').toLowerCase();
  });
}
