/** The flags that help with an error or a warning; the stages that report them know no flags. */
import { type Diagnostic, describeDiagnostic } from '../../diagnostics.js';
import type { ErrorCode } from '../../errors.js';

const errorHints: ReadonlyMap<string, string> = new Map<ErrorCode, string>([
  [
    'undecodable-source',
    'Name the encoding (--encoding windows-1252, gb18030, ...) or repair the file.',
  ],
  ['bad-alignment', 'write links like [0, 1]:[2], as "paralign align A B --format vecalign" does'],
  [
    'unread-format',
    'convert it to plain text or Markdown first, or use --from text to read it unchanged',
  ],
  [
    'not-a-source',
    'name the original texts instead; "paralign convert", "show" and "review" open it as it is, and --anchors reads the links from a CSV',
  ],
  [
    'review-exists',
    'carry its decisions over to the sources with "paralign review FILE --update A B", or move it away; --resume skips reviews whose sources and options are unchanged',
  ],
  [
    'unclear-columns',
    'name the columns to read with --columns, by header, letter or number (--columns en,es)',
  ],
  ['two-sources-only', 'use --format csv or json'],
]);

/** A model of a hub that knows about a hundred languages. */
const largerModel = 'Xenova/multilingual-e5-small';
const useLargerModel = `"paralign models download ${largerModel}" fetches a larger model, --model ${largerModel} uses it`;

const diagnosticHints: ReadonlyMap<string, string> = new Map<Diagnostic['code'], string>([
  [
    'language-unknown-to-model',
    `name the language with --lang if it was misdetected; ${useLargerModel}`,
  ],
  ['language-weak-in-model', useLargerModel],
  ['encoding-uncertain', 'set it with --encoding'],
  ['language-uncertain', 'check it with "paralign detect", set it with --lang'],
  ['rejected-unaligned', '--rejected writes them as links'],
  ['rejected-left-out', '--rejected includes them'],
  ['nothing-to-align', '--keep-noise includes noise'],
]);

/** What to do about an error: a hint that names flags if there is one, otherwise the error's own. */
export function errorHint(error: {
  readonly code: string;
  readonly hint?: string | null | undefined;
}): string | null {
  return errorHints.get(error.code) ?? error.hint ?? null;
}

/** A warning on one line, with the flags that help. */
export function describeWithFlags(diagnostic: Diagnostic): string {
  const message = describeDiagnostic(diagnostic);
  const hint = diagnosticHints.get(diagnostic.code);
  if (hint === undefined) return message;
  return message.endsWith(')') ? `${message.slice(0, -1)}; ${hint})` : `${message} (${hint})`;
}
