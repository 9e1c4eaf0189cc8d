import type { FileReadingSettings } from '../../../pipeline/files/file-settings.js';
import { readReadingSettings } from '../../arguments/file-settings.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** The arguments of `paralign segment`. */
export interface SegmentRequest {
  /** Operands as typed; `-` is standard input. */
  readonly sources: readonly string[];
  readonly settings: FileReadingSettings;
  /** Print bare sentences, one per line, without noise. */
  readonly lines: boolean;
}

/** Reads the arguments of `paralign segment`. Throws AppError `usage`. */
export function readSegmentRequest(args: ParsedArguments): SegmentRequest {
  return {
    sources: args.operands,
    settings: readReadingSettings(args),
    lines: args.flag('lines'),
  };
}
