/** One subtitle. */
export interface Cue {
  /** When it appears, in milliseconds from the beginning. */
  readonly start: number;
  /** When it disappears. */
  readonly end: number;
  /** Its lines without markup; never empty. */
  readonly lines: readonly string[];
  /** Line of the file that names its times, from 1. */
  readonly line: number;
}

/** What a file of subtitles holds. */
export interface CueFile {
  /** In the order of the file, or of time where the file's order means nothing. */
  readonly cues: readonly Cue[];
  /** Text that belongs to no cue, such as what stands before the first. */
  readonly strays: readonly string[];
  readonly notices: readonly string[];
}

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r]/);
}
