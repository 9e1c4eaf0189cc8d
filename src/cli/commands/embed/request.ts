import type { ModelChoice } from '../../../pipeline/chosen-model.js';
import type { FileReadingSettings } from '../../../pipeline/files/file-settings.js';
import { vectorFormatOfFile, vectorFormats } from '../../../write/vectors.js';
import { readSentenceSettings } from '../../arguments/file-settings.js';
import { readModelChoice } from '../../arguments/model-choice.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { readOutput } from '../../arguments/output-options.js';
import type { OutputTarget } from '../../output/result.js';

/** The arguments of `paralign embed`. */
export interface EmbedRequest {
  /** Operands as typed; `-` is standard input. */
  readonly sources: readonly string[];
  readonly settings: FileReadingSettings;
  readonly model: ModelChoice;
  readonly output: OutputTarget;
  /** From `--format`, otherwise from the ending of the output; null if neither names one. */
  readonly format: (typeof vectorFormats)[number] | null;
}

/** Reads the arguments of `paralign embed`. Throws AppError `usage`. */
export function readEmbedRequest(
  context: { readonly cwd: string },
  args: ParsedArguments,
): EmbedRequest {
  const output = readOutput(context, args);
  const named = vectorFormats.find((format) => format === args.text('format'));
  const byEnding = output.path === null ? undefined : vectorFormatOfFile(output.path);
  return {
    sources: args.operands,
    settings: readSentenceSettings(args),
    model: readModelChoice(args),
    output,
    format: named ?? byEnding ?? null,
  };
}
