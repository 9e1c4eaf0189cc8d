import { AppError } from '../../../errors.js';
import { openArchive, type Archive } from '../../archive/archive.js';
import { parseXml } from '../../xml/parse-xml.js';
import type { DocumentReader, FoundText } from '../document.js';
import type { Draft } from '../office/story.js';
import { TextBuilder } from '../text-builder.js';
import { relationshipsOf, type Relationship } from './parts.js';
import { WordStyles } from './styles.js';
import { WordText, type LeftOut, type NoteKind } from './word-text.js';

/**
 * Reads Word documents (DOCX, DOCM, DOTX, DOTM; transitional and strict). Notes come after the paragraph
 * that refers to them, text boxes after the one they are anchored in. Tracked changes are taken as
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
    const builder = new TextBuilder(this.#name);
    const furniture = new Set<string>();
    await this.#parse(main, {
      emit: ({ text, details }) => void builder.add(text, details),
      notes: (kind, id) => takeNote(notes, kind, id),
      onFurniture: (id) => void furniture.add(id),
    });
    for (const { text } of await this.#readFurniture(relationships, furniture))
      builder.add(text, { noise: 'boilerplate' });
    return { ...builder.finish(), notices: this.#notices() };
  }

  async #mainPart(): Promise<string> {
    const roots = await relationshipsOf(this.#name, this.#archive, '');
    const main = roots.find(({ type }) => type === 'officeDocument')?.part ?? 'word/document.xml';
    if (this.#archive.has(main)) return main;
    throw new AppError(
      'unreadable-document',
      `${this.#name}: a Word document without its text: there is no ${main} in it`,
      { hint: 'get or save the file anew' },
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
    await parseXml(`${this.#name}: ${part}`, this.#archive.stream(part), {
      open: (element) => handlers.open(element),
      close: (local, uri, depth) => handlers.close(local, uri, depth),
      text: (text) => handlers.text(text),
    });
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

  /** Headers and footers in the order of their sections, each text once, page numbers left out. */
  async #readFurniture(
    relationships: readonly Relationship[],
    ids: ReadonlySet<string>,
  ): Promise<Draft[]> {
    const parts = new Set<string>();
    for (const id of ids) {
      const part = relationships.find((relationship) => relationship.id === id)?.part;
      if (part !== undefined && this.#archive.has(part)) parts.add(part);
    }
    const drafts = new Map<string, Draft>();
    for (const part of parts) {
      await this.#parse(part, {
        emit: (draft) => {
          if (/\p{L}/u.test(draft.text)) drafts.set(draft.text.trim(), draft);
        },
      });
    }
    return [...drafts.values()];
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
