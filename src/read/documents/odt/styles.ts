/** What the styles of an OpenDocument text say about its paragraphs and spans. */
import type { BlockKind } from '../../../domain.js';
import { styleMeaning } from '../office/style-names.js';

/** What a style gives to what is written in it, by itself or by the styles above it. */
export interface OdfStyle {
  /** Heading level, 0 for none. */
  readonly heading: number;
  readonly kind?: BlockKind;
  readonly isHidden: boolean;
}

/** A style as the file has it. */
export interface OdfStyleEntry {
  /** As people see it. */
  readonly title: string;
  readonly parent?: string;
  isHidden?: boolean;
}

/** Longest chain of styles with parents. */
const mostSteps = 32;

/** The styles of a text by family (`paragraph`, `text`) and name. */
export class OdfStyles {
  readonly #entries = new Map<string, OdfStyleEntry>();
  readonly #known = new Map<string, OdfStyle>();

  add(family: string, name: string, entry: OdfStyleEntry): void {
    this.#entries.set(`${family} ${name}`, entry);
  }

  /** The style with a name; an undefined name has no style. */
  get(family: string, name: string | undefined): OdfStyle {
    const key = `${family} ${name ?? ''}`;
    const known = this.#known.get(key);
    if (known) return known;
    const style = this.#resolve(family, name ?? '');
    this.#known.set(key, style);
    return style;
  }

  #resolve(family: string, name: string): OdfStyle {
    let heading: number | undefined;
    let kind: BlockKind | undefined;
    let isHidden: boolean | undefined;
    let entry: OdfStyleEntry | undefined = this.#entries.get(`${family} ${name}`) ?? {
      title: name,
    };
    for (let step = 0; entry && step < mostSteps; step++) {
      const meaning = styleMeaning(entry.title);
      heading ??= meaning.heading;
      kind ??= meaning.kind;
      isHidden ??= entry.isHidden;
      const { parent }: OdfStyleEntry = entry;
      if (parent === undefined) break;
      // A file may name a parent that every program knows and leave it out.
      entry = this.#entries.get(`${family} ${parent}`) ?? { title: parent };
    }
    return { heading: heading ?? 0, ...(kind && { kind }), isHidden: isHidden ?? false };
  }
}
