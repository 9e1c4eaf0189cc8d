/** What to do about an error or a warning, in flags: the stages that report them know of none. */
import { type Diagnostic, describeDiagnostic } from '../../diagnostics.js';
import type { ErrorCode } from '../../errors.js';

const errorHints: ReadonlyMap<string, string> = new Map<ErrorCode, string>([
  [
    'undecodable-source',
    'Name the encoding (--encoding windows-1252, gb18030, ...) or repair the file.',
  ],
  ['bad-alignment', 'beads are like [0, 1]:[2] (paralign align A B --format vecalign writes them)'],
  [
    'unread-format',
    'convert it to plain text or Markdown first; --from text reads it as it stands',
  ],
  [
    'not-a-source',
    'name the texts that it is of; a review (.paralign) is opened by "paralign review", and --anchors takes the links of a CSV',
  ],
  [
    'review-exists',
    'carry its decisions over to the sources with "paralign review FILE --update A B", or move it away; --resume skips reviews whose sources and options are unchanged',
  ],
  [
    'unclear-columns',
    'name the columns to read with --columns, by header, letter or number (--columns en,es)',
  ],
  ['two-sources-only', 'take --format csv or json'],
]);

const diagnosticHints: ReadonlyMap<string, string> = new Map<Diagnostic['code'], string>([
  ['language-unknown-to-model', 'name the language with --lang if it was misdetected'],
  ['encoding-uncertain', 'set it with --encoding'],
  ['language-uncertain', 'see "paralign detect", set it with --lang'],
  ['rejected-unaligned', '--rejected writes them as links'],
  ['rejected-left-out', '--rejected takes them in'],
  ['nothing-to-align', '--keep-noise takes noise in'],
]);

/** What to do about an error: in flags where there are some, else as the error says; null for nothing. */
export function errorHint(error: {
  readonly code: string;
  readonly hint?: string | null | undefined;
}): string | null {
  return errorHints.get(error.code) ?? error.hint ?? null;
}

/** A warning in one line, with the flags that help. */
export function describeWithFlags(diagnostic: Diagnostic): string {
  const message = describeDiagnostic(diagnostic);
  const hint = diagnosticHints.get(diagnostic.code);
  if (hint === undefined) return message;
  return message.endsWith(')') ? `${message.slice(0, -1)}; ${hint})` : `${message} (${hint})`;
}
