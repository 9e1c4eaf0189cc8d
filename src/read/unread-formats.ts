/**
 * Formats that people have and that are not read yet: recognised, so that markup and time codes are
 * not taken for prose without a word.
 */
import { AppError } from '../errors.js';

/** A format that is not read: by its first characters, or by the ending of a name. */
interface UnreadFormat {
  /** As messages call it, with its article. */
  readonly title: string;
  readonly head: RegExp | null;
  readonly endings: readonly string[];
  /** What paralign wrote is opened, not aligned again. */
  readonly isOwn?: true;
}

const unreadFormats: readonly UnreadFormat[] = [
  {
    title: 'a paralign review',
    head: /^\{\s*"format":\s*"paralign-review"/,
    endings: ['.paralign'],
    isOwn: true,
  },
  {
    title: 'an alignment written by paralign',
    head: /^(?:id[,;\t]a_source[,;\t]|\{\s*"format":\s*"paralign",|\{\s*"id":\s*\d+,\s*"cells":\s*\[)/,
    endings: [],
    isOwn: true,
  },
  {
    title: 'a list of paragraphs or sentences written by paralign',
    head: /^\{\s*"sources":\s*\[\s*\{\s*"name":\s*"(?:[^"\\]|\\.)*",\s*"(?:paragraphs|sentences)":/,
    endings: [],
    isOwn: true,
  },
  {
    title: 'an MHTML archive of a web page',
    head: /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*Content-Type:\s*multipart\/related/i,
    endings: ['.mht', '.mhtml'],
  },
  {
    title: "a web archive of Safari's",
    head: /^bplist00.{0,40}WebMainResource/s,
    endings: ['.webarchive'],
  },
];

/**
 * Refuses what paralign wrote itself.
 *
 * @param head the first bytes of the file
 * @throws AppError `not-a-source` (exit 65), which says what it is
 */
export function refuseOwn(name: string, head: Uint8Array): void {
  const found = findFormat(name, head, ({ isOwn }) => isOwn === true);
  if (found === undefined) return;
  throw new AppError('not-a-source', `${name}: ${found.title} is not a source`, {
    hint: 'name the texts it was made from',
  });
}

/**
 * Refuses a file that is, by its beginning or else its name, in a format that is not read yet.
 *
 * @param head the first bytes of the file
 * @throws AppError `unread-format` (exit 65), which names the format
 */
export function refuseUnread(name: string, head: Uint8Array): void {
  const found = findFormat(name, head, ({ isOwn }) => isOwn !== true);
  if (found === undefined) return;
  throw new AppError('unread-format', `${name}: ${found.title} cannot be read as a source`, {
    hint: 'convert it to plain text or Markdown first',
  });
}

function findFormat(
  name: string,
  head: Uint8Array,
  isAsked: (format: UnreadFormat) => boolean,
): UnreadFormat | undefined {
  const start = new TextDecoder()
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart();
  const lower = name.toLowerCase();
  const asked = unreadFormats.filter(isAsked);
  return (
    asked.find((format) => format.head?.test(start)) ??
    asked.find(({ endings }) => endings.some((ending) => lower.endsWith(ending)))
  );
}
