/**
 * The jobs that a worker has taken from its queue. It takes some more than it has lanes, so that no lane waits while the
 * queue is asked, and reports several results to the queue at once: a message to it costs as much, whatever it holds.
 */

/** How long, in ms, the jobs that are taken ahead may keep all lanes busy: no other worker can have them meanwhile. */
const aheadTime = 400;

/** Most jobs that are taken ahead, for each lane. */
const mostAhead = 8;

/** How long, in ms, a job that was taken ahead waits for a lane. Then it goes back: the others have long jobs. */
const patience = 1000;

/** How long, in ms, a result waits for others. */
const gatherTime = 200;

/** What the next job's time counts in the average. */
const weight = 0.2;

/** How a worker is changed by what is learnt of its jobs. */
export interface TakenJobsOptions {
  readonly lanes: number;
  /** Called with how many jobs are to be held, those under way included. */
  readonly onRoom: (room: number) => void;
}

/** The jobs that a worker holds. */
export class TakenJobs {
  readonly #lanes: number;
  readonly #options: TakenJobsOptions;
  /** Jobs that wait for a lane, the first one first. */
  readonly #waiting = new Set<(mayBegin: boolean) => void>();
  #free: number;
  /** Average time of a job in ms. */
  #average: number | undefined;
  #room: number;
  #gathered: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: TakenJobsOptions) {
    this.#options = options;
    this.#lanes = options.lanes;
    this.#free = options.lanes;
    this.#room = options.lanes;
  }

  /** Whether no job runs. */
  get isIdle(): boolean {
    return this.#free === this.#lanes;
  }

  /** Waits until the job may run; false if it must go back to the queue. */
  begin(): Promise<boolean> {
    if (this.#isStopped) return Promise.resolve(false);
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const settle = (mayBegin: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(settle);
        resolve(mayBegin);
      };
      const timer = setTimeout(() => {
        this.#setRoom(this.#lanes);
        settle(false);
      }, patience);
      this.#waiting.add(settle);
    });
  }

  /** Hands the lane of a job that has run for this time, in ms, to the next. */
  end(time: number): void {
    this.#average =
      this.#average === undefined ? time : (1 - weight) * this.#average + weight * time;
    const [next] = this.#waiting;
    if (next === undefined) this.#free += 1;
    else next(true);
    const ahead = Math.floor((this.#lanes * aheadTime) / Math.max(this.#average, 1));
    this.#setRoom(this.#lanes + Math.min(ahead, this.#lanes * mostAhead));
  }

  /** Waits until the result of a job is to be reported: together with others, unless a lane might have to wait for it. */
  toReport(): Promise<void> {
    return new Promise((resolve) => {
      this.#gathered.push(resolve);
      if (this.#isStopped || this.#waiting.size < this.#lanes) this.#report();
      else this.#timer ??= setTimeout(() => this.#report(), gatherTime);
    });
  }

  /** Jobs that have not begun go back to the queue; results are reported at once. */
  stop(): void {
    this.#isStopped = true;
    this.#report();
    for (const settle of this.#waiting) settle(false);
  }

  #report(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gathered = this.#gathered;
    this.#gathered = [];
    for (const resolve of gathered) resolve();
  }

  #setRoom(room: number): void {
    if (room === this.#room) return;
    this.#room = room;
    this.#options.onRoom(room);
  }
}
