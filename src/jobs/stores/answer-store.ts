/** A store whose sources may be texts that came with the job, and whose output is kept in memory. */
import { createHash } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { TextInput } from '../../pipeline/source-input.js';
import type { JobStore } from '../store.js';

/** The reference of the text with this index. No absolute path and no URL looks like it. */
export const textReference = (index: number): string => `text:${index}`;

/** A store of texts, above another for everything else that a job reads. */
export class AnswerStore implements JobStore {
  readonly #texts: ReadonlyMap<string, TextInput>;
  readonly #files: Pick<JobStore, 'readSources' | 'readFile'>;
  #output = '';

  constructor(texts: readonly TextInput[], files: Pick<JobStore, 'readSources' | 'readFile'>) {
    this.#texts = new Map(texts.map((text, index) => [textReference(index), text]));
    this.#files = files;
  }

  /** What was written, whole. */
  get output(): string {
    return this.#output;
  }

  async readSources(references: readonly string[]): ReturnType<JobStore['readSources']> {
    const files = await this.#files.readSources(
      references.filter((reference) => !this.#texts.has(reference)),
    );
    const inputs = references.map((reference) => {
      const input = this.#texts.get(reference) ?? files.shift();
      if (input === undefined) throw new TypeError(`no source ${reference}`);
      return input;
    });
    const names = inputs.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice !== undefined)
      throw new AppError('given-twice', `two sources are named "${twice}"`, {
        hint: 'give each source a name of its own',
      });
    return inputs;
  }

  readFile(file: Parameters<JobStore['readFile']>[0]): Promise<Uint8Array> {
    return this.#files.readFile(file);
  }

  async hashOutput(): Promise<string> {
    return createHash('sha256').update(this.#output).digest('hex');
  }

  async checkOutput(): Promise<void> {}

  async writeOutput(_reference: string, parts: Parameters<JobStore['writeOutput']>[1]) {
    const decoder = new TextDecoder();
    const pieces: string[] = [];
    for await (const { chunk } of parts)
      pieces.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    this.#output = pieces.join('');
  }
}
