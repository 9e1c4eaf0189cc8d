/**
 * Between the pure view and the world: takes keys, does what they ask for, and lets nobody see a
 * step before it is on the disk.
 */
import { AppError } from '../errors.js';
import type { Draft, Entry, Review } from '../review/model.js';
import { isRefusal } from '../review/model.js';
import { editText } from '../review/operations/texts.js';
import type { ReviewStore } from '../platform/review/review-file.js';
import type { KeyEvent } from './view/keys.js';
import { keyHint } from './view/keymap.js';
import { askOverwrite } from './modes/confirm-mode.js';
import { perform } from './modes/perform.js';
import { submitPrompt } from './modes/submit-prompt.js';
import { press, run as runCommand } from './modes/reduce.js';
import { isCommandName } from './view/command-table.js';
import { operationContext, say, type View } from './view/view-state.js';
import type { PageLine } from './view/page-line.js';
import { openView, type ViewOptions } from './view/open-view.js';
import { presentSeries, standing } from './view/series-now.js';
import { nextInSeries, skipReview, type Series, type SeriesGoal } from './view/series.js';
import { select, settle } from './view/selection.js';
import type { Effect, Step } from './view/step.js';
import { composePreview } from './compose/pages/compose-preview.js';

/** What became of an export. */
export type ExportOutcome =
  | { readonly done: true; readonly message: string }
  | { readonly done: false; readonly exists: string };

/** What needs models, other programs or files: given from outside, so that the screen needs none of it. */
export interface ReviewServices {
  readonly store: ReviewStore;
  /** Writes an export; says what it wrote, or that a file is there which it may not replace. */
  exportTo(path: string, review: Review, replace: boolean): Promise<ExportOutcome>;
  /** The page that says why a row is as it is. */
  explain(review: Review, row: number): Promise<readonly PageLine[]>;
  /** The step that realigns the rows around one. */
  realign(review: Review, row: number): Promise<Draft>;
  /** The step that corrects a paragraph's language. */
  relabel(review: Review, source: number, paragraph: number, language: string): Promise<Draft>;
  /** Opens the review at an index of the series for writing; rejects when it can't be had. */
  openOther?(index: number): Promise<OpenedOther>;
}

/** Another review of a series, open. */
export interface OpenedOther extends Pick<ViewOptions, 'review' | 'title' | 'saved' | 'check'> {
  /** What the person should know about its files. */
  readonly notices: readonly string[];
  readonly services: ReviewServices;
}

/** What only a screen can do. */
export interface ScreenControls {
  redraw(): void;
  suspend(): void;
  /** Opens the person's editor on a text; null when it was left without saving. */
  edit(text: string): string | null;
}

/** Runs a review: keys in, views out. */
export class ReviewDriver {
  #current: View;
  #services: ReviewServices;
  #controls: ScreenControls | null = null;
  readonly #pending = new Set<Promise<void>>();
  readonly #listeners = new Set<() => void>();
  #finish: (() => void) | null = null;
  #saveFailed = false;
  /** Keys that wait while another review is opened: they are meant for that one. */
  readonly #typed: KeyEvent[] = [];
  #walking = false;
  /** What the model is being asked; an answer to anything else is dropped. */
  #question: object | null = null;
  /** Resolves when the person quits. */
  readonly done: Promise<void>;

  constructor(view: View, services: ReviewServices) {
    this.#current = view;
    this.#services = services;
    this.done = new Promise((resolve) => (this.#finish = resolve));
  }

  /** The view as it is now; a new object after every change. */
  readonly view = (): View => this.#current;

  /** Calls `listener` after every change, until the function it returns is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Gives the driver a screen. */
  attach(controls: ScreenControls): void {
    this.#controls = controls;
  }

  /** Keys, in the order in which they came. */
  press(events: readonly KeyEvent[]): void {
    this.#typed.push(...events);
    while (!this.#walking) {
      const event = this.#typed.shift();
      if (event === undefined) return;
      this.#take(press(this.#current, event));
    }
  }

  /** A command by name, for plain mode; `count` is the number before it. */
  command(name: string, count = ''): void {
    if (isCommandName(name)) this.#take(runCommand({ ...this.#current, toast: null, count }, name));
  }

  /** Ends the session whatever is open, as the end of input does: saves, and asks nothing. */
  end(): void {
    this.#take(runCommand({ ...this.#current, toast: null, mode: { type: 'normal' } }, 'quit'));
  }

  /** Gives the open text field its text, for plain mode. */
  fill(text: string): void {
    const { mode } = this.#current;
    if (mode.type !== 'field') return;
    this.#take(submitPrompt({ ...this.#current, toast: null }, mode.prompt, text));
  }

  /** What a person types after ":". */
  commandLine(line: string): void {
    this.#take(submitPrompt({ ...this.#current, toast: null }, { of: 'command' }, line));
  }

  /** Takes a step that was drafted elsewhere. */
  perform(draft: Draft): void {
    this.#take(perform({ ...this.#current, toast: null }, draft));
  }

  /** The screen has another size. */
  resize(columns: number, rows: number): void {
    if (columns === this.#current.columns && rows === this.#current.rows) return;
    this.#show(settle({ ...this.#current, columns, rows }));
  }

  /** A message for the person. */
  say(text: string, kind: 'info' | 'warning' | 'error' = 'info'): void {
    this.#show(say(this.#current, text, kind));
  }

  /** Waits for everything that was begun: saving, exports, realignments. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  #take(step: Step): void {
    const before = this.#current;
    try {
      for (const effect of step.effects) {
        if (effect.type !== 'record') continue;
        this.#services.store.append({ ...effect.action, sequence: effect.sequence });
      }
    } catch (error) {
      // Not on the disk, so it did not happen.
      this.#show(
        say({ ...before, mode: { type: 'normal' } }, `NOT done: ${reason(error)}`, 'error'),
      );
      return;
    }
    this.#show(step.view);
    for (const effect of step.effects) this.#effect(effect);
    if (step.effects.length > 0 && this.#services.store.compactionDue) this.#save();
  }

  #show(view: View): void {
    this.#current = view;
    for (const listener of this.#listeners) listener();
  }

  #effect(effect: Effect): void {
    const { review } = this.#current;
    switch (effect.type) {
      case 'record':
        return;
      case 'save':
        return this.#save();
      case 'quit':
        // Whoever waits for the model wants to stop waiting first, not to leave.
        return this.#question === null ? this.#quit() : this.#stopWaiting();
      case 'walk':
        return this.#walk(effect.step, effect.goal);
      case 'redraw':
        return this.#controls?.redraw();
      case 'suspend':
        return this.#controls?.suspend();
      case 'editor':
        return this.#edit(effect.text, effect.stream);
      case 'export':
        return this.#later(async () => {
          const outcome = await this.#services.exportTo(effect.path, review, effect.replace);
          if (outcome.done) this.say(outcome.message);
          else this.#show(askOverwrite({ ...this.#current, toast: null }, outcome.exists));
        });
      case 'explain':
        return this.#ask(this.#services.explain(review, effect.row), (lines) =>
          this.#page('Why this row', lines),
        );
      case 'realign':
        return this.#ask(this.#services.realign(review, effect.row), (draft) =>
          this.#propose('Realign', review, draft),
        );
      case 'relabel': {
        const { source, paragraph, language } = effect;
        return this.#ask(this.#services.relabel(review, source, paragraph, language), (draft) =>
          this.#propose('Correct the language', review, draft),
        );
      }
    }
  }

  /** Waits for an answer of the model, unless the person stops waiting or asks something else. */
  #ask<T>(answer: Promise<T>, use: (answer: T) => void): void {
    const question = {};
    this.#question = question;
    this.#later(async () => {
      try {
        const found = await answer;
        if (this.#question === question) use(found);
      } catch (error) {
        if (this.#question === question) throw error;
      } finally {
        if (this.#question === question) this.#question = null;
      }
    });
  }

  #stopWaiting(): void {
    this.#question = null;
    this.say(`stopped waiting; ${keyHint(this.#current.keymap, 'quit')} again quits`);
  }

  #later(task: () => Promise<void>): void {
    const running = task()
      .catch((error: unknown) => this.say(reason(error), 'error'))
      .finally(() => this.#pending.delete(running));
    this.#pending.add(running);
  }

  #page(title: string, lines: readonly PageLine[], entry: Entry | null = null): void {
    const mode = { type: 'page' as const, title, lines, top: 0, entry };
    this.#show({ ...this.#current, toast: null, mode });
  }

  /** Shows what a step would change, before it is taken. */
  #propose(title: string, basis: Review, draft: Draft): void {
    if (this.#current.review !== basis) {
      return this.say('the review changed meanwhile: ask again', 'warning');
    }
    if (isRefusal(draft)) return this.say(draft.refused, 'warning');
    this.#page(title, composePreview(basis, draft, this.#current.threshold), draft);
  }

  #edit(text: string, stream: number): void {
    if (this.#controls === null) return this.say('no editor without a screen', 'warning');
    try {
      const edited = this.#controls.edit(text);
      if (edited === null)
        return this.say('the editor ended with an error; nothing was changed', 'warning');
      this.#take(
        perform(
          this.#current,
          editText(
            this.#current.review,
            this.#current.selected,
            stream,
            edited,
            operationContext(this.#current),
          ),
        ),
      );
    } catch (error) {
      this.say(reason(error), 'error');
    }
  }

  #save(): void {
    this.#later(() => this.#saveNow());
  }

  async #saveNow(): Promise<void> {
    const { review, saved, readOnly } = this.#current;
    if (readOnly !== null) return this.say(readOnly, 'warning');
    if (review.sequence === saved) return this.say('saved already');
    await this.#services.store.save(review);
    this.#show(say({ ...this.#current, saved: review.sequence }, `saved ${this.#current.title}`));
  }

  /** Saves and closes this review, and opens the next of the series that can be opened. */
  #walk(step: 1 | -1, goal: SeriesGoal): void {
    this.#question = null;
    this.#walking = true;
    this.#later(async () => {
      try {
        if (await this.#saveBeforeLeaving()) await this.#openNext(step, goal);
      } finally {
        this.#walking = false;
        this.press([]);
      }
    });
  }

  /** False where the review can't be saved: the person may stay, or leave it to the journal. */
  async #saveBeforeLeaving(): Promise<boolean> {
    const { review, saved, readOnly } = this.#current;
    if (readOnly !== null || this.#saveFailed || review.sequence === saved) return true;
    try {
      await this.#saveNow();
      return true;
    } catch (error) {
      this.#saveFailed = true;
      const again = 'once more goes on, the journal keeps everything';
      this.say(`not saved; ${again} (${reason(error)})`, 'error');
      return false;
    }
  }

  async #openNext(step: 1 | -1, goal: SeriesGoal): Promise<void> {
    const { openOther, store } = this.#services;
    const from = presentSeries(this.#current);
    if (openOther === undefined || from === null) return;
    const skipped: string[] = [];
    let series = from;
    // One review is open at a time, for others to open the rest.
    store.close();
    for (let at: number | undefined = from.at; ;) {
      at = nextInSeries({ ...series, at: at ?? from.at }, step, goal, this.#current.threshold);
      const index: number = at ?? from.at;
      try {
        const opened = await openOther(index);
        this.#enter(opened, { ...series, at: index }, { step, goal, skipped });
        return;
      } catch (error) {
        if (at === undefined || at === from.at) return this.#shut(reason(error));
        skipped.push(`skipped ${series.reviews[index]?.name ?? ''}: ${reason(error)}`);
        series = skipReview(series, index, reason(error));
      }
    }
  }

  /** Shows a review that was opened; what the person chose for the screen stays. */
  #enter(
    opened: OpenedOther,
    series: Series,
    { step, goal, skipped }: { step: 1 | -1; goal: SeriesGoal; skipped: readonly string[] },
  ): void {
    const { review, title, saved, check, notices, services } = opened;
    const { keymap, threshold, columns, rows, sorting, diff, detail, query, column } =
      this.#current;
    this.#services = services;
    this.#saveFailed = false;
    const fromEnd = step === -1 && goal === 'doubt';
    const begun = openView({
      ...{ review, title, saved, keymap, threshold, columns, rows, series, fromEnd },
      readOnly: null,
      ...(check === undefined ? {} : { check }),
    });
    const settled = settle({ ...begun, sorting, diff, detail, query, column });
    const isBack = series.at === this.#current.series?.at;
    const view = isBack ? select(settled, this.#current.selected) : settled;
    const said = [...skipped, `${title} (${standing(view)} in all)`, ...notices].join('; ');
    this.#show(say(view, said, skipped.length > 0 ? 'warning' : 'info'));
  }

  /** Not even the review that was left can be opened again: it is shown, and no more. */
  #shut(why: string): void {
    const readOnly = `closed: ${why}`;
    this.#show(say({ ...this.#current, readOnly }, readOnly, 'error'));
  }

  #quit(): void {
    const { review, saved, readOnly } = this.#current;
    if (readOnly !== null || this.#saveFailed || review.sequence === saved) {
      this.#finish?.();
      return;
    }
    this.#later(async () => {
      try {
        await this.#saveNow();
        this.#finish?.();
      } catch (error) {
        this.#saveFailed = true;
        const again = `${keyHint(this.#current.keymap, 'quit')} again leaves, the journal keeps everything`;
        this.say(`not saved; ${again} (${reason(error)})`, 'error');
      }
    });
  }
}

function reason(error: unknown): string {
  if (error instanceof AppError && error.hint !== undefined)
    return `${error.message}; ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}
