/** The files that a command reads, which its output must not replace. */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { settingFiles, type NamedFiles } from '../../pipeline/files/file-settings.js';
import { modelPlaces } from '../../platform/model-places.js';
import { bundledModelName, findModel } from '../../platform/models/model-files.js';
import { type InputFile, ProtectedFiles } from '../../platform/protected-files.js';
import type { CommandContext } from './command.js';

/** The inputs named by a command's arguments. */
export interface NamedInputs {
  /** Operands as typed; `-` is standard input. */
  readonly sources?: readonly string[];
  /** Settings, for the files that they name. */
  readonly settings?: NamedFiles;
  /** The model, if one is used; null is the bundled one. */
  readonly model?: string | null;
  readonly others?: readonly InputFile[];
}

type Surroundings = Pick<CommandContext, 'cwd' | 'env' | 'settings'>;

/** Everything that a command reads, configuration included, resolved in the file system. */
export async function commandInputs(
  context: Surroundings,
  inputs: NamedInputs,
): Promise<ProtectedFiles> {
  return ProtectedFiles.of(await listInputs(context, inputs));
}

/** The same by name, unresolved. */
export async function listInputs(
  context: Surroundings,
  { sources = [], settings: named = {}, model, others = [] }: NamedInputs,
): Promise<InputFile[]> {
  const { cwd, settings } = context;
  const configuration = [settings.projectFile, settings.userFile];
  return [
    ...sources.map((source) =>
      source === '-'
        ? { path: 0, what: 'standard input' }
        : { path: resolve(cwd, source), what: `the source ${source}` },
    ),
    ...settingFiles(named).map(({ path, what }) => ({ path: resolve(cwd, path), what })),
    ...others,
    ...configuration.flatMap((path) =>
      path === undefined ? [] : [{ path, what: `the configuration ${path}` }],
    ),
    ...(model === undefined ? [] : await modelInputs(context, model)),
  ];
}

async function modelInputs({ env, cwd }: Surroundings, model: string | null): Promise<InputFile[]> {
  // The command itself reports a missing model.
  const found = await findModel(model ?? bundledModelName, modelPlaces({ env, cwd })).catch(
    () => undefined,
  );
  if (found === undefined) return [];
  const { folder, name } = found;
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.map((file) => ({ path: join(folder, file), what: `a file of the model ${name}` }));
}

/**
 * What was named to find documents in, a manifest or archives, and the documents without a counterpart. The files of the
 * folders that have one are listed by the jobs.
 *
 * @param left the documents without a counterpart, by the names that operands give them
 */
export function operandInputs(
  operands: readonly string[],
  left: readonly string[],
  cwd: string,
): InputFile[] {
  const what = operands.length === 1 ? 'the manifest' : 'the input';
  return [
    ...operands.map((name) =>
      name === '-'
        ? { path: 0, what: 'the manifest on standard input' }
        : { path: resolve(cwd, name), what: `${what} ${name}` },
    ),
    ...left.map((name) => ({ path: resolve(cwd, name), what: `the document ${name}` })),
  ];
}
