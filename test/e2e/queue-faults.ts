/** A queue on a Redis of its own, workers that can be killed, and what a batch leaves behind. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { journalName } from '../../src/platform/job-journal.js';

/** Whether redis-server is installed. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/**
 * A port that is free now, and stays so while its server is killed and started again: the system takes those of outgoing
 * connections from 32,768 on.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_768);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
      return port;
    } catch {
      // Another program has it.
    } finally {
      server.close();
    }
  }
}

/** A Redis on loopback that writes every change to its file before it answers. */
export class RedisServer {
  readonly #folder: string;
  readonly #options: readonly string[];
  readonly port: number;
  #process: ChildProcess | undefined;

  constructor(folder: string, port: number, options: readonly string[] = []) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.port = port;
    this.#options = options;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** The number of its process; 0 while it does not run. */
  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  async start(): Promise<void> {
    const options = `--port ${this.port} --bind 127.0.0.1 --appendonly yes --save`.split(' ');
    this.#process = spawn(
      'redis-server',
      [...options, '', '--dir', this.#folder, ...this.#options],
      { stdio: 'ignore' },
    );
    for (let attempt = 0; attempt < 2000; attempt++) {
      if (await answers(this.port)) return;
      await delay(50);
    }
    throw new Error(`no Redis answers on port ${this.port}`);
  }

  async kill(): Promise<void> {
    await end(this.#process, 'SIGKILL');
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Folders en/ and es/ with documents of `4 * repeats` sentences, each with numbers of its own; returns their paths. */
export function makeDocuments(folder: string, count: number, repeats = 1): [string, string] {
  const texts = {
    en: ['The dog # sleeps.', 'It rains in the city of #.', 'The cat eats # fish.', 'We go home.'],
    es: [
      'El perro # duerme.',
      'Llueve en la ciudad de #.',
      'El gato come # peces.',
      'Vamos a casa.',
    ],
  };
  const write = (language: 'en' | 'es'): string => {
    const path = join(folder, language);
    mkdirSync(path, { recursive: true });
    for (let index = 0; index < count; index++) {
      const lines = Array.from({ length: repeats }, (_, round) =>
        texts[language].map((line, order) =>
          line.replace('#', String(index * 7 + round * 1000 + order)),
        ),
      ).flat();
      writeFileSync(join(path, `d${index}.txt`), `${lines.join('\n')}\n`);
    }
    return path;
  };
  return [write('en'), write('es')];
}

/** Every file of a folder of results, by name; the journal's lines in order of their text. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        return [name, name === journalName ? text.split('\n').sort().join('\n') : text];
      }),
  );
}

/** Names of the files that one of two folders lacks or has with another content. */
export function differing(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

/** How a trial is run. */
export interface FaultTrial {
  readonly program: string;
  readonly folder: string;
  readonly jobs: number;
  readonly kills: number;
  readonly workers: number;
  readonly random: () => number;
  readonly env: Record<string, string>;
  /** Longest pause between two kills, in ms. */
  readonly pause: number;
  readonly log?: (line: string) => void;
}

/** The outcome of a trial. */
export interface FaultOutcome {
  readonly code: number | null;
  /** Errors of the batch. */
  readonly err: string;
  readonly workersKilled: number;
  readonly serversKilled: number;
  readonly undisturbed: ReadonlyMap<string, string>;
  readonly disturbed: ReadonlyMap<string, string>;
}

/**
 * Runs a batch without a queue, and on one whose workers and server are killed (`kill -9`) at random moments, until
 * it ends. A killed worker or server is started again at once, as a supervisor would.
 */
export async function runFaultTrial(trial: FaultTrial): Promise<FaultOutcome> {
  const { program, folder, jobs, kills, random, env, pause, log = () => {} } = trial;
  const documents = makeDocuments(folder, jobs);
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const batch = (out: string, ...args: string[]): ChildProcess =>
    start('batch', ...documents, '--out', join(folder, out), '--lang', 'en,es', '-q', ...args);
  await once(batch('undisturbed'), 'exit');
  const server = new RedisServer(join(folder, 'redis'), await freePort());
  await server.start();
  const worker = (): ChildProcess => {
    const child = start('worker', '-q', '--jobs', '1', '--queue', server.url);
    child.stderr?.resume();
    return child;
  };
  const workers = Array.from({ length: trial.workers }, worker);
  const running = batch('disturbed', '--queue', server.url);
  let err = '';
  running.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(running, 'exit');
  let isEnded = false;
  void ended.then(() => (isEnded = true));
  let workersKilled = 0;
  let serversKilled = 0;
  try {
    while (workersKilled + serversKilled < kills && !isEnded) {
      await delay(random() * pause);
      if (random() < 0.2) {
        await server.kill();
        await server.start();
        serversKilled++;
      } else {
        const index = Math.floor(random() * workers.length);
        await end(workers[index], 'SIGKILL');
        workers[index] = worker();
        workersKilled++;
      }
      log(`${workersKilled} workers and ${serversKilled} servers killed`);
    }
    const [code] = (await ended) as [number | null];
    return {
      code,
      err,
      workersKilled,
      serversKilled,
      undisturbed: filesOf(join(folder, 'undisturbed')),
      disturbed: filesOf(join(folder, 'disturbed')),
    };
  } finally {
    await Promise.all([end(running, 'SIGKILL'), ...workers.map((child) => end(child, 'SIGKILL'))]);
    await server.kill();
  }
}
