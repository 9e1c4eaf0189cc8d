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
import { oneLine } from '../../../terminal/safe-text.js';
import { padCells } from '../../../terminal/wrap-text.js';
import type { DownloadRequest, ModelsRequest } from './request.js';
import { modelPlaces, type ModelPlaces } from '../../../platform/model-places.js';

/** Runs `paralign models`; resolves to 69 when `verify` finds damage. */
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
    await context.stdout.write(`${JSON.stringify({ default: bundledModelName, models })}\n`);
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
  if (!context.quiet) {
    await context.stderr.write(`Your own models are in ${oneLine(places.user)}\n`);
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

/** Sizes as disks count them. */
function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function verify(
  context: CommandContext,
  places: ModelPlaces,
  names: readonly string[],
): Promise<ExitCode> {
  const results: { name: string; folder: string; files: readonly VerifiedFile[] | null }[] = [];
  for (const model of await select(places, names)) {
    context.signal.throwIfAborted();
    results.push({ name: model.name, folder: model.folder, files: await verifySums(model.folder) });
  }
  const isWhole = (files: readonly VerifiedFile[] | null): boolean =>
    files === null || files.every(({ state }) => state === 'ok');
  if (results.length === 0) throw nothingToVerify(places);
  if (context.json) {
    const models = results.map(({ name, folder, files }) => ({
      name,
      folder,
      ok: files === null ? null : isWhole(files),
      files: files ?? [],
    }));
    await context.stdout.write(`${JSON.stringify({ models })}\n`);
  } else {
    for (const { name, files } of results) {
      if (files === null) {
        await context.stdout.write(`${oneLine(name)}: no SHA256SUMS to check against\n`);
      }
      for (const { file, bytes, state } of files ?? []) {
        const size = state === 'missing' ? '' : `  ${megabytes(bytes)}`;
        await context.stdout.write(`${oneLine(name)}/${oneLine(file)}: ${state}${size}\n`);
      }
    }
  }
  return results.every(({ files }) => isWhole(files)) ? ExitCode.ok : ExitCode.modelUnavailable;
}

function nothingToVerify(places: ModelPlaces): AppError {
  return new AppError(
    'model-not-found',
    `there is no model in ${places.bundled} and none in ${places.user}`,
    { hint: 'install paralign again' },
  );
}

async function download(
  context: CommandContext,
  { names, hub, fullPrecision }: DownloadRequest,
  places: ModelPlaces,
): Promise<ExitCode> {
  const downloaded = [];
  for (const name of names) {
    const files = await downloadModel({
      name,
      folder: places.user,
      hub,
      fullPrecision,
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
