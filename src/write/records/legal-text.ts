import type { Diagnostic } from '../../diagnostics.js';

/** Replaces what most text formats forbid, and counts it over an output. */
export class LegalText {
  #replaced = 0;

  /** The text with U+FFFD for control characters, noncharacters and halves of surrogate pairs. */
  legal(text: string): string {
    return text.replace(illegal, () => {
      this.#replaced++;
      return '\ufffd';
    });
  }

  /** Says how many characters were replaced, if any were. */
  report(onDiagnostic?: (diagnostic: Diagnostic) => void): void {
    if (this.#replaced > 0) onDiagnostic?.({ code: 'characters-replaced', count: this.#replaced });
  }
}

/** As `LegalText`, where the text has been counted before or is none of a source. */
export function legalText(text: string): string {
  return text.replace(illegal, '\ufffd');
}

/** Characters outside of XML 1.0's `Char`, which forbids them even as references. */
const illegal = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
