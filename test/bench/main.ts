/**
 * Benchmarks: `npm run bench -- NAME [OPTION]...` from the repository's root.
 *
 * embed     sentences a second of the bundled model, tokenising and model apart
 * scale     time and memory of whole alignments, up to 100,000 sentences a side
 * stages    where the time of an alignment goes, on one core
 * match     time and memory of matching documents of 40 sentences (--sizes 1000x1000,10000x10000)
 * realign   time to align again around a bead that a person fixed
 * accuracy  strict and lax F1 on hand-aligned documents (--gold FOLDER, --mode, --glossary FILE)
 * ranking   what confidence is worth on hand-aligned documents (--gold FOLDER, --mode)
 * quality   how well quality tells noise from good pairs, languages left out (--pairs FOLDER)
 * terms     terms beside a published glossary (--gold FOLDER)
 * words     links between words beside gold ones (--gold FOLDER)
 * peers     the same and whole runs beside hunalign and vecalign (--gold [--join] or --pairs --sizes, --rounds,
 *           --threads 1,2, --hunalign, --vecalign)
 * review    from key to paint on the review's screen, with 10,000 rows
 * review-start  from the command to the first screen
 * review-kill  200 reviews killed at random moments: nothing acknowledged may be lost
 * long-line  one line of 50 MB through every command: processor time and memory (--pairs FILE, --sets NAMES, --files FOLDER)
 * batch     what a pair of 20 sentences costs in a batch of --sizes 10000 pairs: workers, memory, queue (--pairs FILE,FILE)
 * queue-faults  100 kills of workers and Redis over 2,000 jobs: each result once
 *
 * Times are of this machine at this minute: run them on a quiet one, and compare within a run.
 */
import { parseArgs } from 'node:util';

const benchmarks: Readonly<
  Record<string, () => Promise<{ run(options: Options): Promise<void> }>>
> = {
  embed: () => import('./embed.js'),
  scale: () => import('./scale.js'),
  stages: () => import('./stages.js'),
  match: () => import('./match.js'),
  realign: () => import('./realign.js'),
  accuracy: () => import('./accuracy.js'),
  ranking: () => import('./ranking.js'),
  quality: () => import('./quality.js'),
  words: () => import('./words.js'),
  terms: () => import('./terms.js'),
  peers: () => import('./peers.js'),
  review: () => import('./review-latency.js'),
  'review-start': () => import('./review-start.js'),
  'review-kill': () => import('./review-kill.js'),
  'long-line': () => import('./long-line.js'),
  batch: () => import('./batch.js'),
  'queue-faults': () => import('./queue-faults.js'),
};

/** Everything that can be said on the command line. */
export interface Options {
  readonly model: string | undefined;
  /** A text file to take sentences from instead of the seeds. */
  readonly text: string | undefined;
  /** A table of `source TAB foreign TAB English` lines to make long texts of. */
  readonly pairs: string | undefined;
  /** Folder of hand-aligned sets. */
  readonly gold: string | undefined;
  /** Names of sets, separated by commas; all by default. */
  readonly sets: string | undefined;
  /** Sizes such as `5000x6300,100000x100000`. */
  readonly sizes: string | undefined;
  readonly mode: string | undefined;
  /** Accuracy: agreed translations, as `paralign align --glossary` takes them. */
  readonly glossary: string | undefined;
  readonly verbose: boolean | undefined;
  /** Folder in which the vectors of slow models are kept between runs. */
  readonly vectors: string | undefined;
  /** Long line: folder in which its files are kept between runs. */
  readonly files: string | undefined;
  /** Peers: the program or the folder of its sources, and the folder that holds the Python package. */
  readonly hunalign: string | undefined;
  readonly vecalign: string | undefined;
  /** Peers: numbers of threads that paralign may use, separated by commas, each as a run of its own. */
  readonly threads: string | undefined;
  /** How often every program runs. */
  readonly rounds: string | undefined;
  /** Whether the documents of a set are put together. */
  readonly join: boolean;
}

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: text,
    text,
    pairs: text,
    gold: text,
    sets: text,
    sizes: text,
    mode: text,
    glossary: text,
    verbose: { type: 'boolean' },
    vectors: text,
    files: text,
    hunalign: text,
    vecalign: text,
    threads: text,
    rounds: text,
    join: { type: 'boolean' },
  },
});
const name = positionals[0] ?? '';
const benchmark = benchmarks[name];
if (benchmark === undefined) {
  process.stderr.write(
    `usage: npm run bench -- ${Object.keys(benchmarks).join('|')} [OPTION]...\n`,
  );
  process.exitCode = 2;
} else {
  const { run } = await benchmark();
  await run({
    model: values.model,
    text: values.text,
    pairs: values.pairs,
    gold: values.gold,
    sets: values.sets,
    sizes: values.sizes,
    mode: values.mode,
    glossary: values.glossary,
    verbose: values.verbose,
    vectors: values.vectors,
    files: values.files,
    hunalign: values.hunalign,
    vecalign: values.vecalign,
    threads: values.threads,
    rounds: values.rounds,
    join: values.join ?? false,
  });
}
