import { AppError } from '../../../errors.js';
import type { FileReadingSettings } from '../../../pipeline/files/file-settings.js';
import { readReadingSettings } from '../../arguments/file-settings.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** The arguments of `paralign segment`. */
export interface SegmentRequest {
  /** Operands as typed; `-` is standard input. */
  readonly sources: readonly string[];
  readonly settings: FileReadingSettings;
  /** What is printed: a listing, bare sentences one per line without noise, or the text as it was read. */
  readonly print: 'listing' | 'lines' | 'text';
}

/** Reads the arguments of `paralign segment`. Throws AppError `usage`. */
export function readSegmentRequest(args: ParsedArguments): SegmentRequest {
  const [lines, text] = [args.flag('lines'), args.flag('text')];
  if (lines && text)
    throw new AppError('usage', '--lines and --text: choose one of them', {
      hint: '--text prints the text as it was read, --lines its sentences',
    });
  return {
    sources: args.operands,
    settings: readReadingSettings(args),
    print: text ? 'text' : lines ? 'lines' : 'listing',
  };
}
