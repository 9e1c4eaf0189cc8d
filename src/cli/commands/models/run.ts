import { AppError, ExitCode } from '../../../errors.js';
import {
  describeModel,
  type ModelDescription,
} from '../../../platform/models/model-description.js';
import { downloadModel } from '../../../platform/models/model-download.js';
import {
  bundledModelName,
  findModel,
  listModels,
  type FoundModel,
} from '../../../platform/models/model-files.js';
import { verifySums, type VerifiedFile } from '../../../platform/models/model-sums.js';
import type { CommandContext } from '../command.js';
import { knowledgeByLanguage, knowledgeLines } from './knowledge.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { padCells } from '../../../terminal/wrap-text.js';
import type { DownloadRequest, ModelsRequest } from './request.js';
import { modelPlaces, type ModelPlaces } from '../../../platform/model-places.js';

/** Runs `paralign models`; resolves to 69 if `verify` finds a fault. */
export async function runModels(
  context: CommandContext,
  request: ModelsRequest,
): Promise<ExitCode> {
  const places = modelPlaces({ env: context.env, cwd: context.cwd });
  switch (request.action) {
    case 'verify':
      return verify(context, places, request.names);
    case 'download':
      return context.holding(() => download(context, request, places));
    case 'list':
      return list(context, places, request.names);
  }
}

async function select(places: ModelPlaces, names: readonly string[]): Promise<FoundModel[]> {
  if (names.length === 0) return [...(await listModels(places))];
  return Promise.all(names.map((name) => findModel(name, places)));
}

async function list(
  context: CommandContext,
  places: ModelPlaces,
  names: readonly string[],
): Promise<ExitCode> {
  const found = await select(places, names);
  const models = await Promise.all(found.map(describeModel));
  if (context.json) {
    const known = models.map((model) => ({ ...model, knowledge: knowledgeByLanguage(model) }));
    await context.stdout.write(`${JSON.stringify({ default: bundledModelName, models: known })}\n`);
    return ExitCode.ok;
  }
  const header = ['NAME', 'VECTOR', 'LANGUAGES', 'SIZE', 'LICENCE', 'FROM'];
  const lines = [header, ...models.map(describe)];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? '').length)),
  );
  for (const cells of lines) {
    const padded = cells.map((cell, column) =>
      column === cells.length - 1 ? cell : padCells(cell, widths[column] ?? 0),
    );
    await context.stdout.write(`${padded.join('  ')}\n`);
  }
  for (const model of models) await context.stdout.write(knowledgeLines(model));
  if (!context.quiet) {
    await context.stderr.write(`Folder for your own models: ${oneLine(places.user)}\n`);
  }
  return ExitCode.ok;
}

function describe(model: ModelDescription): string[] {
  const isDefault = model.origin === 'bundled' && model.name === bundledModelName;
  return [
    oneLine(model.name) + (isDefault ? ' (default)' : ''),
    model.dimension === null ? '?' : String(model.dimension),
    model.languages === null ? '?' : String(model.languages.length),
    megabytes(model.bytes),
    oneLine(model.license ?? '?'),
    model.origin === 'bundled' ? 'bundled' : oneLine(model.folder),
  ];
}

/** A size in decimal units. */
function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What `verify` found out about a model. */
interface VerifiedModel {
  readonly name: string;
  readonly folder: string;
  /** Null if there is no list to compare with. */
  readonly files: readonly VerifiedFile[] | null;
  /** What is wrong with the model; null if it works. */
  readonly problem: string | null;
  /** Length of a vector; null if the model does not work. */
  readonly dimension: number | null;
}

async function verify(
  context: CommandContext,
  places: ModelPlaces,
  names: readonly string[],
): Promise<ExitCode> {
  const results: VerifiedModel[] = [];
  for (const model of await select(places, names)) {
    context.signal.throwIfAborted();
    results.push(await verifyModel(model, places));
  }
  if (results.length === 0) throw nothingToVerify(places);
  if (context.json) {
    const models = results.map(({ name, folder, files, problem, dimension }) => ({
      name,
      folder,
      ok: problem === null,
      hasList: files !== null,
      files: files ?? [],
      dimension,
      problem,
    }));
    await context.stdout.write(`${JSON.stringify({ models })}\n`);
  } else {
    for (const result of results) await context.stdout.write(verifiedLines(result));
  }
  return results.every(({ problem }) => problem === null) ? ExitCode.ok : ExitCode.modelUnavailable;
}

/** Compares a model's files with its list and, if they match, tries the model. */
async function verifyModel(model: FoundModel, places: ModelPlaces): Promise<VerifiedModel> {
  const { name, folder } = model;
  let files: readonly VerifiedFile[] | null = null;
  try {
    files = await verifySums(folder, places.memory);
    const damaged = (files ?? []).filter(({ state }) => state !== 'ok');
    if (damaged.length > 0) {
      const problem = damaged.map(({ file, state }) => `${file}: ${state}`).join(', ');
      return { name, folder, files, problem, dimension: null };
    }
    const { tryModel } = await import('../../../embed/try-model.js');
    const { dimension } = await tryModel({ model: folder, places });
    return { name, folder, files, problem: null, dimension };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, folder, files, problem: error.message, dimension: null };
  }
}

function verifiedLines({ name, files, problem, dimension }: VerifiedModel): string {
  const shown = oneLine(name);
  const lines: string[] = [];
  if (files === null) lines.push(`${shown}: no SHA256SUMS to check against`);
  for (const { file, bytes, state } of files ?? []) {
    const size = state === 'missing' ? '' : `  ${megabytes(bytes)}`;
    lines.push(`${shown}/${oneLine(file)}: ${state}${size}`);
  }
  lines.push(
    problem === null
      ? `${shown}: works, ${dimension} dimensions`
      : `${shown}: DOES NOT WORK: ${oneLine(problem)}`,
  );
  return lines.map((line) => `${line}\n`).join('');
}

function nothingToVerify(places: ModelPlaces): AppError {
  return new AppError(
    'model-not-found',
    `there is no model in ${places.bundled} or ${places.user}`,
    { hint: 'reinstall paralign' },
  );
}

async function download(
  context: CommandContext,
  { names, hub, fullPrecision, digests }: DownloadRequest,
  places: ModelPlaces,
): Promise<ExitCode> {
  const { tryModel } = await import('../../../embed/try-model.js');
  const downloaded = [];
  for (const name of names) {
    const files = await downloadModel({
      name,
      folder: places.user,
      hub,
      fullPrecision,
      digests,
      tryModel: async (folder) => {
        context.progress(`${name}: testing the model`);
        return tryModel({ model: folder, places });
      },
      signal: context.signal,
      onProgress: (file, done, total) => {
        const of = total === undefined ? '' : ` of ${megabytes(total)}`;
        context.progress(`${name}: ${file} ${megabytes(done)}${of}`);
      },
    });
    const folder = `${places.user}/${name}`;
    downloaded.push({ name, folder, files });
    if (context.json) continue;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    await context.stdout.write(
      `${name}: ${files.length} files, ${megabytes(bytes)}, in ${oneLine(folder)}\n`,
    );
  }
  if (context.json) await context.stdout.write(`${JSON.stringify({ models: downloaded })}\n`);
  return ExitCode.ok;
}
