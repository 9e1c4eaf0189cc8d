import type { ParsedArguments } from '../../arguments/option-spec.js';

/** The arguments of `paralign doctor`. */
export interface DoctorRequest {
  /** Name or folder of the model to check; null is the bundled one. */
  readonly model: string | null;
}

/** Reads the arguments of `paralign doctor`. */
export function readDoctorRequest(args: ParsedArguments): DoctorRequest {
  return { model: args.text('model') ?? null };
}
