/** Archives and compound files that are not read: each is refused with what it is and what to do. */
import { AppError } from '../errors.js';
import { compoundContent, type CompoundContent } from './archive/compound.js';

const compounds: Readonly<Record<CompoundContent, readonly [title: string, hint: string]>> = {
  encrypted: ['a document with a password', 'save it without a password'],
  word: ['a Word document of before 2007', 'save it as DOCX'],
  excel: ['an Excel workbook of before 2007', 'save it as XLSX'],
  powerpoint: ['a PowerPoint presentation of before 2007', 'save its outline as RTF'],
  other: ['a compound file of an old program', 'save it as DOCX, PDF or plain text'],
};

/**
 * Refuses a compound file.
 *
 * @throws AppError `unreadable-document`, which says what the file holds
 */
export function refuseCompound(name: string, bytes: Uint8Array): never {
  const [title, hint] = compounds[compoundContent(bytes)];
  throw new AppError('unreadable-document', `${name}: ${title} is not read as a source`, { hint });
}

/**
 * Refuses a zip archive in which no document is recognised.
 *
 * @param names the files in it
 * @throws AppError `unreadable-document`, which says what the archive is where it can be told
 */
export function refuseArchive(name: string, names: readonly string[]): never {
  const [title, hint] = titleOf(name, names);
  throw new AppError('unreadable-document', `${name}: ${title}`, { hint });
}

function titleOf(name: string, names: readonly string[]): readonly [title: string, hint: string] {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^ppt\//))
    return ['a PowerPoint presentation is not read as a source', 'save its outline as RTF'];
  if (has(/^Index\/.*\.iwa$|^Index\.zip$|^index\.(?:xml|apxl)(?:\.gz)?$/))
    return [
      'a document of Pages, Numbers or Keynote is not read as a source',
      'export it as DOCX, or a table as CSV',
    ];
  return [
    'a zip archive in which no document is recognised',
    `name the files in it (${name}/FILE)`,
  ];
}
