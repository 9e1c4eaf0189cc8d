import type { FileReadingSettings } from '../../../pipeline/files/file-settings.js';
import { readReadingSettings } from '../../arguments/file-settings.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** The arguments of `paralign detect`. */
export interface DetectRequest {
  /** Operands as typed; `-` is standard input. */
  readonly sources: readonly string[];
  readonly settings: FileReadingSettings;
}

/** Reads the arguments of `paralign detect`. Throws AppError `usage`. */
export function readDetectRequest(args: ParsedArguments): DetectRequest {
  return { sources: args.operands, settings: readReadingSettings(args) };
}
