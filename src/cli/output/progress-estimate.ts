/** The progress line of an alignment: the stage, its progress and the time left. */
import { duration } from './progress-text.js';

/** Sentences (of both sides) that an ordinary machine aligns per second; used until the rate is known. */
const usualRate = 5000;

/** Until a stage has run for this many milliseconds, its rate is unreliable. */
const settled = 300;

/** Writes the progress lines of one run. `now` returns milliseconds. */
export class ProgressEstimate {
  readonly #now: () => number;
  #stage = '';
  #began = 0;
  #first = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `embedding 3000 of 12000 sentences, 4 s left`; `done` and `total` count sentences. */
  line(stage: string, done: number, total: number): string {
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#began = this.#now();
      this.#first = done;
    }
    const left = this.#secondsLeft(done, total);
    return `${stage} ${done} of ${total} sentences${left === null ? '' : `, ${left} left`}`;
  }

  #secondsLeft(done: number, total: number): string | null {
    const elapsed = this.#now() - this.#began;
    const sinceFirst = done - this.#first;
    if (sinceFirst > 0 && elapsed >= settled)
      return duration(((total - done) / sinceFirst) * (elapsed / 1000));
    // A long pair of texts is aligned in one step that reports no progress.
    if (this.#stage !== 'aligning') return null;
    return `about ${duration((total - done) / usualRate)}`;
  }
}
