import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file of the repository. */
export const inRepository = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Debian's Python, because its packages are the ones the recipe names; PYTHON names another. */
export const python = process.env['PYTHON'] ?? '/usr/bin/python3';

const works = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** What the training needs and this machine lacks; empty when all is there. */
export const missingForTraining = (): string[] => {
  const missing: string[] = [];
  for (const name of ['numpy', 'onnx', 'sentencepiece', 'icu']) {
    if (!works(python, '-c', `import ${name}`)) missing.push(`Python's ${name}`);
  }
  if (!works('g++', '--version')) missing.push('g++');
  const blas =
    'import ctypes, sys; sys.path.insert(0, sys.argv[1])\n' +
    'from paralign_training import trainer; ctypes.CDLL(next(p for p in trainer.BLAS))';
  if (missing.length === 0 && !works(python, '-c', blas, inRepository('models/training'))) {
    missing.push('OpenBLAS (libopenblas0-pthread)');
  }
  return missing;
};

/** Run a module of models/training; its standard output. Throws with its errors. */
export const runTraining = (module: string, args: string[], input = ''): string => {
  const result = spawnSync(python, ['-m', module, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONPATH: inRepository('models/training') },
  });
  if (result.status !== 0) throw new Error(`${module}: ${result.stderr}`);
  return result.stdout;
};
