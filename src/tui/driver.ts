/**
 * Connects the pure view to the outside world: takes keys, carries out their effects, and shows a step
 * only once it is on disk.
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
  /** Opens the user's editor on a text; null if the editor failed. */
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
  /** Keys typed while another review is being opened; they are meant for that one. */
  readonly #typed: KeyEvent[] = [];
  #walking = false;
  /** Messages about other reviews of the series that were left unsaved. */
  readonly #left: string[] = [];
  #whyNotSaved = '';
  /** The sequence number of the last state that was exported as a review. */
  #exported: number | null = null;
  /** The pending question to the model; answers to any other are dropped. */
  #question: object | null = null;
  /** The row whose words are being looked for. */
  #wordsWanted: object | null = null;
  /** Resolves when the user quits. */
  readonly done: Promise<void>;

  constructor(view: View, services: ReviewServices) {
    this.#current = view;
    this.#services = services;
    this.done = new Promise((resolve) => (this.#finish = resolve));
  }

  /** The current view; a new object after every change. */
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

  /** Handles keys in the order in which they came. */
  press(events: readonly KeyEvent[]): void {
    this.#typed.push(...events);
    while (!this.#walking) {
      const event = this.#typed.shift();
      if (event === undefined) return;
      this.#take(press(this.#current, event));
    }
  }

  /** Runs a command by name, for plain mode; `count` is the number before it. */
  command(name: string, count = ''): void {
    if (isCommandName(name)) this.#take(runCommand({ ...this.#current, toast: null, count }, name));
  }

  /** Ends the session, as at the end of input: saves without asking, whatever is open. */
  end(): void {
    this.#take(runCommand({ ...this.#current, toast: null, mode: { type: 'normal' } }, 'quit'));
  }

  /** Submits a text for the open text field, for plain mode. */
  fill(text: string): void {
    const { mode } = this.#current;
    if (mode.type !== 'field') return;
    this.#take(submitPrompt({ ...this.#current, toast: null }, mode.prompt, text));
  }

  /** Runs a command line: what is typed after ":". */
  commandLine(line: string): void {
    this.#take(submitPrompt({ ...this.#current, toast: null }, { of: 'command' }, line));
  }

  /** Takes a step that was drafted elsewhere. */
  perform(draft: Draft): void {
    this.#take(perform({ ...this.#current, toast: null }, draft));
  }

  /** Sets the size of the screen. */
  resize(columns: number, rows: number): void {
    if (columns === this.#current.columns && rows === this.#current.rows) return;
    this.#show(settle({ ...this.#current, columns, rows }));
  }

  /** Shows a message. */
  say(text: string, kind: 'info' | 'warning' | 'error' = 'info'): void {
    this.#show(say(this.#current, text, kind));
  }

  /** A message about what the session leaves unsaved; null if everything is saved. */
  get unsaved(): string | null {
    const here = this.#unsavedHere();
    const all = [...this.#left, ...(here === null ? [] : [here])];
    return all.length === 0 ? null : all.join('; ');
  }

  #unsavedHere(): string | null {
    const { review, title } = this.#current;
    if (!this.#saveFailed || review.sequence === this.#exported) return null;
    return `${title} is not saved; ${this.#keptWhere('are')} (${this.#whyNotSaved})`;
  }

  /** Waits for everything that was started: saving, exports, realignments. */
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
      // It is not on disk, so it must not count.
      this.#show(
        say(
          { ...before, mode: { type: 'normal' } },
          `not saved, so the change was undone: ${reason(error)}`,
          'error',
        ),
      );
      return;
    }
    this.#show(step.view);
    for (const effect of step.effects) this.#effect(effect);
    if (step.effects.length > 0 && this.#services.store.saveDue) this.#save();
    this.#findWords();
  }

  /** Looks for the words of the selected row, if they are to be shown; the latest request counts. */
  #findWords(): void {
    const { review, selected, showsWords, words } = this.#current;
    if (!showsWords || this.#services.words === undefined) return;
    if (words?.row === selected && words.review === review) return;
    const wanted = { review, selected };
    this.#wordsWanted = wanted;
    const find = this.#services.words(review, selected);
    this.#later(async () => {
      const columns = await find;
      if (this.#wordsWanted !== wanted) return;
      this.#show({ ...this.#current, words: { review, row: selected, columns } });
    });
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
        // While the model is working, the first key only cancels that.
        return this.#question === null ? this.#quit() : this.#cancelQuestion();
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
            this.#show(
              askOverwrite({ ...this.#current, toast: null }, effect.path, outcome.exists),
            );
            return;
          }
          this.say(outcome.message);
          if (extname(effect.path) === '.paralign') this.#exported = review.sequence;
        });
      case 'explain':
        return this.#ask(this.#services.explain(review, effect.row), (lines) =>
          this.#page('Explanation of this row', lines),
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

  /** Waits for the model's answer, unless the user cancels or asks something else. */
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

  #cancelQuestion(): void {
    this.#question = null;
    this.say(`cancelled; press ${keyHint(this.#current.keymap, 'quit')} again to quit`);
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

  /** Previews a step before it is taken. */
  #propose(title: string, basis: Review, draft: Draft): void {
    if (this.#current.review !== basis) {
      return this.say('the review has changed since; try again', 'warning');
    }
    if (isRefusal(draft)) return this.say(draft.refused, 'warning');
    this.#page(title, composePreview(basis, draft, this.#current.threshold), draft);
  }

  #edit(text: string, stream: number): void {
    if (this.#controls === null)
      return this.say('the external editor needs the full-screen view', 'warning');
    try {
      const edited = this.#controls.edit(text);
      if (edited === null)
        return this.say('the editor exited with an error; nothing was changed', 'warning');
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
    if (review.sequence === saved && !store.saveDue) return this.say('already saved');
    await store.save(review);
    this.#saveFailed = false;
    const { remark } = store;
    const text = `saved ${this.#current.title}${remark === null ? '' : `; ${remark}`}`;
    const kind = remark === null ? 'info' : 'warning';
    this.#show(say({ ...this.#current, saved: review.sequence }, text, kind));
  }

  #keptWhere(lost: 'are' | 'will be'): string {
    return this.#services.store.isKept
      ? 'the journal keeps everything'
      : `changes not exported as a review (.paralign) ${lost} LOST`;
  }

  /** Saves and closes this review, then opens the next one of the series that can be opened. */
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

  /** False if the review can't be saved; asked again, it leaves the changes to the journal. */
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
      const again = store.isKept ? 'repeat to continue anyway; ' : '';
      this.say(`not saved; ${again}${this.#keptWhere('will be')} (${reason(error)})`, 'error');
      return false;
    }
  }

  async #openNext(step: 1 | -1, goal: SeriesGoal): Promise<void> {
    const { openOther, store } = this.#services;
    if (openOther === undefined) return;
    // Only one review is open at a time, so that others can open the rest.
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

  /** Not even the previous review can be opened again: it is shown read-only. */
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
        const key = keyHint(this.#current.keymap, 'quit');
        const again = `press ${key} again to quit anyway; ${this.#keptWhere('will be')}`;
        this.say(`not saved; ${again} (${reason(error)})`, 'error');
      }
    });
  }
}
