import { AppError } from '../../../errors.js';
import { openArchive, type Archive } from '../../archive/archive.js';
import { parseXml } from '../../xml/parse-xml.js';
import type { DocumentReader, FoundText } from '../document.js';
import { mostParts } from '../office/limits.js';
import { Furniture } from '../office/furniture.js';
import type { Draft } from '../office/story.js';
import { TextBuilder } from '../text-builder.js';
import { readDiagram } from './diagrams.js';
import { relationshipsOf, type Relationship } from './parts.js';
import { WordStyles } from './styles.js';
import { WordText, type LeftOut, type NoteKind } from './word-text.js';

/**
 * Reads Word documents (DOCX, DOCM, DOTX, DOTM; transitional and strict). Notes come after the paragraph
 * that refers to them, text boxes and the texts of diagrams after the one they are anchored in. Tracked changes are taken as
 * accepted. Headers, footers and tables of contents are marked as noise; comments, hidden text and the
 * readings of ruby are left out.
 */
export const docxReader: DocumentReader = {
  takes: 'bytes',
  textIs: 'extracted',
  read: async (name, bytes) => new WordDocument(name, await openArchive(name, bytes)).read(),
};

class WordDocument {
  readonly #name: string;
  readonly #archive: Archive;
  readonly #leftOut: LeftOut = { hidden: false, foreign: false };
  #styles = new WordStyles();

  constructor(name: string, archive: Archive) {
    this.#name = name;
    this.#archive = archive;
  }

  async read(): Promise<FoundText> {
    const main = await this.#mainPart();
    const relationships = await relationshipsOf(this.#name, this.#archive, main);
    const partOf = (type: string): string | undefined =>
      relationships.find((relationship) => relationship.type === type)?.part;
    this.#styles = await WordStyles.read(this.#name, this.#archive, partOf('styles'));
    const notes = {
      footnotes: await this.#readNotes(partOf('footnotes')),
      endnotes: await this.#readNotes(partOf('endnotes')),
    };
    const diagrams = await this.#readDiagrams(relationships);
    const builder = new TextBuilder(this.#name);
    const furniture = new Set<string>();
    await this.#parse(main, {
      emit: ({ text, details }) => void builder.add(text, details),
      notes: (kind, id) => takeNote(notes, kind, id),
      diagram: (id) => diagrams.get(id) ?? [],
      onFurniture: (id) => void furniture.add(id),
    });
    (await this.#readFurniture(relationships, furniture)).addTo(builder);
    return { ...builder.finish(), notices: this.#notices() };
  }

  async #mainPart(): Promise<string> {
    const roots = await relationshipsOf(this.#name, this.#archive, '');
    const main = roots.find(({ type }) => type === 'officeDocument')?.part ?? 'word/document.xml';
    if (this.#archive.has(main)) return main;
    throw new AppError(
      'unreadable-document',
      `${this.#name}: a Word document without its text: there is no ${main} in it`,
      { hint: 'download or save the file again' },
    );
  }

  async #parse(
    part: string,
    context: Omit<ConstructorParameters<typeof WordText>[0], 'name' | 'styles' | 'leftOut'>,
  ): Promise<void> {
    const handlers = new WordText({
      name: this.#name,
      styles: this.#styles,
      leftOut: this.#leftOut,
      ...context,
    });
    await parseXml(
      `${this.#name}: ${part}`,
      this.#archive.stream(part),
      {
        open: (element) => handlers.open(element),
        close: (local, uri, depth) => handlers.close(local, uri, depth),
        text: (text) => handlers.text(text),
      },
      { mostParts },
    );
    handlers.finish();
  }

  /** The blocks of notes by their ids. */
  async #readNotes(part: string | undefined): Promise<Map<string, Draft[]>> {
    const notes = new Map<string, Draft[]>();
    if (part === undefined) return notes;
    let current: Draft[] = [];
    await this.#parse(part, {
      emit: ({ text, details }) =>
        current.push({ text, details: { ...details, heading: 0, kind: 'footnote' } }),
      onNote: (id) => {
        current = [];
        notes.set(id, current);
      },
    });
    return notes;
  }

  /** The texts of diagrams by the ids of their relationships. */
  async #readDiagrams(relationships: readonly Relationship[]): Promise<Map<string, Draft[]>> {
    const diagrams = new Map<string, Draft[]>();
    for (const { id, type, part } of relationships) {
      if (type !== 'diagramData' || !this.#archive.has(part)) continue;
      diagrams.set(id, await readDiagram(this.#name, this.#archive, part));
    }
    return diagrams;
  }

  async #readFurniture(
    relationships: readonly Relationship[],
    ids: ReadonlySet<string>,
  ): Promise<Furniture> {
    const furniture = new Furniture();
    const parts = relationships.filter(({ id }) => ids.has(id)).map(({ part }) => part);
    for (const part of new Set(parts)) {
      if (!this.#archive.has(part)) continue;
      await this.#parse(part, { emit: ({ text }) => furniture.add(text) });
    }
    return furniture;
  }

  #notices(): string[] {
    const { hidden, foreign } = this.#leftOut;
    return [
      ...(hidden ? ['hidden text is left out'] : []),
      ...(foreign ? ['files embedded in its text are left out'] : []),
    ];
  }
}

/** The blocks of a note, the first time that it is referred to. */
function takeNote(
  notes: Readonly<Record<NoteKind, Map<string, Draft[]>>>,
  kind: NoteKind,
  id: string,
): readonly Draft[] {
  const found = notes[kind].get(id) ?? [];
  notes[kind].delete(id);
  return found;
}
