import type { Locator } from '../../domain.js';
import { TextStore } from '../tables/stored/text-store.js';
import { NumberList } from '../tables/stored/number-list.js';
import type { WrittenParagraph } from './written-table.js';

/** What many paragraphs have in common. */
interface Shape extends Omit<WrittenParagraph, 'number' | 'locator'> {
  readonly locator?: Locator['kind'];
  /** The sheet of a cell. */
  readonly sheet?: string;
}

/** Instead of the index of a shape. */
const none = -1;
const several = -2;

/** The paragraphs of cells, which are one as a rule: taken apart, they take a fifth of the memory. */
export class ParagraphStore {
  readonly #shapes: Shape[] = [];
  readonly #shapeIndexes = new Map<string, number>();
  /** By cell: the index of the shape, the number, and what the locator consists of. */
  readonly #kinds = new NumberList();
  readonly #numbers = new NumberList('any');
  readonly #firsts = new NumberList('any');
  readonly #seconds = new NumberList('any');
  readonly #ids = new TextStore();
  readonly #lists = new Map<number, readonly WrittenParagraph[]>();

  /** Adds those of the next cell. */
  add(paragraphs: readonly WrittenParagraph[]): void {
    const [only] = paragraphs;
    const [first, second] = this.#partsOf(only?.locator);
    if (paragraphs.length > 1) this.#lists.set(this.#kinds.length, paragraphs);
    this.#kinds.push(paragraphs.length > 1 ? several : only ? this.#shapeOf(only) : none);
    this.#numbers.push(only?.number ?? 0);
    this.#firsts.push(first);
    this.#seconds.push(second);
  }

  /** Those of a cell, by its place in the order. */
  at(index: number): readonly WrittenParagraph[] {
    const kind = this.#kinds.at(index);
    if (kind === several) return this.#lists.get(index) ?? [];
    const shape = this.#shapes[kind];
    if (!shape) return [];
    const { locator: kindOfLocator, sheet, ...details } = shape;
    const locator = this.#locatorAt(index, kindOfLocator, sheet);
    return [{ number: this.#numbers.at(index), ...(locator && { locator }), ...details }];
  }

  #shapeOf({ number: _number, locator, ...details }: WrittenParagraph): number {
    const sheet = locator?.kind === 'cell' ? locator.sheet : undefined;
    const shape: Shape = {
      ...details,
      ...(locator && { locator: locator.kind }),
      ...(sheet !== undefined && { sheet }),
    };
    const key = JSON.stringify(shape);
    let index = this.#shapeIndexes.get(key);
    if (index === undefined) this.#shapeIndexes.set(key, (index = this.#shapes.push(shape) - 1));
    return index;
  }

  #partsOf(locator: Locator | undefined): readonly [number, number] {
    switch (locator?.kind) {
      case 'page':
        return [locator.page, 0];
      case 'cue':
        return [locator.start, locator.end];
      case 'cell':
        return [locator.row, locator.column];
      case 'unit':
        return [this.#ids.add(locator.id), 0];
      case 'href':
        return [this.#ids.add(locator.href), 0];
      case undefined:
        return [0, 0];
    }
  }

  #locatorAt(
    index: number,
    kind: Locator['kind'] | undefined,
    sheet: string | undefined,
  ): Locator | undefined {
    const [first, second] = [this.#firsts.at(index), this.#seconds.at(index)];
    switch (kind) {
      case 'page':
        return { kind, page: first };
      case 'cue':
        return { kind, start: first, end: second };
      case 'cell':
        return { kind, row: first, column: second, ...(sheet !== undefined && { sheet }) };
      case 'unit':
        return { kind, id: this.#ids.at(first) };
      case 'href':
        return { kind, href: this.#ids.at(first) };
      case undefined:
        return undefined;
    }
  }
}
