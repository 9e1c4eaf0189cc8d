/**
 * Between the pure view and the world: takes keys, does what they ask for, and lets nobody see a
 * step before it is on the disk.
 */
import { extname } from 'node:path';
import type { Draft, Entry, Review } from '../review/model.js';
import { isRefusal } from '../review/model.js';
import { editText } from '../review/operations/texts.js';
import type { KeyEvent } from './view/keys.js';
import { keyHint } from './view/keymap.js';
import { askOverwrite } from './modes/confirm-mode.js';
import { perform } from './modes/perform.js';
import { submitPrompt } from './modes/submit-prompt.js';
import { press, run as runCommand } from './modes/reduce.js';
import { isCommandName } from './view/command-table.js';
import { operationContext, say, type View } from './view/view-state.js';
import type { PageLine } from './view/page-line.js';
import type { SeriesGoal } from './view/series.js';
import { openNext } from './open-next.js';
import { reason } from './reason.js';
import type { ReviewServices } from './services.js';
import { settle } from './view/selection.js';
import type { Effect, Step } from './view/step.js';
import { composePreview } from './compose/pages/compose-preview.js';

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
  /** What other reviews of the series were left without having been saved. */
  readonly #left: string[] = [];
  #whyNotSaved = '';
  /** The state of the review that was exported as a review last. */
  #exported: number | null = null;
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

  /** What the session ends without having saved, for the person to read; null when all is saved. */
  get unsaved(): string | null {
    const here = this.#unsavedHere();
    const all = [...this.#left, ...(here === null ? [] : [here])];
    return all.length === 0 ? null : all.join('; ');
  }

  #unsavedHere(): string | null {
    const { review, title } = this.#current;
    if (!this.#saveFailed || review.sequence === this.#exported) return null;
    return `${title} is not saved, ${this.#keptWhere()} (${this.#whyNotSaved})`;
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
    if (step.effects.length > 0 && this.#services.store.saveDue) this.#save();
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
          if (!outcome.done) {
            this.#show(askOverwrite({ ...this.#current, toast: null }, outcome.exists));
            return;
          }
          this.say(outcome.message);
          if (extname(effect.path) === '.paralign') this.#exported = review.sequence;
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
    const { store } = this.#services;
    if (review.sequence === saved && !store.saveDue) return this.say('saved already');
    await store.save(review);
    this.#saveFailed = false;
    const { remark } = store;
    const text = `saved ${this.#current.title}${remark === null ? '' : `; ${remark}`}`;
    const kind = remark === null ? 'info' : 'warning';
    this.#show(say({ ...this.#current, saved: review.sequence }, text, kind));
  }

  #keptWhere(): string {
    return this.#services.store.isKept
      ? 'the journal keeps everything'
      : 'what was not exported as a review (.paralign) is LOST';
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
    const { store } = this.#services;
    const isSaved = review.sequence === saved && !store.saveDue;
    if (readOnly !== null || isSaved) return true;
    if (this.#saveFailed && store.isKept) {
      this.#left.push(...[this.#unsavedHere()].flatMap((own) => own ?? []));
      return true;
    }
    try {
      await this.#saveNow();
      return true;
    } catch (error) {
      this.#saveFailed = true;
      this.#whyNotSaved = reason(error);
      const again = store.isKept ? 'once more goes on, ' : '';
      this.say(`not saved; ${again}${this.#keptWhere()} (${reason(error)})`, 'error');
      return false;
    }
  }

  async #openNext(step: 1 | -1, goal: SeriesGoal): Promise<void> {
    const { openOther, store } = this.#services;
    if (openOther === undefined) return;
    // One review is open at a time, for others to open the rest.
    store.close();
    try {
      const { view, services } = await openNext(this.view, openOther, { step, goal });
      this.#services = services;
      this.#saveFailed = false;
      this.#exported = null;
      this.#show(view);
    } catch (error) {
      this.#shut(reason(error));
    }
  }

  /** Not even the review that was left can be opened again: it is shown, and no more. */
  #shut(why: string): void {
    const readOnly = `closed: ${why}`;
    this.#show(say({ ...this.#current, readOnly }, readOnly, 'error'));
  }

  #quit(): void {
    const { review, saved, readOnly } = this.#current;
    const isSaved = review.sequence === saved && !this.#services.store.saveDue;
    if (readOnly !== null || this.#saveFailed || isSaved) {
      this.#finish?.();
      return;
    }
    this.#later(async () => {
      try {
        await this.#saveNow();
        this.#finish?.();
      } catch (error) {
        this.#saveFailed = true;
        this.#whyNotSaved = reason(error);
        const again = `${keyHint(this.#current.keymap, 'quit')} again leaves, ${this.#keptWhere()}`;
        this.say(`not saved; ${again} (${reason(error)})`, 'error');
      }
    });
  }
}
